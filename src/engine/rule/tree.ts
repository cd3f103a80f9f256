import type { Period } from './daysBefore';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type RoundingWay = 'nearest' | 'up' | 'down';
export type Arithmetic = '+' | '-' | '*' | '/';

/** A number-valued part of a rule. `field` and `value` are names as the pack spells them. */
export type NumberTree =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'arithmetic'; readonly op: Arithmetic; readonly left: NumberTree; readonly right: NumberTree }
  /** 取小, 取大: of all, or missing; 平均: over those that are there. */
  | { readonly kind: 'least' | 'most' | 'mean'; readonly parts: readonly NumberTree[] }
  /** 每(a, b): how many whole b are in a. */
  | { readonly kind: 'steps'; readonly part: NumberTree; readonly step: NumberTree }
  /** 四舍五入(a, 2), 进一(a), 舍去(a): to so many decimals, away from 0 or towards it. */
  | { readonly kind: 'rounded'; readonly part: NumberTree; readonly decimals: number; readonly way: RoundingWay }
  /** 终止日期 - 基准日: how many days; very many before a day that never comes. */
  | { readonly kind: 'days'; readonly later: NumberTree; readonly earlier: NumberTree }
  /** 交地日期 + 6 个月: a day so long after another, or `back` from it. */
  | {
      readonly kind: 'later';
      readonly part: NumberTree;
      readonly by: NumberTree;
      readonly period: Period;
      readonly back?: true;
    }
  /** 如果(condition, then, otherwise): missing where the condition is unknown and the two differ. */
  | {
      readonly kind: 'either';
      readonly condition: ConditionTree;
      readonly then: NumberTree;
      readonly otherwise: NumberTree;
      /** Of a bound: the lesser or the greater of the two where the condition is unknown; `none`: a choice that is not looked into. */
      readonly unknown?: 'least' | 'most' | 'none';
    };

/** A condition of a rule, the one tree behind its four readings. */
export type ConditionTree =
  | { readonly kind: 'always' }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionTree[] }
  | { readonly kind: 'not'; readonly part: ConditionTree }
  | {
      readonly kind: 'compare';
      readonly op: Comparison;
      readonly left: NumberTree;
      readonly right: NumberTree;
      /** Both sides are days, numbers of them as a spreadsheet counts days. */
      readonly day?: true;
      /** Said as 以下 or 以上: whether the number is included is the policy's convention. */
      readonly worded?: true;
    }
  | { readonly kind: 'isOneOf'; readonly field: string; readonly words: readonly string[]; readonly not: boolean };

/** What a name's numbers measure: floors are in ㎡, shares are fractions, `other` is told by its unit's own text. */
export type Measurable = 'area' | 'floor' | 'money' | 'perMu' | 'percent' | 'other';

/** What a name's numbers measure, with the unit's text where that tells it. */
export interface Measured {
  readonly measure: Measurable;
  readonly unit?: string;
}

/** A formula that has a name, and what it measures. */
export interface NamedFormula {
  readonly tree: NumberTree;
  readonly measured?: Measured | undefined;
}

/** Formulas and conditions by name. */
export interface NamedParts {
  readonly has: (name: string) => boolean;
  readonly names: readonly string[];
  /** Those that the policy's file gives. */
  readonly given: readonly string[];
  readonly formula: (name: string) => NamedFormula | undefined;
  readonly condition: (name: string) => ConditionTree | undefined;
  /** What is wrong with any of them, where its own text stands. */
  readonly troubles: () => readonly { readonly path: readonly string[]; readonly error: RuleError }[];
}

/** What the names of a rule may mean. `words` lists a choice field's words; fields of numbers and of days have none. */
export interface Vocabulary {
  readonly fields: ReadonlyMap<string, { readonly words?: readonly string[]; readonly day?: boolean }>;
  readonly values: ReadonlySet<string>;
  /** Names that stand for a formula or a condition, which are read where they are named. */
  readonly parts?: NamedParts;
  /** What fields and values measure, as far as it is known: a number in another unit is brought to it or refused. */
  readonly measures?: ReadonlyMap<string, Measured>;
  /** Whether 以下 and 以上 include the number; left out, they do (《民法典》第1259条 by analogy). */
  readonly includesLine?: boolean;
}

/**
 * Why a rule cannot be read. `syntax`: something stands where it cannot stand, or ('') something is missing at the end.
 */
export type RuleTrouble =
  | 'syntax'
  | 'unknownSign'
  | 'unknownName'
  | 'notACondition'
  | 'unknownWord'
  | 'notANumber'
  | 'notADay'
  | 'notFinite'
  | 'wrongUnit'
  | 'emptyRange'
  | 'wrongParts'
  | 'circular'
  | 'tooLong'
  | 'tooDeep'
  | 'unsupported';

/** A rule that cannot be read: `code` says why, `part` is the text at fault. */
export class RuleError extends Error {
  constructor(
    readonly code: RuleTrouble,
    readonly part: string,
    readonly rule: string,
    /** Where in the rule, counted from 0. */
    readonly at: number,
    /** What may stand there, where that is a list of words or a unit. */
    readonly expected: readonly string[] = [],
  ) {
    super(`${code}: ${part} (in "${rule}")`);
    this.name = 'RuleError';
  }
}
