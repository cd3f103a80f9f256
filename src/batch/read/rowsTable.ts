import { textAt } from '../../engine/column/index';
import { fieldOf } from '../../engine/ledger/index';
import type { TableColumn } from '../duck';
import type { FileRead, FileRows } from './fileRead';

/** Columns that say where a row comes from; the others are called after their fields, in 亩, 万元, ㎡. */
export const WHERE = {
  order: '序',
  file: '文件',
  print: '指纹',
  place: '地方',
  sheet: '工作表',
  row: '行',
  unread: '读不懂',
  asked: '待答',
  heads: '表头',
} as const;

/** The rows of a file as columns of a table. */
export function rowColumns(read: FileRead, rows: FileRows): TableColumn[] {
  const asked = read.questions.map(({ text }) => text).join('；');
  const constant = (name: string, text: string): TableColumn => ({
    name,
    type: 'VARCHAR',
    at: () => (text === '' ? null : text),
  });
  return [
    constant(WHERE.file, read.file),
    constant(WHERE.print, read.print),
    constant(WHERE.place, read.place),
    { name: WHERE.sheet, type: 'VARCHAR', at: (row) => rows.sheets[row] ?? null },
    { name: WHERE.row, type: 'INTEGER', at: (row) => rows.rows[row] ?? null },
    ...[...rows.columns.keys()].map((id) => fieldColumn(rows, id)),
    { name: WHERE.unread, type: 'VARCHAR', at: (row) => unreadText(rows, row) },
    constant(WHERE.asked, asked),
    constant(WHERE.heads, headsText(rows)),
  ];
}

/** Which fields the ledger has a column for, with its own head of each: it may name the unit that the figures are in. */
function headsText({ heads }: FileRows): string {
  return JSON.stringify(Object.fromEntries([...heads].map(([id, head]) => [fieldOf(id).label, head])));
}

function fieldColumn({ columns, count }: FileRows, id: string): TableColumn {
  const name = fieldOf(id).label;
  const column = columns.get(id);
  if (column?.kind === 'number')
    return {
      name,
      type: 'DOUBLE',
      at: (row) => {
        const value = column.values[row] ?? NaN;
        return Number.isNaN(value) ? null : value;
      },
    };
  return { name, type: 'VARCHAR', at: (row) => textAt({ columns, rows: count }, id, row) ?? null };
}

function unreadText({ unread }: FileRows, row: number): string | null {
  const own = unread[row] ?? [];
  return own.length === 0 ? null : JSON.stringify(own);
}
