import { firmRows, type FirmRows, type HeaderMatch, type MergedSpan } from '../../../engine/ledger/index';
import type { Source } from './source';

type Given = Pick<Source, 'rows' | 'firms'>;

/** Rows of one name with a tax on the first alone, while nobody has said whether they are one enterprise. */
export function openFirms({ rows, firms }: Given, headers: HeaderMatch): readonly FirmRows[] {
  return firms === undefined ? firmRows(rows, headers) : [];
}

/** The taxes of such rows: nobody's meanwhile, for the first row's land is not all of it. */
export function openTaxes(source: Given, headers: HeaderMatch): readonly MergedSpan[] {
  const column = headers.byField.get('taxPaid')?.column;
  return column === undefined ? [] : openFirms(source, headers).map((block) => ({ ...block, column }));
}

/** The rows that by a person's word count as one enterprise with an earlier one, and that one. */
export function firmLeads({ rows: all, firms }: Given, headers: HeaderMatch): ReadonlyMap<number, number> {
  const joined = firms === 'together' ? firmRows(all, headers) : [];
  return new Map(joined.flatMap(({ row, rows }) => Array.from({ length: rows }, (_, at) => [row + at, row] as const)));
}
