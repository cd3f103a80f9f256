import type { ICellData, Nullable } from '@univerjs/core';
import type { CellReader } from './cellReader';
import type { Sheets } from './sheets';
import type { StagedWriter } from './stagedWriter';
import type { Area } from '../../sheet/area';

/** What the grid keeps on a cell that may be typed into while its sheet is protected. */
export const UNLOCKED = { locked: false } as const;

/** Whether a cell may not be typed into while its sheet is protected. */
export function isLocked(cell: Nullable<ICellData>): boolean {
  return cell?.custom?.['locked'] !== false;
}

/** Which cells of protected sheets may be written to. */
export class Locks {
  constructor(
    private readonly reader: CellReader,
    private readonly writer: StagedWriter,
    private readonly sheets: Sheets,
  ) {}

  /** Whether the cells are locked, or unlocked, or (null) some of both. */
  state(sheetId: string, area: Area): boolean | null {
    const all = new Set(this.cells(sheetId, area));
    return all.size === 1 ? all.has(true) : null;
  }

  set(sheetId: string, area: Area, locked: boolean): void {
    this.writer.custom(sheetId, area, locked ? null : UNLOCKED);
  }

  /** Whether values may be written: the sheet is open, or all of the cells are unlocked. */
  mayWrite(sheetId: string, area: Area): boolean {
    return !this.sheets.protected(sheetId) || this.state(sheetId, area) === false;
  }

  private *cells(sheetId: string, area: Area): Generator<boolean> {
    const at = this.reader.lookup(sheetId);
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) yield isLocked(at(row, column));
    }
  }
}
