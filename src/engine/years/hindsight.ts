import type { AssumptionOverrides, AssumptionValues } from '../simulate/assumption';
import type { Progress } from '../simulate/progress';
import type { DrawingFailure } from '../simulate/uncertain/drawBlock';
import type { Distributions } from '../simulate/uncertain/parameters';
import { type SpreadFactor, spreadFactor } from './asHappened';
import { assumptionsLearnt } from './assumptionsLearnt';
import { priorAlone } from './belief';
import type { Cause } from './causes';
import { PRIORS, YEARLY_SHOCK } from './figures';
import { firmsOf } from './firms';
import { troublesOf } from './guards';
import { countedOf, type Held, isInside } from './held';
import { heldYears, type HeldYears } from './heldYears';
import { learn } from './learn';
import { lookBack, type LookBackResult } from './lookBack';
import type { LuckBelief } from './luck';
import { nameOf } from './pairTold';
import { type LedgerYear, pairYears } from './yearPair';
import { ledgerOfTable, type YearLedger } from './yearLedger';

/**
 * What earlier ledgers are run forward with: what could be known then (learnt from the years before, else the defaults), or given
 * values, such as those of a scenario kept a year ago.
 */
export type HindsightBasis =
  | { readonly kind: 'then' }
  | {
      readonly kind: 'given';
      readonly assumptions: AssumptionOverrides;
      readonly distributions: Distributions;
    };

/** Ledgers of several years, in order, each to be held against the next. */
export interface HindsightInput {
  readonly years: readonly YearLedger[];
  readonly values: AssumptionValues;
  readonly basis: HindsightBasis;
  readonly seed: number;
}

/** One figure that happened, in its fan, by name; without a township it is all. */
export interface HeldTold extends Omit<Held, 'township'> {
  readonly township?: string;
  /** Whether coverage and bias are taken over it. */
  readonly counts: boolean;
  readonly inside: boolean;
}

/** A year run forward and held to the next. */
export interface YearHeld {
  readonly before: number;
  readonly after: number;
  /** The years learnt from; none where the defaults were taken, or given values. */
  readonly learntFrom: readonly number[];
  readonly held: readonly HeldTold[];
  readonly counted: number;
  readonly inside: number;
  readonly bias: number;
  readonly causes: readonly { readonly cause: Cause; readonly enterprise: string; readonly township: string }[];
  readonly leftOut: HeldYears['leftOut'];
  readonly firms: number;
}

/** All look-backs, how wide fans are to be by them, and the luck that a single enterprise has (docs/model.md, 12.5 and 12.6). */
export interface Hindsight {
  readonly kind: 'held';
  readonly years: readonly YearHeld[];
  /** Pairs of years that cannot be held against each other. */
  readonly skipped: readonly { readonly before: number; readonly after: number }[];
  readonly spread: SpreadFactor;
  readonly own: number;
  readonly yearly: number;
}

/** Runs every year forward to the next and holds it to what happened; what luck does is learnt from no later year than what is run. */
export function* hindsightSteps(input: HindsightInput): Generator<Progress, Hindsight | DrawingFailure> {
  const years = input.years.map(ledgerOfTable).map((one): LedgerYear => ({ ...one, firms: firmsOf(one.ledger) }));
  const backs: LookBackResult[] = [];
  const told: YearHeld[] = [];
  const skipped: Hindsight['skipped'][number][] = [];
  let { own } = luckThen([], input);
  for (const [at, after] of years.entries()) {
    const before = years[at - 1];
    if (!before) continue;
    const pair = pairYears(before, after);
    const then = luckThen(years.slice(0, at), input);
    own = then.own;
    if (troublesOf(pair).length > 0) {
      skipped.push({ before: before.year, after: after.year });
      continue;
    }
    const { learnt, luck } = then;
    const given = input.basis.kind === 'given' ? input.basis : (learnt ?? { assumptions: {}, distributions: {} });
    const held = heldYears(pair, { ...given, luck, seed: input.seed });
    if (held.firmOfRow.length === 0) {
      skipped.push({ before: before.year, after: after.year });
      continue;
    }
    const back = yield* part(lookBack(held.input), at - 1, years.length - 1);
    if (back.kind === 'failed') return back;
    backs.push(back);
    const learntFrom = input.basis.kind === 'then' && learnt ? years.slice(0, at).map(({ year }) => year) : [];
    told.push({ before: before.year, after: after.year, learntFrom, ...heldTold(before, held, back) });
  }
  return { kind: 'held', years: inOneOrder(told), skipped, spread: spreadFactor(backs), own, yearly: YEARLY_SHOCK };
}

/** Townships stand in every year as in the newest: the rows of earlier ledgers may be sorted otherwise. */
function inOneOrder(told: readonly YearHeld[]): YearHeld[] {
  const order = new Map(told.at(-1)?.held.map(({ township }, at) => [township, at]));
  const placeOf = ({ township }: HeldTold) => order.get(township) ?? order.size;
  return told.map((year) => ({ ...year, held: year.held.toSorted((a, b) => placeOf(a) - placeOf(b)) }));
}

/** What is believed of luck by so many years, and what they tell of assumptions; the priors where they tell nothing. */
function luckThen(known: readonly LedgerYear[], { values }: HindsightInput) {
  const learnt = known.length > 1 ? learn({ years: known, values }) : undefined;
  const exitShare = learnt?.figures.exitShare ?? priorAlone(PRIORS.exitShare);
  const ownLuck = learnt?.figures.ownLuck ?? priorAlone(PRIORS.ownLuck);
  const luck: LuckBelief = { exitShare, ownLuck, yearly: YEARLY_SHOCK };
  // One year ahead: the year's own growth is luck's.
  return { luck, own: ownLuck.value, learnt: learnt && assumptionsLearnt(learnt, Infinity) };
}

/** One of several parts of a work, as a part of all of it. */
function* part<Result>(steps: Generator<Progress, Result>, nth: number, parts: number): Generator<Progress, Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    const { done, total } = step.value;
    yield { phase: 'scenario', done: nth * total + done, total: parts * total };
  }
}

function heldTold(year: LedgerYear, { firmOfRow, townships, leftOut }: HeldYears, back: LookBackResult) {
  const { held, counted, inside, bias, causes } = back;
  const counts = new Set(countedOf(held));
  const townshipOf = (code: number | undefined) => (code === undefined ? '' : (townships[code] ?? ''));
  return {
    held: held.map((one): HeldTold => {
      const { township: _, ...rest } = one;
      const named = one.township === undefined ? {} : { township: townshipOf(one.township) };
      return { ...rest, ...named, counts: counts.has(one), inside: isInside(one) };
    }),
    ...{ counted, inside, bias, leftOut, firms: firmOfRow.length },
    causes: causes.map((cause) => {
      const firm = cause.kind === 'one' ? firmOfRow[cause.row] : undefined;
      const enterprise = firm ? nameOf(year, firm) : '';
      const township = cause.kind === 'exits' ? townshipOf(cause.township) : '';
      return { cause, enterprise, township };
    }),
  };
}
