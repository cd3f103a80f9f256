import type { Cell } from '../../../src/engine/ledger/cell';
import type { Places, Sheet } from './world';

/** All columns but the row code, or all but it and one of the codes: what is chosen by hand before sorting. */
export function keyColumns({ titles, columns }: Sheet, { codes }: Places, without: number): number[] {
  const left = codes[without % (codes.length + 1)];
  return titles
    .map((_, index) => index)
    .filter((index) => index > 0 && (left === undefined || columns[index] !== left));
}

/** Sorts some columns of some lines by one of the columns; the others stay. */
export function sortColumns(sheet: Sheet, columns: readonly number[], by: number, lines = sheet.lines): void {
  const key = columns[by % Math.max(1, columns.length)] ?? -1;
  if (key < 0) return;
  const sorted = lines.map(({ cells }) => columns.map((column) => cells[column]));
  const place = columns.indexOf(key);
  sorted.sort((a, b) => order(a[place]?.value, b[place]?.value));
  lines.forEach(({ cells }, index) =>
    columns.forEach((column, at) => {
      const held = sorted[index]?.[at];
      if (held) cells[column] = held;
    }),
  );
}

/** Sorts one column alone. Where people typed before or after, their values would move to other enterprises and nothing could tell. */
export function sortOne(sheet: Sheet, column: number): void {
  if (sheet.typed.has(column)) return;
  sheet.sorted.add(column);
  sortColumns(sheet, [column], 0);
}

/** An order of cells: numbers by size, all else as texts. */
export function order(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a ?? '') < String(b ?? '') ? -1 : 1;
}

/** Names that change places, each once. */
export function swap(
  sheet: Sheet,
  row: number,
  { other, column }: { readonly other: number; readonly column: number },
): void {
  const [one, two] = [sheet.lines[row]?.cells, sheet.lines[other]?.cells];
  const [left, right] = [one?.[column], two?.[column]];
  // A swap undone, or done with a line of sums, leaves no trace of whom people meant between.
  if (!one || !two || !left || !right || left.about < 0 || right.about < 0) return;
  if (sheet.swappedNames.has(left) || sheet.swappedNames.has(right)) return;
  // Two parcels of one enterprise have one name: nothing changes places.
  if (left.value === right.value) return;
  sheet.swapped = true;
  sheet.swappedNames.add(left).add(right);
  [one[column], two[column]] = [right, left];
}

/** Sorts the lines from one to another without their row codes. */
export function sortLines(
  sheet: Sheet,
  [from, to]: readonly [number, number],
  { columns, by }: { readonly columns: readonly number[]; readonly by: number },
): void {
  sortColumns(sheet, columns, by, sheet.lines.slice(Math.min(from, to), Math.max(from, to) + 1));
}

/** Cells put in beside the row codes: every line from there on takes the code of the next one. */
export function insertBeside(sheet: Sheet, row: number): void {
  const blank = sheet.titles.map(() => ({ value: '', about: -1 }));
  const moved = [blank, ...sheet.lines.slice(row).map(({ cells }) => [...cells])];
  const codes = sheet.lines.slice(row).map(({ cells }) => cells[0]);
  const below = moved.map((cells, index) => ({ cells: [codes[index] ?? { value: '', about: -1 }, ...cells.slice(1)] }));
  sheet.lines = [...sheet.lines.slice(0, row), ...below];
}
