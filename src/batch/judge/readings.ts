import type { DuckDBValue } from '@duckdb/node-api';
import { fieldsRead, grade, gradeText, pointsUnread, readingsOf, type AppliedPolicy } from '../../engine/assess/index';
import { fieldOf, type Ledger } from '../../engine/ledger/index';
import { readingColumns } from '../../engine/report/index';
import { unresolvedText } from '../../text/functions';
import { quotedName, quotedText, type Duck, type TableColumn } from '../duck';
import { WHERE } from '../read/rowsTable';
import { Told } from '../told';
import { isNumbers, ledgerOfRows } from './ledgerOfRows';
import { GRADED, GRADED_SQL, READINGS } from './queries';

/** How rows are parted into ledgers that have averages and ranks of their own. */
export type Cohort = 'county' | 'file' | 'province';

const NEEDED = [WHERE.order, WHERE.file, WHERE.place, WHERE.unread] as const;
/** So many rows are read by a policy at a time. */
const ROWS = 65_536;

/** The table of rows that `mujun read` wrote. Throws Told for a file that is none. */
export async function rowsIn(
  duck: Duck,
  file: string,
): Promise<{ readonly from: string; readonly names: Map<string, string> }> {
  const from = `read_parquet(${quotedText(file)})`;
  let names: Map<string, string>;
  try {
    names = await duck.names(`SELECT * FROM ${from}`);
  } catch {
    throw new Told(`“${file}”打不开，或者不是 Parquet 文件`);
  }
  const missing = NEEDED.filter((name) => !names.has(name));
  if (missing.length > 0) throw new Told(`“${file}”不是 mujun read 写出的表：没有“${missing.join('”“')}”列`);
  return { from, names };
}

/** Reads every row by a policy and puts what it reads into a table for the policy's queries. Gives the number of rows. */
export async function putReadings(
  duck: Duck,
  { from, names }: Awaited<ReturnType<typeof rowsIn>>,
  {
    policy,
    cohort,
    progress,
  }: { readonly policy: AppliedPolicy; readonly cohort: Cohort; readonly progress: (rows: number) => void },
): Promise<number> {
  const fields = [...new Set([...fieldsRead(policy.pack), 'township'])];
  checkTypes(fields, names);
  const here = fields.map((id) => names.has(fieldOf(id).label));
  const wanted = fields.flatMap((id, at) => (here[at] === true ? [quotedName(fieldOf(id).label)] : []));
  const columns = [quotedName(WHERE.order), `${withinSql(cohort)} AS w`, quotedName(WHERE.unread), ...wanted];
  let rows = 0;
  for await (const part of gathered(duck.columns(`SELECT ${columns.join(', ')} FROM ${from}`), ROWS)) {
    const [order = [], within = [], unread = [], ...values] = part;
    let at = 0;
    const ledger = ledgerOfRows(
      fields,
      here.map((is) => (is ? values[at++] : undefined)),
      unread,
    );
    const own = [
      { name: READINGS.row, type: 'INTEGER' as const, at: (row: number) => Number(order[row]) },
      { name: READINGS.within, type: 'VARCHAR' as const, at: (row: number) => wordOf(within[row]) },
      ...readingsAsColumns(ledger, policy),
    ];
    if (rows === 0) await duck.create(`${READINGS.table}0`, own);
    await duck.append(`${READINGS.table}0`, own, ledger.rows);
    rows += ledger.rows;
    progress(rows);
    if (rows === ledger.rows) await createViews(duck, ledger, policy);
  }
  return rows;
}

/** Throws Told where a column of the table is not of its field's type. */
export function checkTypes(fields: readonly string[], names: ReadonlyMap<string, string>): void {
  for (const id of fields) {
    const { label } = fieldOf(id);
    const type = names.get(label);
    const wanted = isNumbers(id) ? 'DOUBLE' : 'VARCHAR';
    if (type !== undefined && type !== wanted)
      throw new Told(`表里“${label}”一列的类型是 ${type}，应为 ${wanted}：请用 mujun read 重新读入`);
  }
}

/** A county by its name in the title, else the file by itself. */
export function withinSql(cohort: Cohort): string {
  if (cohort === 'province') return `''`;
  return cohort === 'file' ? quotedName(WHERE.file) : `COALESCE(${quotedName(WHERE.place)}, ${quotedName(WHERE.file)})`;
}

const wordOf = (value: DuckDBValue | undefined): string => String(value ?? '');

/** What the policy reads; days are texts here and days in the view. */
function readingsAsColumns(ledger: Ledger, policy: AppliedPolicy): TableColumn[] {
  const context = { policy, cohort: ledger };
  const columns = readingColumns({ ledger, context, readings: readingsOf(ledger, context) });
  const settled = settledGrades(ledger, policy);
  return [
    ...columns.map(({ name, type, at }): TableColumn => ({ name, type: type === 'DATE' ? 'VARCHAR' : type, at })),
    { name: READINGS.settled, type: 'VARCHAR', at: (row) => settled.get(row) ?? null },
  ];
}

/** Grades that do not depend on the other rows, because a bonus or a penalty is there and cannot be read. */
function settledGrades(ledger: Ledger, policy: AppliedPolicy): ReadonlyMap<number, string> {
  const { grading } = policy.pack;
  const context = { policy, cohort: ledger };
  const rows = grading ? [...pointsUnread(grading, ledger, context).values()].flatMap((own) => [...own]) : [];
  if (rows.length === 0) return new Map();
  const verdicts = grade(ledger, context)?.verdicts;
  return new Map(
    rows.flatMap((row) => {
      const verdict = verdicts?.[row];
      return verdict?.kind === 'unresolved' ? [[row, gradeText(verdict, unresolvedText)] as const] : [];
    }),
  );
}

async function createViews(duck: Duck, ledger: Ledger, policy: AppliedPolicy): Promise<void> {
  const context = { policy, cohort: ledger };
  const days = readingColumns({ ledger, context, readings: readingsOf(ledger, context) }).filter(
    ({ type }) => type === 'DATE',
  );
  const cast = days.map(({ name }) => `CAST(${quotedName(name)} AS DATE) AS ${quotedName(name)}`);
  const all = cast.length === 0 ? '*' : `* REPLACE (${cast.join(', ')})`;
  await duck.run(`CREATE VIEW ${quotedName(READINGS.table)} AS SELECT ${all} FROM ${quotedName(`${READINGS.table}0`)}`);
  await duck.run(`CREATE VIEW ${quotedName(GRADED)} AS ${GRADED_SQL}`);
}

/** DuckDB gives two thousand rows at a time: enough of them together are worth a ledger. */
async function* gathered(parts: AsyncGenerator<DuckDBValue[][]>, rows: number): AsyncGenerator<DuckDBValue[][]> {
  let held: DuckDBValue[][] | undefined;
  for await (const part of parts) {
    if (held) held.forEach((column, at) => part[at]?.forEach((value) => column.push(value)));
    else held = part.map((column) => [...column]);
    if ((held[0]?.length ?? 0) < rows) continue;
    yield held;
    held = undefined;
  }
  if (held) yield held;
}
