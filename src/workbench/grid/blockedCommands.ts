import { CustomCommandExecutionError, ICommandService, type Injector } from '@univerjs/core';
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

/** Refuses such commands and says so. */
export function blockShifting(injector: Injector, blocked: () => void): void {
  injector.get(ICommandService).beforeCommandExecuted((info) => {
    if (!shiftsCells(info.id)) return;
    blocked();
    throw new CustomCommandExecutionError(`${info.id} is blocked in the workbench`);
  });
}
