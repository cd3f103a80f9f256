import { BooleanNumber, type Worksheet } from '@univerjs/core';
import {
  InsertSheetCommand,
  RemoveSheetCommand,
  SetTabColorMutation,
  SetWorksheetActivateCommand,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import type { BookContext } from './bookContext';
import { USUAL_SIZE } from './layout';

/** Whether a sheet can be seen, as Office says it. */
export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** What a file says about its sheets that the grid does not keep, by sheet id. */
export interface SheetMarks {
  readonly protectedSheets: readonly string[];
  readonly veryHidden: readonly string[];
}

/** The sheets of the workbook, by id. */
export class Sheets {
  /** Sheets that existed only in this session get ids of their own. */
  private next = 1;
  private readonly protectedIds = new Set<string>();
  private readonly veryHidden = new Set<string>();

  constructor(private readonly context: BookContext) {}

  all(): readonly Worksheet[] {
    return this.context.workbook.getSheets();
  }

  ids(): string[] {
    return this.all().map((sheet) => sheet.getSheetId());
  }

  /** Finds a sheet by id or by name, whatever the case of the name. */
  find(key: string): string | undefined {
    const name = key.toLowerCase();
    const found = this.all().find((sheet) => sheet.getSheetId() === key || sheet.getName().toLowerCase() === name);
    return found?.getSheetId();
  }

  name(sheetId: string): string {
    return this.context.sheet(sheetId).getName();
  }

  active(): string {
    return this.context.workbook.getActiveSheet().getSheetId();
  }

  add(name?: string): string {
    this.context.flush();
    const id = this.freeId();
    const sheet = { id, name: name ?? this.freeName(), ...USUAL_SIZE };
    this.context.run(InsertSheetCommand.id, { index: this.all().length, sheet });
    return id;
  }

  delete(sheetId: string): boolean {
    this.context.flush();
    return this.context.run(RemoveSheetCommand.id, { subUnitId: sheetId });
  }

  rename(sheetId: string, name: string): void {
    this.context.flush();
    this.context.run(SetWorksheetNameCommand.id, { subUnitId: sheetId, name });
  }

  move(sheetId: string, position: number): void {
    const fromOrder = this.ids().indexOf(sheetId);
    this.context.run(SetWorksheetOrderMutation.id, { subUnitId: sheetId, fromOrder, toOrder: position });
  }

  /** Shows a sheet; the grid does so asynchronously. */
  activate(sheetId: string): Promise<boolean> {
    const params = { unitId: this.context.unitId, subUnitId: sheetId };
    return this.context.commands.executeCommand(SetWorksheetActivateCommand.id, params);
  }

  hidden(sheetId: string): boolean {
    return this.context.sheet(sheetId).isSheetHidden() === BooleanNumber.TRUE;
  }

  /** The grid knows hidden sheets only; those a person shall not even be offered are kept here. */
  visibility(sheetId: string): Visibility {
    if (!this.hidden(sheetId)) return 'Visible';
    return this.veryHidden.has(sheetId) ? 'VeryHidden' : 'Hidden';
  }

  setVisibility(sheetId: string, visibility: Visibility): void {
    const hidden = visibility === 'Visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    if (visibility === 'VeryHidden') this.veryHidden.add(sheetId);
    else this.veryHidden.delete(sheetId);
    this.context.run(SetWorksheetHideMutation.id, { subUnitId: sheetId, hidden });
    if (visibility !== 'Visible' && this.active() === sheetId) this.showAnother(sheetId);
  }

  tabColor(sheetId: string): string {
    return this.context.sheet(sheetId).getTabColor() ?? '';
  }

  setTabColor(sheetId: string, color: string): void {
    this.context.run(SetTabColorMutation.id, { subUnitId: sheetId, color });
  }

  gridlines(sheetId: string): boolean {
    return !this.context.sheet(sheetId).hasHiddenGridlines();
  }

  setGridlines(sheetId: string, shown: boolean): void {
    const showGridlines = shown ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    this.context.run(ToggleGridlinesMutation.id, { subUnitId: sheetId, showGridlines });
  }

  protected(sheetId: string): boolean {
    return this.protectedIds.has(sheetId);
  }

  setProtected(sheetId: string, on: boolean): void {
    if (on) this.protectedIds.add(sheetId);
    else this.protectedIds.delete(sheetId);
  }

  /** Forgets what was kept about the workbook that was open before. */
  reset(before: SheetMarks): void {
    this.protectedIds.clear();
    this.veryHidden.clear();
    for (const id of before.protectedSheets) this.protectedIds.add(id);
    for (const id of before.veryHidden) this.veryHidden.add(id);
  }

  private showAnother(sheetId: string): void {
    const next = this.all().find((sheet) => sheet.getSheetId() !== sheetId && !this.hidden(sheet.getSheetId()));
    if (next) void this.activate(next.getSheetId());
  }

  private freeId(): string {
    while (this.context.workbook.getSheetBySheetId(`new-${this.next}`)) this.next += 1;
    return `new-${this.next++}`;
  }

  private freeName(): string {
    let number = this.all().length + 1;
    while (this.find(`Sheet${number}`) !== undefined) number += 1;
    return `Sheet${number}`;
  }
}
