/** The door of this wing: the reasons of an answer. */
export type { Reason } from './reasons';
