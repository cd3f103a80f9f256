import { SetSelectionsOperation, SheetsSelectionsService, getPrimaryForRange } from '@univerjs/sheets';
import { ScrollToRangeOperation } from '@univerjs/sheets-ui';
import { areaOfRange, cellArea, gridRange } from './area';
import type { BookContext } from './bookContext';
import type { Sheets } from './sheets';
import type { Area } from '../../sheet/area';
import type { Selection } from '../../workbook/port';

/** What is selected in the grid. */
export class GridSelection {
  constructor(
    private readonly context: BookContext,
    private readonly sheets: Sheets,
  ) {}

  current(): Selection {
    const sheetId = this.sheets.active();
    const range = this.context.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
    return { sheetId, area: range ? areaOfRange(this.whole(sheetId, range)) : cellArea(0, 0) };
  }

  /** Every area that is selected, the last one last. */
  areas(): { readonly sheetId: string; readonly areas: readonly Area[] } {
    const sheetId = this.sheets.active();
    const all = this.context.injector.get(SheetsSelectionsService).getCurrentSelections();
    const areas = all.map(({ range }) => areaOfRange(this.whole(sheetId, range)));
    return { sheetId, areas: areas.length === 0 ? [cellArea(0, 0)] : areas };
  }

  /** The cell that typing goes into. */
  activeCell(): Selection {
    const primary = this.context.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
    if (!primary) return { sheetId: this.sheets.active(), area: cellArea(0, 0) };
    return { sheetId: this.sheets.active(), area: cellArea(primary.actualRow, primary.actualColumn) };
  }

  /** Shows the sheet, selects the cells and scrolls to the first of them, as Excel does. */
  select({ sheetId, area }: Selection): Promise<void> {
    return this.selectAll({ sheetId, areas: [area] });
  }

  /** Shows the sheet and selects several areas; the grid scrolls to the first cell of the first. */
  async selectAll({ sheetId, areas }: { readonly sheetId: string; readonly areas: readonly Area[] }): Promise<void> {
    if (this.sheets.active() !== sheetId) await this.sheets.activate(sheetId);
    const [top = cellArea(0, 0)] = areas;
    // The active cell is the first one, as in Excel: it is that of the selection made last.
    const selections = [...areas.slice(1), top].map((area) => {
      const range = gridRange(area);
      const first = { ...range, endRow: range.startRow, endColumn: range.startColumn };
      return { range, primary: getPrimaryForRange(first, this.context.sheet(sheetId)), style: null };
    });
    const target = { unitId: this.context.unitId, subUnitId: sheetId, selections };
    await this.context.commands.executeCommand(SetSelectionsOperation.id, target);
    const range = gridRange({ ...top, rows: 1, columns: 1 });
    await this.context.commands.executeCommand(ScrollToRangeOperation.id, { range });
  }

  /** Whole rows and columns come with NaN bounds. */
  private whole(sheetId: string, range: { startRow: number; startColumn: number; endRow: number; endColumn: number }) {
    const sheet = this.context.sheet(sheetId);
    return {
      startRow: range.startRow || 0,
      startColumn: range.startColumn || 0,
      endRow: Number.isFinite(range.endRow) ? range.endRow : sheet.getRowCount() - 1,
      endColumn: Number.isFinite(range.endColumn) ? range.endColumn : sheet.getColumnCount() - 1,
    };
  }
}
