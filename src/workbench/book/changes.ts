import type { ICommandInfo, IExecutionOptions, IRange } from '@univerjs/core';
import {
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import {
  ClearSelectionFormatCommand,
  InsertSheetMutation,
  RemoveSheetMutation,
  SetBorderCommand,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetStyleCommand,
  SetWorksheetActiveOperation,
  SetWorksheetNameMutation,
} from '@univerjs/sheets';
import { areaOfRange } from './area';
import type { BookContext, HostOptions } from './bookContext';
import { extentOf, type Matrix } from './matrix';
import type { Area } from '../../sheet/area';

/** What happened in the workbook, told once each. */
export interface ChangeListener {
  readonly edited?: (change: { sheetId: string; area: Area; byHost: boolean }) => void;
  /** The cells of an edit themselves. */
  readonly written?: (change: { sheetId: string; cells: Matrix }) => void;
  readonly selected?: (change: { sheetId: string; area: Area }) => void;
  readonly activated?: (change: { sheetId: string; before: string | null }) => void;
  readonly sheetAdded?: (change: { sheetId: string }) => void;
  readonly sheetDeleted?: (change: { sheetId: string }) => void;
  readonly sheetRenamed?: (change: { sheetId: string; before: string; after: string }) => void;
  readonly calculating?: () => void;
  readonly calculated?: () => void;
  /** Anything at all that a saved file would show differently, by the grid's name for it. */
  readonly touched?: (commandId: string) => void;
}

/** Commands whose cell changes edit no value: they rewrite references inside formulas, or change looks. */
const FOLLOWERS: ReadonlySet<string> = new Set([
  'sheet.command.set-worksheet-name',
  'sheet.command.set-defined-name',
  // Looks only: no edit of a value.
  SetStyleCommand.id,
  SetBorderCommand.id,
  ClearSelectionFormatCommand.id,
]);
const SILENT = /selection|scroll|worksheet-active|formula-calculation|calculation-result|array-formula|editor|^doc\./;

interface MutationParams {
  readonly subUnitId?: string;
  readonly trigger?: string;
  readonly name?: string;
  readonly cellValue?: Matrix;
  readonly range?: IRange;
  readonly sheet?: { readonly id: string };
  readonly selections?: readonly { readonly range: IRange }[];
  readonly functionsExecutedState?: number;
}

/** Turns the grid's commands into the few events others care about. */
export class Changes {
  private readonly listeners: ChangeListener[] = [];
  private readonly names = new Map<string, string>();
  private activeSheet: string | null = null;

  constructor(private readonly context: BookContext) {
    context.commands.onCommandExecuted((info, options) => this.heard(info, options));
  }

  listen(listener: ChangeListener): void {
    this.listeners.push(listener);
  }

  /** Remembers the sheets' names after another workbook was opened. */
  reset(): void {
    this.names.clear();
    for (const sheet of this.context.workbook.getSheets()) this.names.set(sheet.getSheetId(), sheet.getName());
    this.activeSheet = this.context.workbook.getActiveSheet().getSheetId();
  }

  /** Tells that something changed which the grid itself does not know. */
  touch(what: string): void {
    this.tell((listener) => listener.touched?.(what));
  }

  private heard(info: Readonly<ICommandInfo>, options: HostOptions | undefined): void {
    const params = (info.params ?? {}) as MutationParams;
    if (isTouch(info.id, options)) this.tell((listener) => listener.touched?.(info.id));
    const handler = this.handlers[info.id];
    if (handler !== undefined) handler(params, options);
  }

  private readonly handlers: Readonly<Record<string, (params: MutationParams, options?: HostOptions) => void>> = {
    [SetRangeValuesMutation.id]: (params, options) => this.edited(params, options),
    [SetSelectionsOperation.id]: (params) => this.selected(params),
    [SetWorksheetActiveOperation.id]: (params) => this.activated(params),
    [InsertSheetMutation.id]: (params) => this.sheetAdded(params),
    [RemoveSheetMutation.id]: (params) => this.sheetDeleted(params),
    [SetWorksheetNameMutation.id]: (params) => this.sheetRenamed(params),
    [SetFormulaCalculationStartMutation.id]: () => this.tell((listener) => listener.calculating?.()),
    [SetFormulaCalculationNotificationMutation.id]: (params) => {
      if (params.functionsExecutedState !== undefined) this.tell((listener) => listener.calculated?.());
    },
  };

  private edited(params: MutationParams, options: HostOptions | undefined): void {
    if (isFollow(options) || FOLLOWERS.has(params.trigger ?? '')) return;
    const area = extentOf(params.cellValue, () => true);
    const sheetId = params.subUnitId;
    if (area === null || sheetId === undefined) return;
    const byHost = options?.fromOfficeHost === true || this.context.byHost;
    this.tell((listener) => listener.written?.({ sheetId, cells: params.cellValue ?? {} }));
    this.tell((listener) => listener.edited?.({ sheetId, area, byHost }));
  }

  private selected(params: MutationParams): void {
    const range = params.selections?.at(-1)?.range;
    const sheetId = params.subUnitId;
    if (range !== undefined && sheetId !== undefined && Number.isFinite(range.startRow + range.endRow)) {
      this.tell((listener) => listener.selected?.({ sheetId, area: areaOfRange(range) }));
    }
  }

  private activated(params: MutationParams): void {
    const sheetId = params.subUnitId;
    if (sheetId === undefined || sheetId === this.activeSheet) return;
    const before = this.activeSheet;
    this.activeSheet = sheetId;
    this.tell((listener) => listener.activated?.({ sheetId, before }));
  }

  private sheetAdded(params: MutationParams): void {
    const sheetId = params.sheet?.id;
    if (sheetId === undefined) return;
    this.names.set(sheetId, this.context.sheet(sheetId).getName());
    this.tell((listener) => listener.sheetAdded?.({ sheetId }));
  }

  private sheetDeleted(params: MutationParams): void {
    const sheetId = params.subUnitId;
    if (sheetId !== undefined) this.tell((listener) => listener.sheetDeleted?.({ sheetId }));
  }

  private sheetRenamed(params: MutationParams): void {
    const sheetId = params.subUnitId;
    if (sheetId === undefined) return;
    const before = this.names.get(sheetId) ?? '';
    const after = params.name ?? '';
    this.names.set(sheetId, after);
    this.tell((listener) => listener.sheetRenamed?.({ sheetId, before, after }));
  }

  private tell(about: (listener: ChangeListener) => void): void {
    for (const listener of this.listeners) about(listener);
  }
}

function isFollow(options: (HostOptions & IExecutionOptions) | undefined): boolean {
  return options?.['fromFormula'] === true || options?.fromReshare === true;
}

function isTouch(id: string, options: HostOptions | undefined): boolean {
  return id.includes('.mutation.') && options?.onlyLocal !== true && !SILENT.test(id) && !isFollow(options);
}
