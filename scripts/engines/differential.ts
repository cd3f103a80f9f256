import { readFileSync } from 'node:fs';
import { grade, type GradeVerdict } from '../../src/engine/assess/grade';
import { gradeText } from '../../src/engine/assess/gradeText';
import { judge } from '../../src/engine/assess/judge';
import { readingsOf } from '../../src/engine/assess/readings';
import { loadPack } from '../../src/engine/policy/loadPack';
import { builtInPacks, gradingPacks } from '../../src/engine/policy/packs';
import type { PolicyPack } from '../../src/engine/policy/pack';
import { gradeSql } from '../../src/engine/report/grade/gradeSql';
import { verdictSql } from '../../src/engine/report/verdict/verdictSql';
import { verdictInWords } from '../../src/engine/report/verdict/verdictCells';
import { DIALECTS, inDialect } from '../../src/engine/rule/sql/dialect';
import type { Table } from '../../test/support/duckDb';
import { generatedLedger } from '../../test/support/generatedLedger';
import { RANKED, UNREAD_CORRECTIONS } from '../../test/support/rankedPolicy';
import { readingRows } from '../../test/support/readingRows';
import { inRoot } from '../root';

/** One policy's table of answers: what another engine is asked, and what the kernel says, row by row. */
export interface Question {
  readonly name: string;
  readonly table: Table;
  readonly query: (dialect: keyof typeof DIALECTS) => string;
  /** The columns of answers. */
  readonly wanted: readonly string[];
  readonly ours: readonly (readonly string[])[];
}

/** Rows with a number of their own, in the order of `row`. */
export const ORDER = 'row_number';
const unresolved = (missing: readonly string[]): string => `待核实：缺 ${missing.join('、')}`;
const TABLE = '读数';

/** Every table of every built-in policy whose name is asked for, over made-up rows that sit on its lines and beside them, one at a time. */
export function* questions(rows: number, isAsked: (name: string) => boolean = () => true): Generator<Question> {
  for (const pack of builtInPacks())
    for (const table of ['tiers', 'paths'] as const)
      if (pack[table] && isAsked(`${pack.id} ${table}`)) yield* verdictQuestion(pack, table, rows);
  for (const pack of [...gradingPacks(), ...documents()])
    if (isAsked(`${pack.id} grades`)) yield* gradeQuestions(pack, rows);
}

/** Documents of the tests: rows taken together, readings of a ranking, corrections. */
function documents(): PolicyPack[] {
  const linxian = readFileSync(inRoot('test', 'fixtures', 'policies', 'linxian-2026', 'pack.yaml'), 'utf8');
  const together = '  floor: 20\n  together: { by: 区镇, add: [税收, 营业收入] }\n';
  return [linxian, linxian.replace('  floor: 20\n', together), RANKED, UNREAD_CORRECTIONS].map((text) =>
    loadPack(text),
  );
}

function* verdictQuestion(pack: PolicyPack, table: 'tiers' | 'paths', count: number): Generator<Question> {
  const { ledger, context } = generatedLedger(pack, count, { seed: 7 });
  const judgement = judge(ledger, context, table);
  if (!judgement) return;
  const { rows, table: readings } = readingRows(judgement, TABLE);
  yield {
    ...{ name: `${pack.id} ${table}`, table: readings, wanted: ['答案'] },
    query: inEach(verdictSql(judgement, { table: TABLE, as: '答案', unresolved })),
    ours: rows.map((row) => [verdictInWords(judgement, row, unresolved)]),
  };
}

function* gradeQuestions(pack: PolicyPack, count: number): Generator<Question> {
  const { ledger, context } = generatedLedger(pack, count, { seed: 11 });
  const grades = grade(ledger, context);
  if (!grades) return;
  const { rows, table } = readingRows({ ledger, context, readings: readingsOf(ledger, context) }, TABLE);
  yield {
    ...{ name: `${pack.id} grades`, table, wanted: ['综合得分', '本组位次', '评定等级'] },
    query: inEach(gradeSql(grades, { table: TABLE, order: ORDER, as: '评定等级', unresolved })),
    ours: rows.map((row) => said(grades.verdicts[row] ?? { kind: 'notData' })),
  };
}

const inEach =
  (sql: string): Question['query'] =>
  (dialect) =>
    inDialect(sql, DIALECTS[dialect]);

function said(verdict: GradeVerdict): string[] {
  const ranked = verdict.kind === 'ranked' ? [String(verdict.score), String(verdict.rank)] : ['', ''];
  return [...ranked, gradeText(verdict, unresolved)];
}

/** Scores are sums of doubles in another order: the same to the ninth decimal. */
const NOISE = 2e-9;

/** The rows on which two answers differ. */
export function differences(ours: Question['ours'], theirs: readonly (readonly string[])[]): string[] {
  const same = (a = '', b = '') => a === b || (a !== '' && b !== '' && Math.abs(Number(a) - Number(b)) <= NOISE);
  const wrong = ours.flatMap((own, row) =>
    own.every((cell, at) => same(cell, theirs[row]?.[at]))
      ? []
      : [`${String(row)}: ${own.join('|')} / ${theirs[row]?.join('|') ?? 'nothing'}`],
  );
  return theirs.length === ours.length
    ? wrong
    : [`${String(ours.length)} rows asked, ${String(theirs.length)} answered`, ...wrong];
}

/** Rows as lines of CSV with their numbers before them: blank is NULL, "" is a text without letters. */
export function csvOf({ rows }: Table): string {
  const quoted = (value: number | string | null) =>
    value === null ? '' : typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`;
  return rows.map((row, at) => [String(at), ...row.map(quoted)].join(',')).join('\n');
}
