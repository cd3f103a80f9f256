import { ISuperTableService, SetSuperTableMutation, type ISuperTable } from '@univerjs/engine-formula';
import { gridRange } from './area';
import type { BookContext } from './bookContext';
import type { CellReader } from './cellReader';
import type { Area } from '../../sheet/area';

/** An Excel table: a header row, data rows, perhaps a total row. */
export interface ExcelTable {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  readonly area: Area;
  readonly totals: boolean;
  /** Made in this session, so it is not in the file yet. */
  readonly added: boolean;
}

/** The parts of a table a structured reference may name. */
const TABLE_OPTIONS = ['#All', '#Data', '#Headers', '#Totals', '#This Row'];

/** The tables of the workbook; the grid itself only knows them as references of formulas. */
export class Tables {
  private readonly tables = new Map<string, ExcelTable>();
  private next = 1;

  constructor(
    private readonly context: BookContext,
    private readonly reader: CellReader,
  ) {}

  all(sheetId?: string): ExcelTable[] {
    const alive = [...this.tables.values()].filter((table) => this.context.workbook.getSheetBySheetId(table.sheetId));
    return sheetId === undefined ? alive : alive.filter((table) => table.sheetId === sheetId);
  }

  find(key: string): ExcelTable | undefined {
    const name = key.toLowerCase();
    return this.all().find((table) => table.id === key || table.name.toLowerCase() === name);
  }

  /** Registers a table, so that structured references reach it; one of the same id is replaced. */
  put(table: ExcelTable): void {
    const before = this.tables.get(table.id);
    const service = this.context.injector.get(ISuperTableService);
    if (before !== undefined && before.name !== table.name) service.remove(this.context.unitId, before.name);
    for (const option of TABLE_OPTIONS) service.registerTableOptionMap(option, option as never);
    const reference: ISuperTable = {
      sheetId: table.sheetId,
      titleMap: new Map(this.columns(table).map((title, index) => [title, index])),
      range: gridRange(table.area),
    };
    this.context.run(SetSuperTableMutation.id, { tableName: table.name, reference });
    this.tables.set(table.id, table);
  }

  /** Makes a table over an area under a free name. */
  add(sheetId: string, area: Area): ExcelTable {
    let number = this.all().length + 1;
    while (this.find(`表${number}`) !== undefined) number += 1;
    const table = { id: `new-table-${this.next++}`, name: `表${number}`, sheetId, area, totals: false, added: true };
    this.put(table);
    return table;
  }

  /** Takes away a table made in this session; its cells stay. */
  remove(table: ExcelTable): void {
    this.context.injector.get(ISuperTableService).remove(this.context.unitId, table.name);
    this.tables.delete(table.id);
  }

  /** The titles in the header row. */
  columns(table: ExcelTable): string[] {
    return (this.reader.values(table.sheetId, { ...table.area, rows: 1 })[0] ?? []).map(String);
  }

  /** Forgets the tables of the workbook that was open before. */
  reset(): void {
    this.tables.clear();
  }
}
