import type { DuckDBValue } from '@duckdb/node-api';
import { finish } from '../../engine/column/index';
import { EVERY_ROW_ITSELF, unitsSteps } from '../../engine/entity/index';
import { fieldOf, type Ledger } from '../../engine/ledger/index';
import type { AppliedPolicy } from '../../engine/assess/index';
import { judgedSteps, projectedFields, type Assessment } from '../../taskpane/model/verdict/assessment';
import { quotedName, type Duck } from '../duck';
import { ledgerOfRows } from '../judge/ledgerOfRows';
import { checkTypes, rowsIn, withinSql, type Cohort } from '../judge/readings';
import { WHERE } from '../read/rowsTable';
import { Told } from '../told';

/** The rows of one county, as its thread is given them. */
export interface CountyRows {
  readonly name: string;
  /** Which of the counties this is, from 0. */
  readonly place: number;
  readonly ledger: Ledger;
  /** The rows of their sheets, or what else numbers them. */
  readonly rowNumbers: Float64Array;
}

/** The counties of a table, one after the other, in the order in which they begin; no more than one is held. */
export async function* countiesIn(
  duck: Duck,
  file: string,
  {
    policy,
    cohort,
    fields = projectedFields(policy),
    numbers = WHERE.row,
  }: {
    readonly policy: AppliedPolicy;
    readonly cohort: Cohort;
    readonly fields?: readonly string[];
    readonly numbers?: string;
  },
): AsyncGenerator<CountyRows> {
  const { from, names } = await rowsIn(duck, file);
  if (!names.has(WHERE.heads))
    throw new Told(`“${file}”没有“${WHERE.heads}”列，推演和核对要用它：请用 mujun read 重新读入`);
  checkTypes(fields, names);
  const heads = await headsIn(duck, from, withinSql(cohort));
  const here = fields.filter((id) => names.has(fieldOf(id).label));
  const columns = [
    `${withinSql(cohort)} AS w`,
    ...[numbers, WHERE.unread, ...here.map((id) => fieldOf(id).label)].map(quotedName),
  ];
  // Not held in memory: DuckDB sorts on the disk what does not fit.
  const query = `SELECT ${columns.join(', ')} FROM (SELECT *, MIN(${quotedName(WHERE.order)}) OVER (PARTITION BY ${withinSql(cohort)}) AS first_row FROM ${from}) AS rows_of_counties ORDER BY first_row, ${quotedName(WHERE.order)}`;
  let place = 0;
  for await (const [name, [, rows = [], unread = [], ...values]] of parted(duck.columns(query))) {
    const all = new Map(here.map((id, at) => [id, values[at]]));
    const plain = ledgerOfRows(
      fields,
      fields.map((id) => all.get(id)),
      unread,
    );
    const ledger = withHeads(plain, heads.get(name) ?? []);
    yield { name, place: place++, ledger, rowNumbers: Float64Array.from(rows, Number) };
  }
}

/** The heads that each file of each county has, by their fields. */
async function headsIn(duck: Duck, from: string, within: string): Promise<Map<string, Heads[]>> {
  const rows = await duck.rows(
    `SELECT ${within} AS w, ${quotedName(WHERE.file)}, MIN(${quotedName(WHERE.heads)}) FROM ${from} GROUP BY 1, 2`,
  );
  const heads = new Map<string, Heads[]>();
  for (const [within = '', , text] of rows) {
    const own = heads.get(String(within)) ?? [];
    heads.set(String(within), [...own, JSON.parse(String(text ?? '{}')) as Heads]);
  }
  return heads;
}

type Heads = Readonly<Record<string, string>>;

/** Columns of rows, cut where the first column changes. */
async function* parted(parts: AsyncGenerator<DuckDBValue[][]>): AsyncGenerator<[string, DuckDBValue[][]]> {
  let [name, held]: [string, DuckDBValue[][] | undefined] = ['', undefined];
  for await (const part of parts) {
    const names = (part[0] ?? []).map(String);
    for (let from = 0; from < names.length;) {
      const next = names[from] ?? '';
      const end = names.findIndex((own, at) => at > from && own !== next);
      const to = end < 0 ? names.length : end;
      if (held && next !== name) yield [name, held];
      if (!held || next !== name) held = part.map(() => []);
      name = next;
      for (const [at, column] of held.entries())
        for (let row = from; row < to; row++) column.push(part[at]?.[row] ?? null);
      from = to;
    }
  }
  if (held) yield [name, held];
}

/** A ledger that has the columns that its files have. */
function withHeads(ledger: Ledger, heads: readonly Heads[]): Ledger {
  const known = new Set(heads.flatMap((own) => Object.keys(own)));
  const fields = [...ledger.columns.keys()].filter((id) => known.has(fieldOf(id).label));
  return { ...ledger, headers: { ...ledger.headers, byField: new Map(fields.map((id) => [id, matchOf(id)])) } };
}

function matchOf(id: string) {
  const field = fieldOf(id);
  return { column: 0, header: field.label, field, confidence: 'exact', negated: false } as const;
}

/** The ledger of a county judged as the pane judges one, every row by itself: they were brought together when they were read. */
export function assessmentOf(ledger: Ledger, policy: AppliedPolicy): Assessment {
  const units = finish(unitsSteps(ledger, EVERY_ROW_ITSELF));
  return finish(judgedSteps({ read: ledger, units, whole: units.ledger }, { policy }));
}

/** A ledger without rows, judged: what answers and names there are under a policy. */
export function noLedger(policy: AppliedPolicy): Assessment {
  return assessmentOf(noRows(projectedFields(policy)), policy);
}

/** A ledger without rows that has a column for each of the fields. */
export function emptyLedger(fields: readonly string[]): Ledger {
  return withHeads(noRows(fields), [Object.fromEntries(fields.map((id) => [fieldOf(id).label, '']))]);
}

function noRows(fields: readonly string[]): Ledger {
  const columns = fields.map(() => []);
  return ledgerOfRows(fields, columns, []);
}
