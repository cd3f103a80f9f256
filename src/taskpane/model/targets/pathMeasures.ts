import type { StockRow } from '../../../engine/allocate/index';
import type { PathMeasure, YearSettings } from '../../state/targetState';

/** What is not judged yet is one choice, whatever is missing of it. */
const UNJUDGED = '待核实';
/** What a policy without paths has to say of every parcel. */
const NO_PATH = '没有路径';

/** What a path's own word says is done; the person sees it and may choose otherwise. */
const WORDS: readonly (readonly [RegExp, PathMeasure])[] = [
  [/保留|待研判|不适用/, 'none'],
  [/提升|提质|整治/, 'upgrade'],
  [/重建|更新|开发|新建|改造|退二优二/, 'renew'],
  [/处置|收储|收回|收购|回购|腾退|退出|关停|淘汰|减量|转型|转让/, 'dispose'],
];

/** A path of the open parcels, how many there are, and what is done with them, where that is known. */
export interface PathChoice {
  readonly path: string;
  readonly count: number;
  readonly measure: PathMeasure | undefined;
}

/** The path by which a parcel's measure is chosen. */
export function pathOf({ path }: Pick<StockRow, 'path'>): string {
  if (path === '') return NO_PATH;
  return path.startsWith(UNJUDGED) ? UNJUDGED : path;
}

/** What is done with the parcels of a path: the person's choice, else what its word says; a word that says nothing is asked about. */
export function measureOfPath(path: string, { measures }: Pick<YearSettings, 'measures'>): PathMeasure | undefined {
  return measures[path] ?? WORDS.find(([word]) => word.test(path))?.[1];
}

/** The paths of parcels in the order of the ledger. */
export function pathChoices(
  rows: readonly Pick<StockRow, 'path'>[],
  settings: Pick<YearSettings, 'measures'>,
): PathChoice[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(pathOf(row), (counts.get(pathOf(row)) ?? 0) + 1);
  return [...counts].map(([path, count]) => ({ path, count, measure: measureOfPath(path, settings) }));
}

/** Parcels of which neither their path nor a person says what is done. */
export function undecidedCount(
  rows: readonly Pick<StockRow, 'path'>[],
  settings: Pick<YearSettings, 'measures'>,
): number {
  return rows.filter((row) => measureOfPath(pathOf(row), settings) === undefined).length;
}
