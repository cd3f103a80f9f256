/** The door of this wing: the reasons of an answer, and why a condition cannot be read or not yet. */
export type { Reason } from './reasons';
export type { RuleTrouble } from './tree';
export { ReaderMissing } from './read/parser';
export { DIALECTS, inDialect, type Dialect } from './sql/dialect';
