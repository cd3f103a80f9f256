/** The door of this wing: a target over townships, parcels over years, and progress. */
export { splitByTownship, type SplitRule, type TownshipNeed } from './splitByTownship';
export { splitCases } from './splitCases';
export { splitProblems, type SplitProblem } from './splitProblems';
export { STOCK_FIELDS, stockRows, type StockRow } from './targetStock';
export { QUARTER_SHARES, targetProgress, type TargetProgress } from './targetProgress';
export { townshipStock, type DayPeriod, type TownshipStock } from './townshipStock';
export {
  allocate,
  type AllocationOutcome,
  type AllocationProgress,
  type Infeasible,
  type LimitChange,
} from './allocate';
export { allocateWithChance, allocationChances, type ChanceAsk, type AllocationChance } from './allocateWithChance';
export { disposalProblem, doneShareByQuarter, type DisposalQuestion } from './disposalProblem';
export { highsSolver } from './highsSolver';
export type { LinearSolver } from './linearSolver';
export type { Allocation, AllocationProblem, Limit } from './problem';
export { doneShareByYear, YEAR_MEASURES, yearsProblem, type YearMeasure } from './yearsProblem';
export { wholeUnits } from './wholeUnits';
