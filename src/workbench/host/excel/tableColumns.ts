import type { ExcelTable } from '../../book/tables';
import type { Args } from '../wire/args';
import type { Handle } from '../wire/handle';
import { notFound } from '../wire/hostError';
import { dataArea, totalArea } from './tables';
import { handle, type TableColumnThing } from './things';
import type { Definitions, HostWorld } from './world';
import type { Area } from '../../../sheet/area';

/** Columns and rows of a table. */
export function tableColumnTypes(world: HostWorld): Definitions {
  const { book } = world;
  const table = (id: string): ExcelTable => book.tables.find(id) ?? notFound();
  const find = (tableId: string, key: unknown): Handle | null => {
    const titles = book.tables.columns(table(tableId));
    const index = typeof key === 'number' ? key - 1 : titles.indexOf(String(key));
    return index >= 0 && index < titles.length ? handle('TableColumn', { tableId, index }) : null;
  };
  const item = (tableId: string, args: Args): Handle => find(tableId, args.raw(0)) ?? notFound();
  const count = (tableId: string): number => table(tableId).area.columns;
  return {
    TableColumnCollection: {
      properties: { Count: count },
      items: (tableId) =>
        Array.from({ length: count(tableId) }, (_, index) => handle('TableColumn', { tableId, index })),
      index: item,
      methods: {
        GetItem: item,
        GetItemOrNullObject: (tableId, args) => find(tableId, args.raw(0)),
        GetItemAt: (tableId, args) => find(tableId, args.number(0) + 1) ?? notFound(),
        GetCount: count,
      },
    },
    TableColumn: columnDefinition(world, table),
    TableRowCollection: {
      properties: { Count: (id) => dataArea(table(id)).rows },
      methods: { GetCount: (id) => dataArea(table(id)).rows },
    },
  };
}

function columnDefinition(
  { book }: HostWorld,
  table: (id: string) => ExcelTable,
): NonNullable<Definitions['TableColumn']> {
  const cut = (part: (table: ExcelTable) => Area) => (column: TableColumnThing) => {
    const owner = table(column.tableId);
    const area = { ...part(owner), column: owner.area.column + column.index, columns: 1 };
    return { sheetId: owner.sheetId, area };
  };
  const whole = cut(({ area }) => area);
  const header = cut(({ area }) => ({ ...area, rows: 1 }));
  return {
    properties: {
      Id: ({ index }) => index + 1,
      Index: ({ index }) => index,
      Name: (column) => String(book.reader.values(header(column).sheetId, header(column).area)[0]?.[0] ?? ''),
      Values: (column) => book.reader.values(whole(column).sheetId, whole(column).area),
    },
    methods: {
      GetRange: (column) => handle('Range', whole(column)),
      GetHeaderRowRange: (column) => handle('Range', header(column)),
      GetDataBodyRange: (column) => handle('Range', cut(dataArea)(column)),
      GetTotalRowRange: (column) => handle('Range', cut(totalArea)(column)),
    },
  };
}
