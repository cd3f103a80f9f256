import type { Column } from '../column/column';
import { isBlank, type Cell } from './cell';
import { matchHeaders } from './matchHeaders';
import { readColumn, type Finding } from './readColumn';
import type { Ledger } from './readLedger';

/** The headers that a pair of ranges stands for; the units are the defaults, 万元 and 亩. */
const HEADERS = matchHeaders([['税收', '面积', '产业集聚区']]);

/**
 * A ledger from tax, area and cluster alone, as a formula gives them: a pair of blanks is no data row, and everything else is one.
 * Blank cells of a formula's argument arrive as 0, null or ''.
 */
export function ledgerOfPairs(pairs: readonly (readonly [tax: Cell, area: Cell, group: Cell])[]): Ledger {
  const isData = pairs.map(([tax, area]) => [tax, area].some((cell) => !isBlank(cell) && cell !== 0));
  const columns = new Map<string, Column>();
  const findings: Finding[] = [];
  for (const match of HEADERS.byField.values()) {
    const read = readColumn(pairs, match, { zeroIsBlank: true, isData });
    columns.set(match.field.id, read.column);
    findings.push(...read.findings);
  }
  const kinds = isData.map((data) => (data ? ('data' as const) : ('blank' as const)));
  return { rows: pairs.length, kinds, headers: HEADERS, columns, findings, zeroIsBlank: true };
}
