import {
  applyPolicy,
  grade,
  judge,
  variesByRow,
  type AppliedPolicy,
  type Grades,
  type Judgement,
  type MeasuredRows,
} from '../../engine/assess/index';
import { GRADE_HEADS, gradeSql, measureSql, verdictSql } from '../../engine/report/index';
import { MEASURE_HEADER } from '../../taskpane/model/reading/resultHeaders';
import { MEASURE_WORDS, unresolvedText } from '../../text/functions';
import type { PolicyAsked } from '../policyAsked';
import { ledgerOfRows } from './ledgerOfRows';

/** The columns that answers stand in. */
export const ANSWERS = {
  tier: '档位',
  path: '路径',
  score: GRADE_HEADS.score,
  rank: GRADE_HEADS.rank,
  grade: GRADE_HEADS.grade,
} as const;
/** The table that queries read: a row's number, the ledger it belongs to, and what the policy reads of it. */
export const READINGS = { table: '读数', row: '行号', within: '所属', settled: '已定等级' } as const;

/** A query, and the columns of answers that it gives besides the row's number. */
export interface AnswerQuery {
  readonly sql: string;
  readonly gives: readonly string[];
}

/** A policy in force on the day that was asked for. */
export function policyOn({ pack, asOf }: PolicyAsked): AppliedPolicy {
  return applyPolicy(pack, asOf === undefined ? {} : { asOf });
}

/** The queries of a policy: tiers, paths and grades, as far as the document has them; `within` parts the rows into ledgers. */
export function answerQueries(policy: AppliedPolicy, within: string | undefined): AnswerQuery[] {
  const nothing = ledgerOfRows([], [], []);
  const context = { policy, cohort: nothing };
  const asked = { table: READINGS.table, unresolved: unresolvedText, ...(within === undefined ? {} : { within }) };
  const verdict = (judgement: Judgement | undefined, as: string): AnswerQuery[] =>
    judgement ? [{ sql: verdictSql(judgement, { ...asked, as }), gives: [as] }] : [];
  const graded = (grades: Grades | undefined): AnswerQuery[] => {
    if (!grades) return [];
    const sql = gradeSql(grades, { ...asked, table: GRADED, order: READINGS.row, as: ANSWERS.grade });
    return [{ sql, gives: [ANSWERS.score, ANSWERS.rank, ANSWERS.grade] }];
  };
  return [
    ...verdict(judge(nothing, context, 'tiers'), ANSWERS.tier),
    ...verdict(judge(nothing, context, 'paths'), ANSWERS.path),
    ...graded(grade(nothing, context)),
  ];
}

/** The readings with what rows were judged and graded to be beside them: what queries of measures read. */
export const JUDGED = '读数与结论';

/** The queries of a policy's measures, those that say the same of every row aside. */
export function measureQueries(policy: AppliedPolicy, within: string | undefined): MeasureAnswer[] {
  const context = { policy, cohort: ledgerOfRows([], [], []) };
  return (policy.pack.measures ?? []).filter(variesByRow).map((measure) => {
    const { name, unit, lines } = measure;
    const amount = lines.some((line) => line.amount)
      ? [`${MEASURE_HEADER}${name}${unit === '' ? '' : `（${unit}）`}`]
      : [];
    const words = MEASURE_HEADER + name + (amount.length > 0 ? '（说明）' : '');
    const columns = { words, ...(amount[0] === undefined ? {} : { amount: amount[0] }) };
    const asked = { table: JUDGED, said: MEASURE_WORDS, ...columns, ...(within === undefined ? {} : { within }) };
    return { measure, sql: measureSql(measure, context, asked), gives: [...amount, words] };
  });
}

/** The query of a measure. */
export interface MeasureAnswer extends AnswerQuery {
  readonly measure: MeasuredRows['measure'];
}

/** The readings of rows that are graded by a query: those whose bonus or penalty cannot be read are settled before. */
export const GRADED = '参评读数';
/** Which those are. */
export const GRADED_SQL = `SELECT * FROM "${READINGS.table}" WHERE "${READINGS.settled}" IS NULL`;
