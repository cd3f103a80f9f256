import type { TrueRow } from '../intake/truth';
import type { Draft, DraftLine } from './draft';
import { emptyGrid, put, writeTable, type Grid } from './writtenDown';

/** A sheet in the making, by its name. */
export interface NamedGrid {
  readonly name: string;
  readonly grid: Grid;
  readonly hidden?: boolean;
}

/** The sheets of a draft as its layout says, with those before and after. */
export function layOut(draft: Draft): NamedGrid[] {
  return [
    ...draft.before.map(({ name, cells, hidden = false }) => ({ name, grid: { ...emptyGrid(), cells }, hidden })),
    ...ledgerSheets(draft),
    ...draft.after.map(({ name, cells, hidden = false }) => ({ name, grid: { ...emptyGrid(), cells }, hidden })),
  ];
}

/** What is right of the sheets. */
export function truthOf(sheets: readonly NamedGrid[]): TrueRow[] {
  return sheets.flatMap(({ name, grid }) => grid.rows.map((row) => ({ sheet: name, ...row })));
}

function ledgerSheets(draft: Draft): NamedGrid[] {
  const parts = partsOf(draft);
  if (draft.layout === 'sheets')
    return parts.map(({ name, lines }, at) => ({ name, grid: sheetOf(tableOf(draft, at), [{ name, lines }]) }));
  return [{ name: draft.sheetName, grid: sheetOf(draft, parts) }];
}

interface Part {
  readonly name: string;
  readonly lines: readonly DraftLine[];
}

/** Sheets go by township; tables of one sheet are two halves, which 一、规上 and 二、规下 name. */
function partsOf({ layout, lines, enterprises }: Draft): Part[] {
  if (layout === 'one') return [{ name: '', lines }];
  if (layout === 'sheets') {
    const townships = [...new Set(enterprises.map(({ township }) => township))];
    return townships.map((name) => ({ name, lines: lines.filter(({ of }) => of[0]?.township === name) }));
  }
  const half = Math.ceil(lines.length / 2);
  const names = layout === 'folded' ? ['', ''] : ['一、规模以上企业', '二、规模以下企业'];
  return names.map((name, at) => ({ name, lines: lines.slice(at * half, (at + 1) * half) }));
}

/** The draft of one of its tables, by its place. */
function tableOf(draft: Draft, at: number): Draft {
  return at === 0 || !draft.otherColumns ? draft : { ...draft, columns: draft.otherColumns };
}

function sheetOf(draft: Draft, parts: readonly Part[]): Grid {
  const grid = emptyGrid();
  const { offset, columns, layout } = draft;
  let row = offset.rows + writeAbove(grid, draft);
  const top = row;
  const isTitled = layout === 'stacked' || layout === 'beside';
  parts.forEach(({ name, lines }, at) => {
    const across = layout === 'beside' || layout === 'folded';
    const column = offset.columns + (across ? at * (columns.length + (layout === 'beside' ? 1 : 0)) : 0);
    const from = across ? top : row;
    if (isTitled) put(grid, from, column, name);
    const end = writeTable(grid, tableOf(draft, at), { row: from + (isTitled ? 1 : 0), column }, lines);
    row = Math.max(across ? row : 0, end + (layout === 'stacked' && at === 0 ? 1 : 0));
  });
  writeBeside(grid, draft, top);
  writeBelow(grid, draft, row);
  return grid;
}

function writeAbove(grid: Grid, { above, offset, columns }: Draft): number {
  above.forEach(({ text, column, merged }, at) => {
    const row = offset.rows + at;
    put(grid, row, offset.columns + Math.min(column, columns.length - 1), text);
    if (merged) grid.merges.push({ row, column: offset.columns, rows: 1, columns: columns.length });
  });
  return above.length;
}

function writeBeside(grid: Grid, { beside, columns, offset }: Draft, top: number): void {
  beside.forEach((line, at) => {
    line.forEach((cell, index) => {
      put(grid, top + at, offset.columns + columns.length + 1 + index, cell);
    });
  });
}

function writeBelow(grid: Grid, { under, below, offset }: Draft, end: number): void {
  under.forEach((line, at) => {
    line.forEach((cell, index) => {
      put(grid, end + 1 + at, offset.columns + index, cell);
    });
  });
  below.forEach((text, at) => {
    put(grid, end + (under.length > 0 ? under.length + 2 : 0) + at, offset.columns, text);
  });
}
