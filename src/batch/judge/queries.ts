import { applyPolicy, grade, judge, type AppliedPolicy, type Grades, type Judgement } from '../../engine/assess/index';
import { GRADE_HEADS, gradeSql, verdictSql } from '../../engine/report/index';
import { unresolvedText } from '../../text/functions';
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
  return applyPolicy(pack, asOf === undefined ? {} : { asOf: asOf as NonNullable<AppliedPolicy['asOf']> });
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

/** The readings of rows that are graded by a query: those whose bonus or penalty cannot be read are settled before. */
export const GRADED = '参评读数';
