import type { Cell } from '../../../src/engine/ledger/index';
import type { TrueRow } from '../intake/truth';
import type { Draft, DraftColumn, DraftLine } from './draft';
import { rounded } from './enterprises';
import type { Area } from '../../../src/sheet/area';

/** Cells put on a sheet, with what is merged and hidden there and which rows are enterprises. */
export interface Grid {
  readonly cells: Cell[][];
  readonly merges: Area[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
  readonly formats: { readonly row: number; readonly column: number; readonly format: string }[];
  readonly rows: Omit<TrueRow, 'sheet'>[];
}

/** An empty sheet. */
export function emptyGrid(): Grid {
  return { cells: [], merges: [], hiddenRows: [], hiddenColumns: [], formats: [], rows: [] };
}

/** Puts a cell; blank ones stay blank. */
export function put(grid: Grid, row: number, column: number, cell: Cell): void {
  if (cell === '') return;
  const line = (grid.cells[row] ??= []);
  line[column] = cell;
}

interface Corner {
  readonly row: number;
  readonly column: number;
}

/** Writes header and body of a draft from a corner on; gives the row below. */
export function writeTable(grid: Grid, draft: Draft, { row, column }: Corner, lines: readonly DraftLine[]): number {
  const depth = writeHeader(grid, draft, { row, column });
  let at = row + depth;
  for (const under of draft.underHeader) {
    draft.columns.forEach((one, index) => {
      put(grid, at, column + index, under(one, index));
    });
    at++;
  }
  at += draft.blankUnderHeader;
  draft.columns.forEach((one, index) => {
    if (one.hidden) grid.hiddenColumns.push(column + index);
  });
  let count = 0;
  for (const line of lines) {
    if (line.kind === 'enterprise') count++;
    if (line.repeatsHeader) {
      at += writeHeader(grid, draft, { row: at, column });
      continue;
    }
    writeLine(grid, draft, { row: at, column }, [line, count]);
    at++;
  }
  return at;
}

function writeLine(
  grid: Grid,
  { columns }: Draft,
  { row, column }: Corner,
  [line, count]: readonly [DraftLine, number],
): void {
  const [enterprise] = line.of;
  if (line.text !== undefined) put(grid, row, column, line.text);
  columns.forEach((one, index) => {
    const own = line.cells[one.key] ?? cellOf(one, line, count);
    put(grid, row, column + index, own);
    const format = line.formats?.[one.key] ?? one.numberFormat;
    if (format !== undefined && typeof own === 'number') grid.formats.push({ row, column: column + index, format });
  });
  for (const { key, to = key, below = 0 } of line.merges ?? []) {
    const from = columns.findIndex((one) => one.key === key);
    const last = columns.findIndex((one) => one.key === to);
    if (from >= 0) grid.merges.push({ row, column: column + from, rows: below + 1, columns: last - from + 1 });
  }
  if (line.hidden) grid.hiddenRows.push(row);
  if (line.truth && enterprise) {
    const { name, land, tax } = enterprise;
    grid.rows.push({ row: row + 1, enterprise: name, landArea: land, taxPaid: tax, ...line.truth });
  }
}

function cellOf(column: DraftColumn, { kind, of }: DraftLine, count: number): Cell {
  const [enterprise] = of;
  if (kind === 'enterprise' && enterprise) return column.cell(enterprise, count - 1);
  if (kind !== 'total' || column.sums !== true) return '';
  const values = of.map((one, index) => column.cell(one, index)).filter((value) => typeof value === 'number');
  return values.length === 0
    ? ''
    : rounded(
        values.reduce((sum, value) => sum + value, 0),
        6,
      );
}

/** The header, a text where each part of a path begins, merged as it looks; gives its rows. */
function writeHeader(grid: Grid, draft: Draft, { row, column }: Corner): number {
  const { columns, mergesHeader } = draft;
  const depth = Math.max(...columns.map(({ header }) => header.length));
  columns.forEach((one, index) => {
    one.header.forEach((_, level) => {
      if (level < one.header.length - 1 && !begins(columns, index, level)) return;
      put(grid, row + level, column + index, shown(draft, one, level));
    });
    const left = depth - one.header.length;
    if (left > 0 && mergesHeader) {
      grid.merges.push({ row: row + one.header.length - 1, column: column + index, rows: left + 1, columns: 1 });
    }
  });
  if (mergesHeader) grid.merges.push(...wideMerges(columns, { row, column }));
  if (draft.unitsAt !== 'below') return depth;
  columns.forEach(({ unit = '' }, index) => {
    put(grid, row + depth, column + index, unit);
  });
  return depth + 1;
}

/** Whether a parent's text begins at this column: the one before has other parents, or is not so deep. */
function begins(columns: readonly DraftColumn[], index: number, level: number): boolean {
  const [own, before] = [columns[index], columns[index - 1]];
  if (!own || !before || before.header.length <= level + 1) return true;
  return own.header.slice(0, level + 1).join('|') !== before.header.slice(0, level + 1).join('|');
}

function wideMerges(columns: readonly DraftColumn[], { row, column }: Corner): Area[] {
  return columns.flatMap((own, index) =>
    own.header.slice(0, -1).flatMap((_, level) => {
      if (!begins(columns, index, level)) return [];
      let width = 1;
      while (
        index + width < columns.length &&
        !begins(columns, index + width, level) &&
        deeper(columns, index + width, level)
      )
        width++;
      return width > 1 ? [{ row: row + level, column: column + index, rows: 1, columns: width }] : [];
    }),
  );
}

function deeper(columns: readonly DraftColumn[], index: number, level: number): boolean {
  return (columns[index]?.header.length ?? 0) > level + 1;
}

/** A header's text with its unit behind the last part, or behind the parent where the unit is the parent's. */
function shown({ unitsAt }: Draft, { header, unit }: DraftColumn, level: number): string {
  const text = header[level] ?? '';
  if (unit === undefined || level < header.length - 1 || unitsAt === 'below' || unitsAt === 'nowhere') return text;
  if (unitsAt === 'slash') return `${text}/${unit}`;
  return unitsAt === 'halfBrackets' ? `${text}(${unit})` : `${text}（${unit}）`;
}
