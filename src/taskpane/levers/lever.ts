import type { LeverName, Levers, ParcelColumns, ProblemOf, WaiverBasis } from '../../engine/simulate/index';
import type { Entry } from '../../text/pane/entry';
import type { Who } from './who';

/** A lever as a person sets it: shares are percentages as typed. */
export interface Setting {
  readonly on: boolean;
}

/** What turns a person's setting into the engine's: the ledger, and the years. */
export interface EngineGiven {
  readonly firstYear: number;
  readonly parcels: ParcelColumns;
  /** The parcels a lever is for; undefined where it is for all. */
  readonly eligible: (who: Who) => Uint8Array | undefined;
  /** 0 where there is no such township. */
  readonly townshipCode: (word: string | undefined) => number;
  readonly basisOf: (packId: string | undefined) => WaiverBasis | undefined;
  /** What the policy's own measures come to; undefined where none can be worked out. */
  readonly measures: () => Levers['measures'];
}

/** What a lever is told of when it is put into words. */
export interface WordsGiven {
  readonly firstYear: number | undefined;
  readonly basisOf: EngineGiven['basisOf'];
  /** What each measure of the policy brings and costs. */
  readonly dues: () => readonly string[];
}

type KeyOf<Value, Kind> = {
  [Key in keyof Value]-?: [Exclude<Value[Key], undefined>] extends [Kind] ? Key : never;
}[keyof Value] &
  string;

/** A unit: the same in both languages, or one word for each. */
type Unit = string | Entry;

interface NumberOf<Value> {
  readonly key: KeyOf<Value, number>;
  readonly label: Entry;
  readonly unit?: Unit;
  readonly min: number;
  readonly max: number;
}

/** One question of a lever in the pane. */
export type LeverField<Value> =
  | ({ readonly kind: 'slider'; readonly step: number } & NumberOf<Value>)
  | ({ readonly kind: 'number'; readonly whole?: true } & NumberOf<Value>)
  | { readonly kind: 'check'; readonly key: KeyOf<Value, boolean>; readonly label: Entry }
  | { readonly kind: 'who'; readonly key: KeyOf<Value, Who> }
  | { readonly kind: 'township'; readonly key: KeyOf<Value, string>; readonly label: Entry }
  | {
      readonly kind: 'choice';
      readonly key: KeyOf<Value, string>;
      readonly label: Entry;
      readonly options: readonly { readonly value: string; readonly label: Entry }[];
    }
  | { readonly kind: 'hint'; readonly label: Entry }
  /** What the policy's own measures come to, line by line. */
  | { readonly kind: 'measures' }
  /** Questions that make sense only where the ledger has a column. */
  | {
      readonly kind: 'needs';
      readonly column: 'electricity' | 'water';
      readonly fields: readonly LeverField<Value>[];
    };

/** A lever of the pane as a value: how it starts, what it asks a person, what the engine is asked for it, and what is said of it. */
export interface PaneLever<Name extends LeverName, Value extends Setting> {
  readonly label: Entry;
  readonly start: Value;
  /** Left out where a component of its own asks. */
  readonly fields?: readonly LeverField<Value>[];
  /** Undefined where it comes to nothing after all. */
  readonly engine: (value: Value, given: EngineGiven) => Levers[Name];
  /** Whether its numbers come to anything; left out where it only helps other levers and does nothing to a parcel by itself. */
  readonly acts?: (value: Value) => boolean;
  /** In the one line of a scenario, while it is on. */
  readonly line: (value: Value, given: WordsGiven) => string;
  /** On the sheet of results: what it is called, and what was asked while it is on. */
  readonly row: readonly [name: string, (value: Value, given: WordsGiven) => string];
  /** Further rows of the sheet, while it is on. */
  readonly moreRows?: (value: Value, given: WordsGiven) => readonly (readonly [string, string])[];
  /** The words for what may be wrong with its numbers. */
  readonly problems: Readonly<Record<ProblemOf<Name>, Entry>>;
}

/** A number with thousands separators. */
export function counted(value: number): string {
  return value.toLocaleString('en-US');
}
