import type { RuleError } from '../rule/tree';

/** Why a pack cannot be used: its YAML, its shape, a rule's text, a field nobody knows, values that need each other, what it extends. */
export type PackErrorCode = 'yaml' | 'shape' | 'rule' | 'unknownField' | 'cycle' | 'extends';

/** A pack that cannot be used, with its file, line and column (from 1), the place inside it, and what was expected. */
export class PackError extends Error {
  constructor(
    readonly code: PackErrorCode,
    readonly place: { readonly file: string; readonly line: number; readonly column: number; readonly path: string },
    readonly expected: string,
    /** Why a condition or a formula of the pack cannot be read. */
    readonly rule?: RuleError,
    /** What else is wrong in the same text. */
    readonly more: readonly PackError[] = [],
  ) {
    super(`${place.file}:${String(place.line)}:${String(place.column)} ${place.path}: ${expected}`);
    this.name = 'PackError';
  }
}

/** Several errors as the first of them, which tells of the others. */
export function togetherIn([first, ...more]: readonly [PackError, ...PackError[]]): PackError {
  const { code, place, expected, rule } = first;
  return more.length === 0 ? first : new PackError(code, place, expected, rule, more);
}

/** What is wrong at a path of a pack's file. */
export interface Trouble {
  readonly path: readonly PropertyKey[];
  readonly expected: string;
  /** What is wrong is the key itself. */
  readonly isKey?: boolean;
  readonly rule?: RuleError;
}
