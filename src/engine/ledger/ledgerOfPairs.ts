import type { Column } from '../column/column';
import { cellText, isBlankArgument, type Cell } from './cell';
import { fieldOf } from './fields';
import { matchHeaders, type HeaderMatch } from './matchHeaders';
import { readNumber } from './number';
import { readColumn, type Finding } from './readColumn';
import type { Ledger } from './readLedger';
import { FOOTER } from './rows/byWords';

const CLUSTER = 'cluster';

/** The headers that a pair of ranges stands for; the units are the defaults, 万元 and 亩. */
const HEADERS = matchHeaders([['税收', '面积', '产业集聚区']]);

type Triple = readonly [tax: Cell, area: Cell, group: Cell];

/**
 * A ledger from tax, area and cluster alone, as a formula gives them. A pair of blanks is no data row, nor are the headers
 * above the first data row of a whole column and a signature below; everything else is one. Blank cells of a formula's
 * argument arrive as 0, null or ''. `group` are the ids of the third column where it is another than 产业集聚区.
 */
export function ledgerOfPairs(pairs: readonly Triple[], group: readonly string[] = [CLUSTER]): Ledger {
  const headers = headersFor(group);
  const first = pairs.findIndex((pair) => !isBlankPair(pair) && !isHeading(pair));
  const isData = pairs.map((pair, row) => row >= first && first >= 0 && !isBlankPair(pair) && !isSignature(pair));
  const columns = new Map<string, Column>();
  const findings: Finding[] = [];
  for (const match of headers.byField.values()) {
    const read = readColumn(pairs, match, { zeroIsBlank: true, isData });
    columns.set(match.field.id, read.column);
    findings.push(...read.findings);
  }
  const kinds = isData.map((data) => (data ? ('data' as const) : ('blank' as const)));
  return { rows: pairs.length, kinds, headers, columns, findings, zeroIsBlank: true };
}

/** The third column is whatever a policy tells groups by, in all the ways that it asks for it. */
function headersFor(group: readonly string[]): HeaderMatch {
  const third = HEADERS.byField.get(CLUSTER);
  if (!third || group.includes(CLUSTER)) return HEADERS;
  const others = [...HEADERS.byField].filter(([id]) => id !== CLUSTER);
  const own = group.map((id) => [id, { ...third, field: fieldOf(id) }] as const);
  return { ...HEADERS, byField: new Map([...others, ...own]) };
}

function isBlankPair([tax, area]: Triple): boolean {
  return isBlankArgument(tax) && isBlankArgument(area);
}

/** 实缴税收 over 用地面积(亩), or the group names above them: names, in both cells or in one over a blank. */
function isHeading([tax, area]: Triple): boolean {
  return [tax, area].every((cell) => isBlankArgument(cell) || isName(cell));
}

function isName(cell: Cell): boolean {
  if (typeof cell !== 'string' || readNumber(cell).kind !== 'unreadable') return false;
  return /^(?:经济|用地|基本|指标|效益|治理|其他)/.test(cellText(cell)) || matchHeaders([[cell]]).byField.size > 0;
}

/** 审核人： in one cell and nothing in the other. */
function isSignature([tax, area]: Triple): boolean {
  const [only, other] = isBlankArgument(tax) ? [area, tax] : [tax, area];
  return isBlankArgument(other) && typeof only === 'string' && FOOTER.test(cellText(only));
}
