import { textAt } from '../../engine/column/index';
import type { AppliedPolicy } from '../../engine/assess/index';
import type { Ledger } from '../../engine/ledger/index';
import { CHECK_FIELDS, checkAnswers } from '../../engine/report/index';
import { CHECK_WORDS } from '../../text/checks';
import { unresolvedText } from '../../text/functions';
import { quotedName, type Duck } from '../duck';
import { WHERE } from '../read/rowsTable';
import { countiesIn, emptyLedger } from '../simulate/counties';
import { READINGS } from './queries';

/** The table of the checks. */
export const CHECKED = '核对';
const CLOSED = 'closedOutOn';
const FIELDS = [...new Set([...CHECK_FIELDS, 'landArea'])];

/**
 * Puts what 核对表 says of every row into a table beside the row's number, file by file, as far as the file has the columns. Gives the
 * names of the columns in which anything is said.
 */
export async function putChecks(duck: Duck, file: string, policy: AppliedPolicy): Promise<string[]> {
  const all = answersOf(emptyLedger(FIELDS), policy).map(({ header, isNumber }) => {
    return { header, name: `${CHECKED}：${header}`, type: isNumber ? ('DOUBLE' as const) : ('VARCHAR' as const) };
  });
  await duck.create(CHECKED, [{ name: READINGS.row, type: 'INTEGER' }, ...all]);
  const asked = { policy, cohort: 'file', fields: FIELDS, numbers: WHERE.order } as const;
  for await (const { ledger, rowNumbers } of countiesIn(duck, file, asked)) {
    const own = new Map(answersOf(ledger, policy).map(({ header, at }) => [header, at]));
    const columns = all.map(({ name, type, header }) => {
      return { name, type, at: (row: number) => told(own.get(header)?.(row), type) };
    });
    const row = { name: READINGS.row, type: 'INTEGER' as const, at: (at: number) => rowNumbers[at] ?? null };
    await duck.append(CHECKED, [row, ...columns], ledger.rows);
  }
  const names = all.map(({ name }) => name);
  const [counts = []] = await duck.rows(
    `SELECT ${names.map((name) => `COUNT(${quotedName(name)})`).join(', ')} FROM ${quotedName(CHECKED)}`,
  );
  return names.filter((_, at) => Number(counts[at]) > 0);
}

function told(value: string | number | boolean | undefined, type: 'DOUBLE' | 'VARCHAR'): string | number | null {
  if (value === undefined || value === '') return null;
  return type === 'DOUBLE' ? Number(value) : String(value);
}

/** A closing day is read from its cell: one that cannot be read is no missing one. */
function answersOf(ledger: Ledger, policy: AppliedPolicy) {
  const unread = new Map(ledger.findings.flatMap(({ field, row, text }) => (field === CLOSED ? [[row, text]] : [])));
  const rows = Array.from({ length: ledger.rows }, (_, row) => [unread.get(row) ?? textAt(ledger, CLOSED, row) ?? '']);
  return checkAnswers({ ledger, rows, policy, words: CHECK_WORDS, unresolved: unresolvedText });
}
