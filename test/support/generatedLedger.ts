import type { AssessContext } from '../../src/engine/assess/context';
import { applyPolicy } from '../../src/engine/assess/applyPolicy';
import { fieldsRead } from '../../src/engine/assess/readings';
import { fieldOf } from '../../src/engine/ledger/fields';
import type { Cell } from '../../src/engine/ledger/cell';
import { matchHeaders } from '../../src/engine/ledger/matchHeaders';
import { readLedger, type Ledger } from '../../src/engine/ledger/readLedger';
import { wordsOfField } from '../../src/engine/policy/fieldWords';
import type { PackField, PolicyPack } from '../../src/engine/policy/pack';
import type { ParameterTable } from '../../src/engine/policy/parameterTable';
import { seededRandom } from './sample/seededRandom';

/** A made-up ledger for a policy, with what it is judged by; its own rows are the cohort. */
export interface Generated {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly ledger: Ledger;
  readonly context: AssessContext;
}

const AREAS: readonly Cell[] = [1, 3, 7, 12.34, 60, 0.5, 33.3, '', 0, -2];
/** Tax of earlier years is of the size of this year's, or a mean of years comes to no line. */
const EARLIER: ReadonlySet<string> = new Set(['previousTax', 'taxTwoYearsAgo']);
const EARLIER_TAX: readonly Cell[] = [5, 20, 80, 400, 5, 20, 80, 1200, 0, ''];
const TOWNSHIPS = ['一镇', '二镇', '三街道', '独户镇', ''];
/** What no field can read. */
const UNREADABLE = '？？';

/**
 * Rows that sit on the lines of a policy and beside them by 0.01 万元, with every word, blanks and cells that cannot be read. Seeded.
 */
export function generatedLedger(
  pack: PolicyPack,
  rows: number,
  { seed = 1, overlay }: { readonly seed?: number; readonly overlay?: ParameterTable } = {},
): Generated {
  const draw = seededRandom(seed);
  const policy = applyPolicy(pack, overlay ? { overlay } : {});
  const lines = [...policy.values].flatMap(([name, value]) =>
    pack.values.get(name)?.unit === '万元/亩' && Number.isFinite(value) ? [value] : [],
  );
  // Whether a column is blank is read in the column itself.
  const fields = pack.fields.filter(
    ({ field, derive }) => !['taxPaid', 'landArea'].includes(field) && derive !== 'isBlank',
  );
  const headers = ['企业名称', '实缴税收', '用地面积', ...fields.map(({ field }) => fieldOf(field).headers[0] ?? '')];
  const one = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;
  const cells = Array.from({ length: rows }, (_, row): Cell[] => {
    const area = one(AREAS);
    const line = lines.length === 0 ? draw() * 20 : one(lines);
    const mu = typeof area === 'number' && area > 0 ? area : 5;
    const near = Math.round((line * mu + one([-0.01, 0, 0, 0.01])) * 100) / 100;
    const tax = one<Cell>([near, near, near, Math.round(draw() * 200_000) / 100 / 10, '', 0, -3.5]);
    return [`企业${String(row + 1)}`, tax, area, ...fields.map((field) => wordFor(pack, field, one))];
  });
  const ledger = readLedger(matchHeaders([headers]), cells, { fields: fieldsRead(pack), zeroIsBlank: false });
  return { headers, rows: cells, ledger, context: { policy, cohort: ledger } };
}

function wordFor(pack: PolicyPack, field: PackField, one: <T>(list: readonly T[]) => T): Cell {
  if (field.field === 'township' && !field.words) return one(TOWNSHIPS);
  if (field.field === 'cluster') {
    return one(['', '无此集聚区', ...(pack.bands?.groups.flatMap(({ name, members }) => [name, ...members]) ?? [])]);
  }
  const words = wordsOfField(field);
  const { kind } = fieldOf(field.field);
  if (kind === 'date') return one<Cell>(['2010-01-01', '2023-02-28', '2023-03-01', '2024-02-29', '', UNREADABLE]);
  if (EARLIER.has(field.field)) return one(EARLIER_TAX);
  if (!words) return one<Cell>([1, 2, 5, 10, 1, 2, 5, 10, 0, '']);
  // What is no word of the policy's own is what it says of a blank, in a column of townships as well.
  const other = field.field === 'township' ? '某镇' : UNREADABLE;
  return one<Cell>([...words, ...words, ...words, '', other]);
}
