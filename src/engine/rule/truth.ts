/** Three-valued truth as numbers whose minimum is "and", maximum "or" and 2 - x "not" (Kleene). */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

/** A field as a rule sees it: numbers or words, and for each row the bits of the fields that are missing behind it. */
export interface RuleReading {
  /** NaN where missing; for words the code, 0 where missing. */
  readonly values: Float64Array | Uint16Array;
  readonly words?: readonly string[];
  readonly missing: Uint32Array;
}

/** What a rule is evaluated over. */
export interface RuleTable {
  readonly rows: number;
  readonly readings: ReadonlyMap<string, RuleReading>;
  readonly values: ReadonlyMap<string, number>;
}
