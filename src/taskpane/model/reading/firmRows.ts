import { NO_FIRMS, type Firms } from '../../../engine/entity/index';
import { firmRows, sumRows, type FirmRows, type HeaderMatch } from '../../../engine/ledger/index';
import type { Source } from './source';

type Given = Pick<Source, 'rows' | 'firms' | 'years'>;

const NONE: readonly FirmRows[] = [];
/** Several questions and sentences are about the same rows: they are looked for once. */
const known = new WeakMap<Source['rows'], { readonly headers: HeaderMatch; readonly found: readonly FirmRows[] }>();

/** The rows that seem to be one enterprise's; of a table of years that all count each year is a row. */
function firmsIn({ rows, years }: Given, headers: HeaderMatch): readonly FirmRows[] {
  if (years?.chosen === 'all') return NONE;
  const before = known.get(rows);
  if (before?.headers === headers) return before.found;
  const found = firmRows(rows, headers);
  known.set(rows, { headers, found });
  return found;
}

/** Rows that seem to be one enterprise's, while nobody has said what they are. */
export function openFirms(source: Given, headers: HeaderMatch): readonly FirmRows[] {
  return source.firms === undefined ? firmsIn(source, headers) : NONE;
}

/** The rows that by a person's word count as one enterprise with an earlier one, and how. */
export function firmsSaid(source: Given, headers: HeaderMatch): Firms {
  const { rows, firms } = source;
  if (firms === undefined || firms === 'apart') return NO_FIRMS;
  const found = firmsIn(source, headers);
  const leads = new Map(found.flatMap((group) => group.map((row) => [row, group[0] ?? row] as const)));
  const isSpare = (row: number) => firms === 'first' && leads.get(row) !== row;
  const spare = firms === 'first' ? new Set([...leads.keys()].filter(isSpare)) : sumRows(rows, headers, found);
  return { leads, spare, landOnce: firms === 'landOnce' };
}
