import { logarithm } from '../simulate/logarithm';
import { LEAST_CASES } from './figures';
import { medianOf, robustly } from './ratio';
import { type Stayer, stayersOf, type YearPair } from './yearPair';

/**
 * Why two years tell nothing, or nothing of their tax: a year between them that is not there, nothing by which their enterprises could be found again, too few of them, the same
 * ledger twice, figures carried on unchanged, land or tax in another unit, a tax that changed for all alike, or a year not filled in.
 */
export type YearTrouble =
  | 'gap'
  | 'noCommonKey'
  | 'fewPairs'
  | 'sameLedger'
  | 'unchanged'
  | 'areaUnits'
  | 'taxUnits'
  | 'definition'
  | 'halfFilled';

/** A trouble with what bears it out: how much the typical figure changed, or the share of cases. */
export interface TroubleFound {
  readonly trouble: YearTrouble;
  readonly measure: number;
}

/** Troubles that leave nothing to be learnt from a pair of years. */
export const WHOLE: ReadonlySet<YearTrouble> = new Set(['gap', 'noCommonKey', 'fewPairs', 'sameLedger', 'areaUnits']);

/** What keeps two years from telling what they seem to tell. */
export function troublesOf(pair: YearPair): TroubleFound[] {
  const between = pair.after.year - pair.before.year - 1;
  if (between > 0) return [{ trouble: 'gap', measure: between }];
  const stayers = stayersOf(pair);
  const few = tooFew(pair, stayers.length);
  if (few) return [few];
  if (isSameLedger(pair, stayers)) return [{ trouble: 'sameLedger', measure: stayers.length }];
  const area = typicalChange(stayers, ({ area: mu }) => mu);
  const tax = typicalChange(stayers, ({ tax: paid }) => paid);
  const same = shareOf(stayers, ({ before, after }) => before.tax === after.tax);
  const filled = filledShare(pair, stayers);
  return [
    ...(isUnit(area, AREA_UNITS) ? [{ trouble: 'areaUnits', measure: area } as const] : []),
    ...(isUnit(tax, MONEY_UNITS)
      ? [{ trouble: 'taxUnits', measure: tax } as const]
      : tax > MOST_CHANGE || tax < 1 / MOST_CHANGE
        ? [{ trouble: 'definition', measure: tax } as const]
        : []),
    ...(same > 0.9 ? [{ trouble: 'unchanged', measure: same } as const] : []),
    ...(filled < LEAST_FILLED ? [{ trouble: 'halfFilled', measure: filled } as const] : []),
  ];
}

/** The typical tax of enterprises does not grow or fall by half of itself in a year: what is counted as tax has changed. */
const MOST_CHANGE = 1.5;

/** The part of a year's enterprises, or of their taxes, below which it is a year half filled in, or a ledger of others. */
const LEAST_FILLED = 0.65;

const AREA_UNITS = [15, 2000 / 3, 10_000];
const MONEY_UNITS = [10_000, 1000, 100_000_000];

/** Whether a change is that of a unit, up or down. */
function isUnit(change: number, units: readonly number[]): boolean {
  return units.some((unit) => Math.abs(Math.abs(logarithm(change)) - logarithm(unit)) < 0.25);
}

function tooFew({ before, after, pairing }: YearPair, pairs: number): TroubleFound | undefined {
  const smaller = Math.min(before.firms.length, after.firms.length);
  if (pairs === 0 || (smaller >= 2 * LEAST_CASES && pairs < 0.2 * smaller)) {
    return { trouble: 'noCommonKey', measure: (pairs + pairing.open.length) / Math.max(1, smaller) };
  }
  return pairs < LEAST_CASES ? { trouble: 'fewPairs', measure: pairs } : undefined;
}

function isSameLedger({ pairing }: YearPair, stayers: readonly Stayer[]): boolean {
  const isMoved = pairing.gone.length + pairing.added.length + pairing.regrouped.length > 0;
  const isSame = ({ before, after }: Stayer) =>
    Object.is(before.tax, after.tax) &&
    Object.is(before.area, after.area) &&
    Object.is(before.valueAdded, after.valueAdded);
  return !isMoved && stayers.every(isSame);
}

function typicalChange(stayers: readonly Stayer[], amount: (firm: Stayer['before']) => number): number {
  const changes = stayers.map(({ before, after }) => amount(after) / amount(before));
  const known = changes.filter((change) => change > 0 && change < Infinity);
  return known.length < LEAST_CASES ? 1 : medianOf(known);
}

function shareOf(stayers: readonly Stayer[], is: (stayer: Stayer) => boolean): number {
  return stayers.filter(is).length / stayers.length;
}

/** How full the emptier year is against the other: in enterprises, and in the taxes of those that are in both. */
function filledShare({ before, after }: YearPair, stayers: readonly Stayer[]): number {
  const known = (side: 'before' | 'after') => stayers.filter((stayer) => !Number.isNaN(stayer[side].tax)).length;
  const less = (a: number, b: number) => Math.min(a, b) / Math.max(1, a, b);
  return Math.min(less(before.firms.length, after.firms.length), less(known('before'), known('after')));
}

/** Enterprises that are left out of a growth: too few figures, no tax or one given back, or a change far beyond all others. */
export interface Sifted {
  readonly kept: readonly Stayer[];
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly unknown: number;
  readonly notPositive: number;
  readonly beyond: readonly Stayer[];
  /** The deviation of the logarithms of change that is usual, by their median. */
  readonly spread: number;
}

/** Changes so many usual deviations away are slips of a keyboard or another kind of event (Hampel's identifier, at six). */
const FAR = 6;

/** The enterprises whose change in an amount says something of all. */
export function sifted(stayers: readonly Stayer[], amount: (firm: Stayer['before']) => number): Sifted {
  const known = stayers.filter(({ before, after }) => !Number.isNaN(amount(before)) && !Number.isNaN(amount(after)));
  const positive = known.filter(({ before, after }) => amount(before) > 0 && amount(after) > 0);
  const changes = positive.map(({ before, after }) => logarithm(amount(after) / amount(before)));
  const { middle, spread } = robustly(changes);
  const isFar = (at: number) => Math.abs((changes[at] ?? NaN) - middle) > FAR * Math.max(spread, 0.05);
  const kept = positive.filter((_, at) => !isFar(at));
  return {
    kept,
    before: kept.map(({ before }) => amount(before)),
    after: kept.map(({ after }) => amount(after)),
    unknown: stayers.length - known.length,
    notPositive: known.length - positive.length,
    beyond: positive.filter((_, at) => isFar(at)),
    spread,
  };
}
