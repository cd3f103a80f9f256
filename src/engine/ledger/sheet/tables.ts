import { isBlank } from '../cell';
import { familyOf, type Family } from '../words/families';
import { headerOf } from '../words/header';
import { LOOKED_AT } from './bounds';
import { columnsIn, gridOf, within, type CellGrid, type PointedRows, type SheetCells } from './grid';
import { withFootnotes } from './footnotes';
import { headerBlocks, type HeaderBlock } from './headerBlocks';
import { areCompanies, isNumbering } from './headerness';
import { columnTexts, type ColumnTexts } from './headerPaths';
import { besidesPointed, blockOf } from './pointed';
import { apart, isSpare, lookBelow, runsOf, unfolded } from './runs';
import type { TablePlace } from './tablePlace';
import { isOfWhole, titleOf } from './title';
import { unitsInNote } from './unitNotes';

/** The tables of a sheet, from left to right and from top to bottom; those that a person pointed to last. */
export function tablesOn(sheet: SheetCells): TablePlace[] {
  const grid = gridOf(sheet);
  const found = withLastWords(grid, foundOn(grid));
  return (sheet.pointed ?? []).reduce((tables, pointed) => withPointed(grid, tables, pointed), [...found]);
}

function foundOn(grid: CellGrid): TablePlace[] {
  const bands = standingBands(grid);
  if (bands.length < 2) return tablesIn(grid, grid);
  return bands.flatMap((band) => tablesIn(within(grid, band), grid));
}

/** The tables under names that a person pointed to, in place of what was found there. */
function withPointed(grid: CellGrid, tables: readonly TablePlace[], { instead, ...rows }: PointedRows): TablePlace[] {
  const used = columnsIn(grid, rows.top, rows.bottom);
  const block = { from: used[0] ?? 0, to: used.at(-1) ?? 0, ...rows };
  const others = besidesPointed(tables, block, instead);
  const above = others.filter(({ top }) => top < block.top).map(({ end }) => end - 1);
  const around = { blocks: others.map(blockOf), previous: Math.max(-1, ...above), whole: grid };
  // Columns beside those that were selected do not join them.
  const isCut = rows.from !== undefined && rows.to !== undefined;
  return [...others, ...cutFrom(isCut ? within(grid, [block.from, block.to]) : grid, block, around)];
}

type Band = readonly [from: number, to: number];

/** Runs of columns between blank ones that are lists by themselves; one that is none belongs to the list on its left. */
function standingBands(grid: CellGrid): Band[] {
  const bands = bandsOf(grid);
  if (bands.length < 2) return [];
  const alone = bands.map((band) => {
    const own = within({ ...grid, cells: grid.cells.slice(0, LOOKED_AT.rows) }, band);
    return tablesIn(own, own).some((table) => standsAlone(table, own));
  });
  const rows = bands.map((band) => rowsFilled(grid, band));
  const isApart = (own: ReadonlySet<number>, [first = own]: readonly ReadonlySet<number>[]) =>
    own.size < first.size * 0.7 || [...own].some((row) => !first.has(row));
  const isList = rows.map(
    (own, index) => alone[index] === true || isBesideList(grid, bands[index], index > 0 && isApart(own, rows)),
  );
  if (isList.filter(Boolean).length < 2) return [];
  const joined: [number, number][] = [];
  bands.forEach(([from, to], index) => {
    const last = joined.at(-1);
    if (last && isList[index] !== true) last[1] = to;
    else joined.push([from, to]);
  });
  return joined;
}

/** The rows, of those looked at, that hold two cells or more between some columns. */
function rowsFilled({ cells }: CellGrid, [from, to]: Band): ReadonlySet<number> {
  const isFilled = (row: CellGrid['cells'][number]) =>
    row.slice(from, to + 1).filter((cell) => !isBlank(cell)).length >= 2;
  return new Set(cells.slice(0, LOOKED_AT.rows).flatMap((row, at) => (isFilled(row) ? [at] : [])));
}

/** A small table of townships or counts beside a list fills other rows than the list does. */
function isBesideList(grid: CellGrid, band: Band | undefined, isApart: boolean): boolean {
  if (!band || !isApart) return false;
  const own = within({ ...grid, cells: grid.cells.slice(0, LOOKED_AT.rows) }, band);
  const families = new Set(
    tablesIn(own, own).flatMap(({ columns }) =>
      columns.flatMap(({ texts }) => texts.map((text) => familyOf(headerOf(text)))),
    ),
  );
  return (
    (families.has('town') || families.has('count')) &&
    (families.has('area') || families.has('tax') || families.has('perMu'))
  );
}

/** Columns that are blank from top to bottom part a sheet; lines of a single text, titles and notes, do not count. */
function bandsOf(grid: CellGrid): Band[] {
  const filled = new Array<boolean>(grid.columns).fill(false);
  let open = grid.columns;
  for (const row of grid.cells) {
    if (open === 0) break;
    const used = row.filter((cell) => !isBlank(cell)).length;
    if (used < 2) continue;
    row.forEach((cell, column) => {
      if (filled[column] === true || isBlank(cell)) return;
      filled[column] = true;
      open--;
    });
  }
  const bands: [number, number][] = [];
  filled.forEach((is, column) => {
    const last = bands.at(-1);
    if (!is) return;
    if (last?.[1] === column - 1) last[1] = column;
    else bands.push([column, column]);
  });
  return bands;
}

/** A list of its own: somebody's names, be there no word over them, codes or parcels, and an amount. */
function standsAlone({ columns, first, end }: TablePlace, { cells }: CellGrid): boolean {
  const families = new Set(columns.flatMap(({ texts }) => texts.map((text) => familyOf(headerOf(text)))));
  const has = (...wanted: Family[]) => wanted.some((family) => families.has(family));
  const body = cells.slice(first, end);
  const holdsNames = columns.some(({ at }) => areCompanies(body.map((row) => row[at])));
  return (has('name', 'code', 'parcel') || holdsNames) && has('area', 'tax', 'perMu');
}

function tablesIn(grid: CellGrid, whole: CellGrid): TablePlace[] {
  const blocks = headerBlocks(grid);
  const tables: TablePlace[] = [];
  blocks.forEach((block, index) => {
    const previous = blocks.slice(0, index).reduce((row, { bottom }) => Math.max(row, bottom), -1);
    for (const table of cutFrom(grid, block, { blocks, previous, whole })) {
      const same = tables.findIndex((one) => one.end <= table.top && isSameList(one, table));
      const between = (one: TablePlace, other: HeaderBlock) =>
        other.top > one.top && other.top < table.top && overlaps(other, table) && !isSameRange(other, block);
      const one = tables[same];
      if (one && !blocks.some((other) => between(one, other))) tables[same] = continued(one, table);
      else tables.push(table);
    }
  });
  return tables;
}

/** The same names again further down: printed pages, or a second group of the same list. */
function continued(one: TablePlace, next: TablePlace): TablePlace {
  const repeats = new Set([...one.repeats, ...next.repeats]);
  for (let row = next.top; row < next.first; row++) repeats.add(row);
  return { ...withSaid(one, next), end: next.end, repeats };
}

/** A table of which more is said, somewhere else on the sheet. */
function withSaid(table: TablePlace, { units, notes }: Pick<TablePlace, 'units' | 'notes'>): TablePlace {
  return {
    ...table,
    units: [...new Set([...table.units, ...units])],
    notes: [...new Set([...table.notes, ...notes])],
  };
}

/** 备注：税收以千元计。 or 注：按认可面积测算。 below the last of several tables stands at the end of the sheet, and may be about any of them. */
function withLastWords(grid: CellGrid, tables: readonly TablePlace[]): readonly TablePlace[] {
  const last = tables.toSorted((a, b) => b.end - a.end)[0];
  if (tables.length < 2 || !last) return tables;
  const lines = grid.cells.slice(Math.max(last.first, last.end - LOOKED_AT.notes), last.end);
  const notes = sentencesIn(lines);
  const said = { notes, units: unitsInNote(notes, { sentences: true }) };
  return tables.map((table) => withSaid(table, said));
}

/** 2023年度 over one and 附：2022年度 over the other: not one list that goes on. */
function areOfOtherYears({ title: one = '' }: TablePlace, { title: other = '' }: TablePlace): boolean {
  const [first, second] = [one, other].map((text) => /(?:19|20)\d{2}/.exec(text)?.[0]);
  return first !== undefined && second !== undefined && first !== second;
}

function isSameList(a: TablePlace, b: TablePlace): boolean {
  if (areOfOtherYears(a, b)) return false;
  const names = ({ columns }: TablePlace) => columns.map(({ texts }) => texts.at(-1) ?? '');
  const [one, other] = [names(a), names(b)];
  // A column beside one of them, notes most likely, makes no other list of it.
  const common = Math.min(one.length, other.length);
  const isSame = common >= 3 && one.slice(0, common).join('\n') === other.slice(0, common).join('\n');
  return a.columns[0]?.at === b.columns[0]?.at && (isSame || one.join('\n') === other.join('\n'));
}

const overlaps = (block: HeaderBlock, { columns }: TablePlace) =>
  block.from <= (columns.at(-1)?.at ?? 0) && block.to >= (columns[0]?.at ?? 0);
const isSameRange = (a: HeaderBlock, b: HeaderBlock) => a.from === b.from && a.to === b.to;

interface Around {
  readonly blocks: readonly HeaderBlock[];
  /** The last row of the names above these. */
  readonly previous: number;
  readonly whole: CellGrid;
}

const ANYWHERE = { titles: true, sentences: true } as const;

/** The tables that one block of names heads. */
function cutFrom(grid: CellGrid, block: HeaderBlock, { blocks, previous, whole }: Around): TablePlace[] {
  const next = blocks.filter((other) => other.top > block.bottom && other.from <= block.to && other.to >= block.from);
  const limit = Math.min(grid.cells.length, ...next.map(({ top }) => top));
  const body = lookBelow(grid, block.bottom + 1, limit);
  const runs = runsOf(grid, block, body);
  const [from, to] = [runs[0]?.[0] ?? block.from, runs.at(-1)?.at(-1) ?? block.to];
  const named = new Map(columnTexts(grid, block, from, to).map((column) => [column.at, column]));
  const texts = withFootnotes(named, grid, limit);
  const groups = apart(runs, { texts, body }).map((group) =>
    group.filter((column) => !isSpare(grid, block, body, column)),
  );
  const lines = grid.cells.slice(previous + 1, block.top);
  const own = unitsInNote(lines.flat(), ANYWHERE);
  // A note over all the tables of a sheet stands in one of them only, above the names of the first; one may stand below.
  const highest = Math.min(block.top, ...blocks.map(({ top }) => top));
  const isApart = whole === grid && !isOfWhole(titleOf(lines));
  const above =
    own.length > 0 || isApart
      ? own
      : unitsInNote(whole.cells.slice(0, Math.min(highest, LOOKED_AT.notes)).flat(), ANYWHERE);
  // What stands below may be another unit than what stands above.
  const below = sentencesIn(ownEnd(grid.cells.slice(Math.max(block.bottom, limit - LOOKED_AT.notes), limit), next));
  const units = [...new Set([...above, ...unitsInNote(below, { sentences: true })])];
  const notes = [...sentencesIn(lines), ...below];
  let first = block.bottom + 1;
  while (first < limit && isNumbering(grid.cells[first] ?? [])) first++;
  return groups
    .flatMap((group) => unfolded(group, texts))
    .map((group): TablePlace => {
      const columns = group.map((at) => texts.get(at) ?? { at, texts: [] });
      const end = lastUsed(grid, columns, first, limit) + 1;
      const { over, columns: below } = withoutTitle(columns);
      const title = over ?? titleOf(lines);
      return {
        top: block.top,
        first,
        end,
        columns: below,
        units,
        notes,
        repeats: new Set(),
        ...(title === undefined ? {} : { title }),
      };
    });
}

/** The last lines above the names of a further table, its title and its units, say nothing of this one. */
function ownEnd(lines: CellGrid['cells'], next: readonly HeaderBlock[]): CellGrid['cells'] {
  if (next.length === 0) return lines;
  const isOfNext = (row: CellGrid['cells'][number]) =>
    row.every(isBlank) || titleOf([row]) !== undefined || unitsInNote(row, { titles: true }).length > 0;
  return lines.slice(0, lines.findLastIndex((row) => !isOfNext(row)) + 1);
}

/** 注：土地面积单位为平方米，税收单位为万元。: texts that stand alone in their rows. */
function sentencesIn(rows: CellGrid['cells']): string[] {
  return rows.flatMap((row) => {
    const filled = row.filter((cell) => !isBlank(cell));
    return filled.length === 1 && typeof filled[0] === 'string' ? [filled[0]] : [];
  });
}

/** A parent over all of the columns is the table's title. */
function withoutTitle(columns: readonly ColumnTexts[]): {
  readonly over?: string;
  readonly columns: readonly ColumnTexts[];
} {
  const over = columns[0]?.texts[0];
  const isTitle =
    over !== undefined && columns.length > 2 && columns.every(({ texts }) => texts.length > 1 && texts[0] === over);
  if (!isTitle) return { columns };
  return { over, columns: columns.map(({ at, texts }) => ({ at, texts: texts.slice(1) })) };
}

function lastUsed(grid: CellGrid, columns: readonly ColumnTexts[], first: number, limit: number): number {
  for (let row = limit - 1; row >= first; row--) {
    const cells = grid.cells[row] ?? [];
    if (columns.some(({ at }) => !isBlank(cells[at]))) return row;
  }
  return first - 1;
}
