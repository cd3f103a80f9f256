import type { StockRow } from '../../../engine/allocate/index';
import type { PathMeasure, YearSettings } from '../../state/targetState';

/** What is not judged yet is one choice, whatever is missing of it. */
export const UNJUDGED_PATH = '待核实';

/** What a path's own word says is done; the person sees it and may choose otherwise. */
const WORDS: readonly (readonly [RegExp, PathMeasure])[] = [
  [/保留|待研判|不适用/, 'none'],
  [/提升|提质|整治/, 'upgrade'],
  [/重建|更新|开发|新建|改造|退二优二/, 'renew'],
];

/** A path of the open parcels, how many there are, and what is done with them. */
export interface PathChoice {
  readonly path: string;
  readonly count: number;
  readonly measure: PathMeasure;
}

/** The path by which a parcel's measure is chosen. */
export function pathOf({ path }: Pick<StockRow, 'path'>): string {
  return path === '' || path.startsWith(UNJUDGED_PATH) ? UNJUDGED_PATH : path;
}

/** What is done with the parcels of a path: the person's choice, else what its word says; what says nothing is disposed of. */
export function measureOfPath(path: string, { measures }: Pick<YearSettings, 'measures'>): PathMeasure {
  return measures[path] ?? WORDS.find(([word]) => word.test(path))?.[1] ?? 'dispose';
}

/** The paths of parcels in the order of the ledger. */
export function pathChoices(rows: readonly StockRow[], settings: Pick<YearSettings, 'measures'>): PathChoice[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(pathOf(row), (counts.get(pathOf(row)) ?? 0) + 1);
  return [...counts].map(([path, count]) => ({ path, count, measure: measureOfPath(path, settings) }));
}
