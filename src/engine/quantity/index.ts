/** The door of this wing: units and days. */
export type { Day } from './day';
export { NO_DAY, parseDay } from './day';
export { parseUnit, type Unit } from './unit';
