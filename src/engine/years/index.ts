/** The door of this wing: what ledgers of several years tell of the model's assumptions, and projections held to what happened. */
export { YEAR_FIELDS } from './firms';
export { asWideAsHappened, luckOfTotal, type SpreadFactor } from './asHappened';
export { assumptionsLearnt } from './assumptionsLearnt';
export type { Cause } from './causes';
export { type Figure, PRIORS, SETS, yearsBehind } from './figures';
export type { GroupGrowth } from './groupGrowth';
export type { TroubleFound, YearTrouble } from './guards';
export type { Held } from './held';
export { hindsightSteps, type HeldTold, type Hindsight, type HindsightInput, type YearHeld } from './hindsight';
export type { LearntFigure } from './learn';
export type { FirmTold, PairTold } from './pairTold';
export { studySteps, type Study, type StudyInput } from './study';
export { yearTable, type YearLedger } from './yearLedger';
