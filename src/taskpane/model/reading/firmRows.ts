import { firmRows, type MergedSpan } from '../../../engine/ledger/index';
import type { FirmAnswer } from './rowChoices';
import type { Source } from './source';

/**
 * A ledger in which one name stands on several rows with a tax on the first alone, by a person's word on whether they are one
 * enterprise. Until then that tax is nobody's: the first row's land is not all of it.
 */
export function withFirms(source: Source, said: FirmAnswer | undefined): Source {
  const blocks = firmRows(source.rows, source.located.headers);
  if (blocks.length === 0) return source;
  return { ...source, firms: { blocks, open: said === undefined, together: said === 'together' } };
}

/** The taxes that may be of several rows: nobody's while that is not said. */
export function openTaxes({ firms, located }: Pick<Source, 'firms' | 'located'>): readonly MergedSpan[] {
  const column = located.headers.byField.get('taxPaid')?.column;
  return firms?.open === true && column !== undefined ? firms.blocks.map((block) => ({ ...block, column })) : [];
}

/** The rows that count as one enterprise with an earlier one, and that one. */
export function firmLeads({ firms }: Pick<Source, 'firms'>): ReadonlyMap<number, number> {
  const joined = firms?.together === true ? firms.blocks : [];
  return new Map(joined.flatMap(({ row, rows }) => Array.from({ length: rows }, (_, at) => [row + at, row] as const)));
}
