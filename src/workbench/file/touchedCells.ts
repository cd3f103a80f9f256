import type { Book } from '../book/book';
import type { Matrix } from '../book/matrix';

/** Cells written since the file was opened, by a person or by the add-in; recalculation does not count. */
export class TouchedCells {
  private readonly sheets = new Map<string, Map<number, Set<number>>>();

  constructor(book: Book) {
    book.changes.listen({ written: ({ sheetId, cells }) => this.add(sheetId, cells) });
  }

  has(sheetId: string, row: number, column: number): boolean {
    return this.sheets.get(sheetId)?.get(row)?.has(column) === true;
  }

  clear(): void {
    this.sheets.clear();
  }

  private add(sheetId: string, cells: Matrix): void {
    const rows = this.sheets.get(sheetId) ?? new Map<number, Set<number>>();
    this.sheets.set(sheetId, rows);
    for (const [rowKey, line] of Object.entries(cells)) {
      const row = Number(rowKey);
      const columns = rows.get(row) ?? new Set<number>();
      rows.set(row, columns);
      for (const column of Object.keys(line)) columns.add(Number(column));
    }
  }
}
