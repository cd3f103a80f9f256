import type { Argument } from './arguments';

/** A function's help in two languages; names stay ASCII in both, so that formulas are the same everywhere. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** One argument of a custom function as Excel's help shows it. */
export interface ParameterHelp {
  readonly name: string;
  readonly help: Text;
  readonly matrix: boolean;
  readonly optional: boolean;
}

/** One custom function: what Excel lists and its help says, which docs/functions.md repeats, and the answer itself. */
export interface CustomFunction {
  readonly name: string;
  readonly help: Text;
  /** The shape of the answer. */
  readonly shape: Text;
  readonly parameters: readonly ParameterHelp[];
  /** Answers arguments as Excel delivers them; a refusal is thrown, or stands in its own cell. */
  readonly answer: (...given: Argument[]) => readonly (readonly unknown[])[];
}

/** An argument that must be given. */
export function required(name: string, zh: string, en: string): ParameterHelp {
  return { name, help: { zh, en }, matrix: true, optional: false };
}

/** An argument that may be left out. */
export function optional(name: string, zh: string, en: string): ParameterHelp {
  return { name, help: { zh, en }, matrix: true, optional: true };
}
