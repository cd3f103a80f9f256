import {
  CAREFUL,
  losesValue,
  proposedDecisions,
  DEPARTMENTS,
  type ColumnRule,
  type Consequence,
  type MergeChoices,
  type Leaving,
  type MergeResult,
  type ShareLevel,
  type SplitRequest,
  type TownshipShift,
} from '../../engine/share/index';
import type { SheetRepair } from '../plans/share/planRepair';
import type { RestorePlan } from '../plans/share/plainCopy/planRestore';

/** What a person has said of the copies to make. */
export interface ShareRequest {
  readonly level: ShareLevel;
  readonly by: SplitRequest['by'];
  readonly departments: readonly string[];
  readonly rule: ColumnRule;
  readonly deadline: string;
  readonly returnTo: string;
}

/** A copy made, its file in memory until it is saved. */
export interface MadeFile {
  readonly name: string;
  readonly rows: number;
  readonly bytes: Uint8Array;
  readonly onlyValues: boolean;
}

/** Copies made from a request; another request makes them out of date. */
export interface MadeCopies {
  readonly request: ShareRequest;
  readonly files: readonly MadeFile[];
  /** How many of them have values in place of formulas. */
  readonly onlyValues: number;
}

/** Returned files compared, and what a person has decided so far. */
export interface Collected {
  readonly result: MergeResult;
  readonly decisions: MergeChoices;
  readonly consequences: readonly Consequence[];
  readonly shifts: readonly TownshipShift[];
  /** Files that could not be opened, each with its sentence. */
  readonly unreadable: readonly { readonly label: string; readonly why: string }[];
}

/** A copy of the whole workbook that needs no add-in. */
export interface PlainMade {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How many formulas became classic ones, and how many became values. */
  readonly count: number;
  readonly values: number;
  /** Names of the workbook that still call our functions. */
  readonly names: readonly string[];
}

/** Everything of the 共享 screen. */
export interface ShareState {
  readonly request: ShareRequest;
  /** What would leave, of this request. */
  readonly leaving?: {
    readonly request: ShareRequest;
    readonly found: Leaving;
    readonly onlyValues: boolean;
    /** The workbook's own policy in force: whether it goes along. */
    readonly policy?: { readonly short: string; readonly xml?: string };
  };
  readonly made?: MadeCopies;
  readonly collected?: Collected;
  readonly plain?: PlainMade;
  /** 恢复公式, looked at and not done yet. */
  readonly restore?: RestorePlan | undefined;
  /** 修复公式, looked at and not done yet. */
  readonly repair?: readonly SheetRepair[] | undefined;
}

export function initialShare(): ShareState {
  return {
    request: {
      level: 'classic',
      by: 'township',
      departments: DEPARTMENTS.map(({ name }) => name),
      rule: CAREFUL,
      deadline: '',
      returnTo: '',
    },
  };
}

/** Compared files before a person has decided anything: plain changes are proposed, doubtful ones and those that lose a value are not. */
export function proposed({
  result,
  unreadable,
}: Pick<Collected, 'result' | 'unreadable'>): Omit<Collected, 'consequences' | 'shifts'> {
  const losing = new Set(result.changes.filter(losesValue).map(({ id }) => id));
  const decisions = new Map([...proposedDecisions(result)].filter(([id]) => !losing.has(id)));
  return { result, unreadable, decisions };
}

/** A file as a person chose it. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** The same with its bytes counted before any is read. */
export interface SizedFile extends ChosenFile {
  readonly size: number;
}
