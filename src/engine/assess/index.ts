/** The door of this wing: tiers, paths, grades, clauses and checks. */
export { grade, type Grades, type GradeVerdict, type RankedVerdict } from './grade';
export { quotasFor } from './gradeRows';
export { gradeText } from './gradeText';
export { pointsUnread } from './gradeGroups';
export type { AppliedPolicy, AssessContext } from './context';
export { applyPolicy } from './applyPolicy';
export { columnsLacking, type LackingColumn } from './columnsLacking';
export { cohortOf, gradeColumnsLacking } from './gradeColumnsLacking';
export { explainAt, type Explanation } from './explain';
export { unitDoubt, type UnitDoubt } from './unitDoubt';
export { judge, verdictAt, type Judgement, type Verdict } from './judge';
export { gradesAnswered, gradesOfLedger, migration, migrationBetween } from './migration';
export type { Answered, Migration, Move } from './migration';
export { correctedLedger } from './corrected';
export { pathChanges, tierLifts, type MovingChange } from './changesThatMove';
export { nearLines, type NearLine } from './nearLines';
export { clausesOf, type Clause, type Given } from './clauses';
export { disposalRate, stockTypeOf, type DisposalRate } from './disposalRate';
export { areaBalance, type BalanceParcel, type BalanceVerdict } from './checks/areaBalance';
export { mixShare } from './checks/mixShare';
export { judgePromise, type PromiseDirection, type PromiseVerdict } from './checks/promise';
export { QUOTA_REWARD, quotaReward, type QuotaRule } from './checks/quotaReward';
export { readSavedResults, savedResult, type ResultAnswer, type SavedResults } from './checks/savedResults';
export { DEFAULT_TAX_SHARES, makesWhole, taxShare } from './checks/taxShare';
export { amountsAsked, columnsNamed, fieldsRead, groupIds, readingsOf } from './readings';
export {
  measureCell,
  measureNamed,
  measuresOf,
  variesByRow,
  type MeasuredRows,
  type MeasureVerdict,
  type MeasureWords,
} from './measures';
