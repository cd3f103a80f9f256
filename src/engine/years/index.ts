/** The door of this wing: what ledgers of several years tell of the model's assumptions, and projections held to what happened. */
export { YEAR_FIELDS } from './firms';
export type { SpreadFactor } from './asHappened';
export type { Cause } from './causes';
export type { Figure } from './figures';
export type { TroubleFound, YearTrouble } from './guards';
export type { Held } from './held';
export type { LearntFigure } from './learn';
