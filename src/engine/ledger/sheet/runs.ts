import { isBlank } from '../cell';
import { familyOf } from '../words/families';
import { headerOf, headerPath } from '../words/header';
import { LOOKED_AT } from './bounds';
import { columnsIn, mergeAt, type CellGrid } from './grid';
import type { HeaderBlock } from './headerBlocks';
import type { ColumnTexts } from './headerPaths';

/** The rows below some names, as far as they are looked at. */
export interface Body {
  readonly rows: readonly number[];
  /** In how many of the rows a column holds something. */
  readonly filled: readonly number[];
  /** Rows with two cells or more. */
  readonly busy: number;
  readonly grid: CellGrid;
}

/** Looks at the rows below some names. */
export function lookBelow(grid: CellGrid, from: number, to: number): Body {
  const rows = Array.from({ length: Math.max(0, Math.min(to - from, LOOKED_AT.body)) }, (_, index) => from + index);
  const filled = new Array<number>(grid.columns).fill(0);
  let busy = 0;
  for (const row of rows) {
    let count = 0;
    (grid.cells[row] ?? []).forEach((cell, column) => {
      if (isBlank(cell)) return;
      count++;
      filled[column] = (filled[column] ?? 0) + 1;
    });
    if (count >= 2) busy++;
  }
  return { rows, filled, busy, grid };
}

/** Runs of columns without a gap: those with a name, and those without one that are filled like the others. */
export function runsOf(grid: CellGrid, block: HeaderBlock, { filled, busy }: Body): number[][] {
  const named = new Set(columnsIn(grid, block.top, block.bottom));
  const isUsed = (column: number) => named.has(column) || (busy > 0 && (filled[column] ?? 0) >= busy * 0.5);
  let [from, to] = [block.from, block.to];
  while (from > 0 && isUsed(from - 1)) from--;
  while (to < grid.columns - 1 && isUsed(to + 1)) to++;
  const runs: number[][] = [];
  for (let column = from; column <= to; column++) {
    if (!isUsed(column)) continue;
    const last = runs.at(-1);
    if (last?.at(-1) === column - 1) last.push(column);
    else runs.push([column]);
  }
  return runs;
}

/** A run with names and amounts of its own, or one that fills other rows (a table of townships beside the list), is another table. */
export function apart(
  runs: readonly number[][],
  { texts, body }: { readonly texts: ReadonlyMap<number, ColumnTexts>; readonly body: Body },
): number[][] {
  const familiesOf = (run: readonly number[], whole: boolean) =>
    run.flatMap((column) => {
      const path = headerPath(texts.get(column)?.texts ?? []);
      return (whole ? path : path.slice(-1)).map(familyOf);
    });
  const isNamed = (run: readonly number[]) =>
    familiesOf(run, false).some((family) => ['name', 'code', 'parcel'].includes(family));
  const isOfTowns = (run: readonly number[]) =>
    familiesOf(run, false).some((family) => family === 'town' || family === 'count');
  const hasAmounts = (run: readonly number[]) =>
    familiesOf(run, true).some((family) => ['area', 'tax', 'perMu'].includes(family));
  const fills = (run: readonly number[]) =>
    body.rows.filter((row) => run.filter((column) => !isBlank(body.grid.cells[row]?.[column])).length >= 2).length;
  const groups: number[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    const ownList = last && isNamed(run) && hasAmounts(run) && isNamed(last);
    const otherRows =
      last && run.length >= 2 && isNamed(last) && isOfTowns(run) && fills(run) >= 2 && fills(run) < fills(last) * 0.7;
    if (last && ownList !== true && otherRows !== true) last.push(...run);
    else groups.push([...run]);
  }
  return groups;
}

/** A name merged over two columns is one column: what has no cells of its own below is left out. */
export function isSpare(grid: CellGrid, block: HeaderBlock, { filled }: Body, column: number): boolean {
  const area = mergeAt(grid, block.bottom, column);
  return area !== undefined && area.column < column && (filled[column] ?? 0) === 0;
}

/** Names that come again in the same order with an identity among them are lists beside each other. */
export function unfolded(group: readonly number[], texts: ReadonlyMap<number, ColumnTexts>): number[][] {
  const headers = group.map((column) => headerOf(texts.get(column)?.texts.at(-1) ?? ''));
  const identity = headers.findIndex((header) => familyOf(header) === 'name');
  const again = headers.flatMap(({ name }, index) =>
    identity >= 0 && name === headers[identity]?.name ? [index] : [],
  );
  if (again.length < 2) return [[...group]];
  const lead = headers.flatMap(({ name }, index) => (name !== '' && name === headers[0]?.name ? [index] : []));
  const isLed =
    lead.length === again.length &&
    lead.every((at, nth) => at <= (again[nth] ?? -1) && (lead[nth + 1] ?? Infinity) > (again[nth] ?? 0));
  const cuts = isLed ? lead : again.map((at, nth) => (nth === 0 ? 0 : at));
  return cuts.map((start, nth) => group.slice(start, cuts[nth + 1] ?? group.length));
}
