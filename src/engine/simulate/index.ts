/** The door of this wing: levers and assumptions to ten years, and how sure they are. */
export { WAIVER_FIELDS, waiverQuestions } from './waiverQuestions';
export { addedFloorArea, floorAreaOf, landPriceDue } from './equations';
export type { TaxPerMuChange } from './decomposeTaxPerMu';
export {
  ASSUMPTION_IDS,
  assumptionOf,
  assumptionValues,
  type AssumptionId,
  type AssumptionOrigin,
  type AssumptionOverrides,
  type AssumptionUnit,
} from './assumption';
export type { InputProblem } from './inputProblem';
export type { RunNotice, NoticeCode } from './notice';
export { unmetAtStart, unmetNeeds, type LeverName, type LeverNeed, type Levers, type ProblemOf } from './levers/all';
export { DIMENSIONS, isGiven, type Dimension, type ParcelColumns } from './parcels';
export type { Progress, SimulationPhase } from './progress';
export type { SimulationInput } from './scenario';
export type { YearSeries } from './series';
export type { Recovery } from './payback';
export { simulate, type SimulationOutcome, type SimulationResult } from './simulate';
export type { TierLines } from './tierLines';
export {
  basisRefusal,
  judgeWaiver,
  type GateAnswer,
  type GateField,
  type GateReason,
  type WaiverBasis,
} from './waiverGate';
export { waiverBases } from './waiverBases';
export { rowsByRule, type RuledRows } from './eligible';
export { DISTRIBUTION_KINDS, isDistribution, mayVary, type Distribution } from './uncertain/distribution';
export { drawBlock, prepareDraws, type Drawable, type DrawingFailure, type DrawnBlock } from './uncertain/drawBlock';
export { seekGoal, type Goal, type GoalOutcome, type Knob } from './uncertain/goalSeek';
export { METRICS, metricIndex, type Metric } from './uncertain/outcomes';
export { distributionsOf, planParameters, type Correlation, type Distributions } from './uncertain/parameters';
export { enoughBlocks, runUncertain } from './uncertain/runUncertain';
export { firstDraws, medianError } from './uncertain/firstDraws';
export { shareAtLeast, sortedQuantile, spreadOf, type Spread } from './uncertain/spread';
export { INFLUENCED, summarise, type UncertainResult } from './uncertain/summary';
export { swingsOf, type Swing } from './uncertain/swings';
export { blockCount, DRAWS_PER_BLOCK, type DatedTarget, type UncertainInput } from './uncertain/uncertainInput';
export { waiverCurve, type WaiverCurve } from './uncertain/waiverCurve';
