import { finish, type Steps } from '../../steps/steps';
import type { Day } from '../quantity/day';
import type { AssumptionValues } from '../simulate/assumption';
import type { TierLines } from '../simulate/tierLines';
import { type Belief, type Evidence, type Posterior, posteriorOf, priorAlone } from './belief';
import { medianTime } from './buildTimes';
import { combined, type Estimate } from './combineYears';
import { type Figure, FIGURES, LEAST_CASES, PRIORS, YEARLY_SHOCK } from './figures';
import { firmsOf } from './firms';
import { type GroupGrowth, growthByGroup } from './groupGrowth';
import { sifted, type Sifted, type TroubleFound, troublesOf, WHOLE, type YearTrouble } from './guards';
import { acquired, type AreaAmounts, buildingOf, buildSpans, closedOnTime, granted } from './landRecords';
import { ratioOfSums, type RatioOfSums } from './ratio';
import { type LedgerYear, pairYears, stayersOf, type YearPair } from './yearPair';

/** What is learnt from: ledgers of several years, in order, and what the model takes where they say nothing. */
export interface LearnInput {
  readonly years: readonly Omit<LedgerYear, 'firms'>[];
  readonly values: AssumptionValues;
  readonly tierLines?: TierLines | undefined;
  /** The day up to which the last ledger tells what was done; left out: the end of its year. */
  readonly asOf?: Day;
}

/** A figure with where it comes from: `n` cases of the county's own, and the weight that they have against the default. */
export interface LearntFigure extends Posterior {
  readonly figure: Figure;
  /** Learnt, or the default: too few cases, nothing about it in the ledgers, or a trouble of the years it would come from. */
  readonly state: 'learnt' | 'few' | 'none' | 'trouble';
  readonly n: number;
  /** What the ledgers alone say. */
  readonly observed: number;
  /** How much it differs from year to year, beside its own error; of growths only. */
  readonly between?: number;
}

/** What a pair of years had to tell, and what of it was left out. */
export interface PairReport {
  readonly pair: YearPair;
  readonly troubles: readonly TroubleFound[];
  readonly tax?: { readonly sums: RatioOfSums; readonly cases: Sifted };
}

/** What ledgers of several years tell. */
export interface Learnt {
  readonly years: readonly number[];
  readonly figures: Readonly<Record<Figure, LearntFigure>>;
  readonly groups: readonly GroupGrowth[];
  readonly pairs: readonly PairReport[];
}

/** Learns from ledgers of several years; with fewer than two of them only what one ledger records of its land. */
export function learn(input: LearnInput): Learnt {
  return finish(learnSteps(input));
}

/** The same in steps. */
export function* learnSteps(input: LearnInput): Steps<Learnt> {
  const years: LedgerYear[] = [];
  for (const { year, ledger } of input.years) {
    years.push({ year, ledger, firms: firmsOf(ledger) });
    yield;
  }
  const pairs: PairReport[] = [];
  for (const [at, after] of years.entries()) {
    const before = years[at - 1];
    if (before) pairs.push(reportOf(pairYears(before, after)));
    yield;
  }
  const found = { ...ofPairs(pairs, input), ...ofRecords(years.at(-1), input) };
  const figures = Object.fromEntries(FIGURES.map((figure) => [figure, found[figure]])) as Learnt['figures'];
  return { years: years.map(({ year }) => year), figures, groups: groupsOf(pairs, figures.taxGrowth, input), pairs };
}

function reportOf(pair: YearPair): PairReport {
  const troubles = troublesOf(pair);
  if (troubles.some(({ trouble }) => WHOLE.has(trouble))) return { pair, troubles };
  const cases = sifted(stayersOf(pair), ({ tax }) => tax);
  return { pair, troubles, tax: { sums: ratioOfSums(cases.before, cases.after), cases } };
}

/** Troubles that leave what pairs tell of tax, and what they tell of who came and went. */
const OF_TAX: ReadonlySet<YearTrouble> = new Set(['taxUnits', 'definition', 'unchanged', 'halfFilled']);
const OF_PLACES: ReadonlySet<YearTrouble> = new Set(['halfFilled']);

function ofPairs(pairs: readonly PairReport[], { values }: LearnInput) {
  const clear = (troubles: ReadonlySet<YearTrouble>) =>
    pairs.filter((report) => !report.troubles.some(({ trouble }) => WHOLE.has(trouble) || troubles.has(trouble)));
  const taxed = clear(OF_TAX);
  const counted = clear(OF_PLACES);
  const whole = clear(new Set());
  const none = (of: readonly PairReport[]) => (pairs.length > of.length ? 'trouble' : 'none');
  const counts = counted.map(({ pair }) => {
    const { pairs: stay, gone, added } = pair.pairing;
    return { stay: stay.length, gone: gone.length, added: added.length };
  });
  const added = whole.map(({ pair }) => sifted(stayersOf(pair), ({ valueAdded }) => valueAdded));
  const builders = whole.map(({ pair }) => buildingOf(pair, values));
  return {
    taxGrowth: growth('taxGrowth', casesOf(taxed), none(taxed)),
    valueAddedGrowth: growth('valueAddedGrowth', added, none(whole)),
    ownLuck: luck(casesOf(taxed), none(taxed)),
    exitShare: share(
      'exitShare',
      total(counts, ({ gone }) => gone),
      total(counts, ({ stay, gone }) => stay + gone),
      none(counted),
    ),
    entryShare: share(
      'entryShare',
      total(counts, ({ added }) => added),
      total(counts, ({ stay, added }) => stay + added),
      none(counted),
    ),
    buildShare: share(
      'buildShare',
      total(builders, ({ did }) => did),
      total(builders, ({ could }) => could),
      none(whole),
    ),
  };
}

const casesOf = (reports: readonly PairReport[]) => reports.flatMap(({ tax }) => (tax ? [tax.cases] : []));

const total = <T>(list: readonly T[], of: (one: T) => number) => list.reduce((sum, one) => sum + of(one), 0);

function ofRecords(last: LedgerYear | undefined, { values, asOf }: LearnInput) {
  const day = asOf ?? (`${String(last?.year ?? 1900)}-12-31` as Day);
  const closed = last ? closedOnTime(last.ledger, day) : { due: 0, done: 0 };
  const spans = last ? buildSpans(last.ledger, day) : [];
  const time = spans.filter(({ done }) => done).length >= 2 ? medianTime(spans) : undefined;
  const none: AreaAmounts = { areas: [], amounts: [] };
  return {
    onTime: share('onTime', closed.done, closed.due, 'none'),
    buildTime: measured('buildTime', time, time?.done ?? 0, 'none'),
    landPrice: price('landPrice', last ? granted(last.ledger) : none),
    acquisitionPrice: price('acquisitionPrice', last ? acquired(last.ledger, values) : none),
  };
}

function growth(figure: Figure, cases: readonly Sifted[], otherwise: LearntFigure['state']): LearntFigure {
  const sums = cases
    .filter(({ kept }) => kept.length >= LEAST_CASES)
    .map(({ before, after }) => ratioOfSums(before, after))
    .filter(({ error }) => Number.isFinite(error));
  // Fewer than enough in each pair of years are too few, however many pairs there are.
  const n = Math.max(0, ...cases.map(({ kept }) => kept.length));
  if (sums.length === 0) return byDefault(figure, n, n > 0 ? 'few' : otherwise);
  const measures = sums.map(({ ratio, error }) => ({ value: ratio - 1, error }));
  const { between, ...found } = combined(measures, YEARLY_SHOCK);
  return {
    ...measured(
      figure,
      found,
      total(sums, ({ cases: of }) => of),
      otherwise,
    ),
    between,
  };
}

/** How much an enterprise's tax moves by itself in a year: the usual deviation of the logarithms of change. */
function luck(cases: readonly Sifted[], otherwise: LearntFigure['state']): LearntFigure {
  const n = total(cases, ({ kept }) => kept.length);
  const spread = total(cases, ({ kept, spread: of }) => kept.length * of) / n;
  // The error of a median of distances: its efficiency against the standard deviation is 37 % (Rousseeuw and Croux 1993).
  return measured('ownLuck', { value: spread, error: spread / Math.sqrt(2 * 0.37 * n) }, n, otherwise);
}

function price(figure: Figure, { areas, amounts }: AreaAmounts): LearntFigure {
  const { ratio, error } = ratioOfSums(areas, amounts);
  return measured(figure, { value: ratio, error }, areas.length, 'none');
}

function measured(
  figure: Figure,
  found: Estimate | undefined,
  n: number,
  otherwise: LearntFigure['state'],
): LearntFigure {
  if (!found || n < LEAST_CASES || !Number.isFinite(found.error))
    return byDefault(figure, n, n > 0 ? 'few' : otherwise);
  return withEvidence(figure, n, found.value, { kind: 'measured', ...found });
}

function share(figure: Figure, hits: number, of: number, otherwise: LearntFigure['state']): LearntFigure {
  if (of < LEAST_CASES) return byDefault(figure, of, of > 0 ? 'few' : otherwise);
  return withEvidence(figure, of, hits / of, { kind: 'counted', hits, of });
}

function withEvidence(figure: Figure, n: number, observed: number, evidence: Evidence): LearntFigure {
  return { figure, state: 'learnt', n, observed, ...posteriorOf(PRIORS[figure], evidence) };
}

function byDefault(figure: Figure, n: number, state: LearntFigure['state']): LearntFigure {
  return { figure, state, n, observed: NaN, ...priorAlone(PRIORS[figure]) };
}

/** Groups are told of the last pair of years that tells anything of tax. */
function groupsOf(pairs: readonly PairReport[], whole: Belief, { tierLines }: LearnInput): GroupGrowth[] {
  const last = pairs.findLast(({ troubles }) => troubles.length === 0);
  return last?.tax ? growthByGroup(last.pair, last.tax.cases, whole, tierLines) : [];
}
