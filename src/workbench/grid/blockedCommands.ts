import {
  CustomCommandExecutionError,
  ICommandService,
  type ICommandInfo,
  type Injector,
  type IRange,
} from '@univerjs/core';
import {
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  ReorderRangeMutation,
} from '@univerjs/sheets';

/** Commands that would shift cells away from what the file keeps beside them. */
const SHIFTING_COMMAND =
  /^sheet\.command\.(insert|append|remove|delete)-(multi-)?(row|col|range)|^sheet\.command\.(move-(range|rows|cols)|reorder-range|copy-sheet)/;
const SHIFTING_MUTATIONS: ReadonlySet<string> = new Set([
  InsertRowMutation.id,
  InsertColMutation.id,
  RemoveRowMutation.id,
  RemoveColMutation.id,
  MoveRangeMutation.id,
  MoveRowsMutation.id,
  MoveColsMutation.id,
  ReorderRangeMutation.id,
]);

/** Whether a grid command inserts, deletes, moves or sorts rows, columns or ranges. */
export function shiftsCells(commandId: string): boolean {
  return SHIFTING_COMMAND.test(commandId) || SHIFTING_MUTATIONS.has(commandId);
}

/** Commands of a person that write into cells. */
const WRITING_COMMAND =
  /^sheet\.command\.(set-range-values|set-style|set-border|clear-selection|auto-fill|paste|add-worksheet-merge|remove-worksheet-merge|numfmt)/;

/** A command that writes into cells. */
export interface WritingCommand {
  /** Whether it writes contents only: looks and layout of a protected sheet stay as they are. */
  readonly contents: boolean;
  /** Where, as far as the command itself says; absent: where cells are selected. */
  readonly range?: IRange;
}

const CONTENT_COMMAND = /^sheet\.command\.(set-range-values|clear-selection-content|auto-fill)/;

function writingCommand({ id, params }: Readonly<ICommandInfo>): WritingCommand {
  const { range } = (params ?? {}) as { readonly range?: Partial<IRange> };
  const known = typeof range?.startRow === 'number' && typeof range.endColumn === 'number';
  return { contents: CONTENT_COMMAND.test(id), ...(known ? { range: range as IRange } : {}) };
}

/** What stops a command. */
export interface Guards {
  /** Called when rows, columns or ranges were to move. */
  readonly shifting: () => void;
  /** Whether a person may do what the command does with the sheet that is shown; when not, it has been told. */
  readonly mayWrite: (command: WritingCommand) => boolean;
}

/** Refuses commands that would shift cells, and writing into a protected sheet. */
export function guardCommands(injector: Injector, guards: Guards): void {
  injector.get(ICommandService).beforeCommandExecuted((info) => {
    if (shiftsCells(info.id)) {
      guards.shifting();
      throw new CustomCommandExecutionError(`${info.id} is blocked in the workbench`);
    }
    if (WRITING_COMMAND.test(info.id) && !guards.mayWrite(writingCommand(info))) {
      throw new CustomCommandExecutionError('the sheet is protected');
    }
  });
}
