/** The door of this wing: units, days and the tolerance of comparisons. */
export type { Day } from './day';
export { dayOfText, NO_DAY, parseDay } from './day';
export { noiseOf, reaches } from './reaches';
export { parseUnit, type Unit } from './unit';
