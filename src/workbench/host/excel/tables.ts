import { cellArea, intersect } from '../../book/area';
import type { ExcelTable } from '../../book/tables';
import type { Args } from '../wire/args';
import type { Handle } from '../wire/handle';
import { badArgument, notFound, refuse } from '../wire/hostError';
import { rangeArgument } from './rangeAddress';
import { handle, type CollectionScope } from './things';
import type { Definitions, HostWorld } from './world';
import type { Area } from '../../../sheet/area';

/** Tables: those of the file may be read, those made in this session also changed. */
export function tableTypes(world: HostWorld): Definitions {
  const { tables } = world.book;
  const find = (scope: CollectionScope, key: string): Handle | null => {
    const table = tables.find(key);
    const fits = table !== undefined && (scope.sheetId === undefined || table.sheetId === scope.sheetId);
    return fits ? handle('Table', table.id) : null;
  };
  const item = (scope: CollectionScope, args: Args): Handle => find(scope, args.text(0)) ?? notFound();
  const list = (scope: CollectionScope): ExcelTable[] => tables.all(scope.sheetId);
  return {
    TableCollection: {
      properties: { Count: (scope) => list(scope).length },
      items: (scope) => list(scope).map(({ id }) => handle('Table', id)),
      index: item,
      methods: {
        GetItem: item,
        GetItemOrNullObject: (scope, args) => find(scope, args.text(0)),
        GetItemAt: (scope, args) => handle('Table', (list(scope)[args.number(0)] ?? notFound()).id),
        GetCount: (scope) => list(scope).length,
        Add: (scope, args) => handle('Table', addTable(world, scope, args).id),
      },
    },
    Table: tableDefinition(world),
  };
}

function tableDefinition(world: HostWorld): NonNullable<Definitions['Table']> {
  const { tables } = world.book;
  const get = (id: string): ExcelTable => tables.find(id) ?? notFound();
  const rangeOf = (part: (table: ExcelTable) => Area) => (id: string) =>
    handle('Range', { sheetId: get(id).sheetId, area: part(get(id)) });
  return {
    id: (id) => id,
    properties: {
      Id: (id) => get(id).id,
      Name: (id) => get(id).name,
      ShowHeaders: () => true,
      ShowTotals: (id) => get(id).totals,
    },
    setters: { Name: (id, value) => rename(world, get(id), value) },
    navigation: {
      Worksheet: (id) => handle('Worksheet', get(id).sheetId),
      Columns: (id) => handle('TableColumnCollection', id),
      Rows: (id) => handle('TableRowCollection', id),
    },
    methods: {
      GetRange: rangeOf(({ area }) => area),
      GetHeaderRowRange: rangeOf(({ area }) => ({ ...area, rows: 1 })),
      GetDataBodyRange: rangeOf(dataArea),
      GetTotalRowRange: rangeOf(totalArea),
      Delete: (id) => deleteTable(world, get(id)),
    },
  };
}

/** The rows between header and totals. */
export function dataArea({ area, totals }: ExcelTable): Area {
  return { ...area, row: area.row + 1, rows: Math.max(1, area.rows - (totals ? 2 : 1)) };
}

/** The total row; refused where the table has none. */
export function totalArea({ area, totals }: ExcelTable): Area {
  if (!totals) return notFound();
  return { ...area, row: area.row + area.rows - 1, rows: 1 };
}

function addTable({ book }: HostWorld, scope: CollectionScope, args: Args): ExcelTable {
  const { sheetId, area } = rangeArgument(book, args, { index: 0, sheetId: scope.sheetId ?? book.sheets.active() });
  if (!args.flag(1)) return refuse('NotImplemented', 'A table must be made over a range that has its header row.');
  if (book.tables.all(sheetId).some((table) => intersect(table.area, area) !== null)) {
    return refuse('InvalidArgument', 'A table cannot overlap another table.');
  }
  const titles = book.reader.values(sheetId, { ...area, rows: 1 })[0] ?? [];
  for (const [index, title] of titles.entries()) {
    if (title === '') book.writer.values(sheetId, cellArea(area.row, area.column + index), [[`列${index + 1}`]]);
  }
  return book.tables.add(sheetId, area);
}

function rename({ book }: HostWorld, table: ExcelTable, value: unknown): void {
  const name =
    typeof value === 'string' && /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(value) ? value : badArgument('table name');
  if (!table.added) return refuse('NotImplemented', 'A table of the file cannot be renamed in the workbench.');
  const taken = book.tables.find(name);
  if (taken !== undefined && taken.id !== table.id) refuse('ItemAlreadyExists', 'The table name is in use.');
  book.tables.put({ ...table, name });
}

function deleteTable({ book }: HostWorld, table: ExcelTable): void {
  if (!table.added) return refuse('NotImplemented', 'A table of the file cannot be deleted in the workbench.');
  book.tables.remove(table);
}
