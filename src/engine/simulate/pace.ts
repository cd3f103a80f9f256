import type { AssumptionValues } from './assumption';
import { ramp } from './equations';

/** Share that begins `wait` years late when each year a share `pace` of those left begins: pace x (1 - pace)^wait. */
export function beginningShare(pace: number, wait: number): number {
  let left = 1;
  for (let year = 0; year < wait; year++) left *= 1 - pace;
  return pace * left;
}

/** Share that has begun at most `wait` years late; none before the time. */
export function begunShare(pace: number, wait: number): number {
  if (wait < 0) return 0;
  let left = 1;
  for (let year = 0; year <= wait; year++) left *= 1 - pace;
  return 1 - left;
}

/** Years from the disposal to the grant as the stock sees it: land cannot come back before it has left. */
export function grantAge(values: AssumptionValues): number {
  return Math.max(1, values.resupplyDelay);
}

/** Expected state of a parcel by the years since its planned disposal, as shares of its land (or of its mature tax). */
export interface DisposalPace {
  readonly done: Float64Array;
  readonly gone: Float64Array;
  readonly granted: Float64Array;
  readonly taxed: Float64Array;
  /** In production for three years or more, when what was undertaken falls due. */
  readonly mature: Float64Array;
}

/** The year of production in which a project must yield what it undertook. */
export const MATURE_FROM = 3;

/** The expected states by age: a parcel is disposed of in its planned year or, each time with what is left, later. */
export function disposalPace(values: AssumptionValues): DisposalPace {
  const ages = values.horizon + 1;
  const begun = (wait: number) => begunShare(values.disposalOnTime, wait);
  const years = values.resupplyDelay + values.constructionLag;
  const byAge = (share: (age: number) => number) => Float64Array.from({ length: ages }, (_, age) => share(age));
  return {
    done: byAge(begun),
    gone: byAge((age) => begun(age - 1)),
    granted: byAge((age) => begun(age - grantAge(values))),
    mature: byAge((age) => begun(age - years - MATURE_FROM)),
    taxed: byAge((age) => expectedRamp(values.disposalOnTime, age - years, values)),
  };
}

/** Expected part of the mature tax when the earliest is in its `production`-th year and some began later. */
function expectedRamp(pace: number, production: number, values: AssumptionValues): number {
  let sum = 0;
  for (let wait = 0; wait < production; wait++) sum += beginningShare(pace, wait) * ramp(production - wait, values);
  return sum;
}

/** What owners who respond to a higher plot ratio have begun, finished and pay by year, as shares. */
export interface BuildingPace {
  readonly begin: Float64Array;
  readonly finish: Float64Array;
  readonly taxed: Float64Array;
}

/** The expected shares by year: those who respond begin at the uptake pace, build, and ramp up. */
export function buildingPace(values: AssumptionValues): BuildingPace {
  const years = values.horizon + 1;
  const byYear = (share: (year: number) => number) => Float64Array.from({ length: years }, (_, year) => share(year));
  const begin = (year: number) => (year < 0 ? 0 : beginningShare(values.uptakePace, year));
  return {
    begin: byYear(begin),
    finish: byYear((year) => begin(year - values.constructionLag)),
    taxed: byYear((year) => expectedRamp(values.uptakePace, year - values.constructionLag, values)),
  };
}
