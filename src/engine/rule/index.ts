/** The door of this wing: the reasons of an answer, and why a condition cannot be read. */
export type { Reason } from './reasons';
export type { RuleTrouble } from './tree';
