import { assumptionValues } from '../simulate/assumption';
import { exponential } from '../simulate/exponential';
import { logarithm } from '../simulate/logarithm';
import { normalQuantile } from '../simulate/uncertain/normal';
import { type Held, isInside, type LookBackInput } from './held';
import { robustly } from './ratio';

/** What a projection had wrong: the growth of enterprises, how many went (over all, or in one township), or a single one. */
export type Cause =
  | { readonly kind: 'growth'; readonly apart: number; readonly assumed: number; readonly happened: number }
  | {
      readonly kind: 'exits';
      readonly apart: number;
      readonly assumed: number;
      readonly happened: number;
      /** The township that lost far more than its share. */
      readonly township?: number;
    }
  | {
      readonly kind: 'one';
      readonly apart: number;
      readonly row: number;
      readonly before: number;
      readonly now: number;
    };

/**
 * Deviations beyond which something is said to be off: growth outside its own nine in ten; a single enterprise, the worst of many, beyond
 * two; exits, counts with long tails and of the worst township, beyond two and a half. Where all tax lies outside its 90 %, the likeliest reason needs fewer.
 */
const OFF = { growth: normalQuantile(0.95), exits: 2.5, one: 2 } as const;
const LIKELY = 1;

/**
 * What was off, each in deviations of what luck would do: the growth that most share against the assumed one, those gone against as many as
 * were to be expected, in any township too, and what one enterprise alone added or took against the width of the fan.
 */
export function causesOf(input: LookBackInput, whole: Held): Cause[] {
  const found = [growthOff(input), exitsOff(input), oneOff(input, whole)];
  const sorted = found.sort((a, b) => Math.abs(b.apart) - Math.abs(a.apart));
  const off = sorted.filter(({ kind, apart }) => Math.abs(apart) > OFF[kind]);
  const likeliest = sorted.slice(0, 1).filter(({ apart }) => !isInside(whole) && Math.abs(apart) > LIKELY);
  return off.length > 0 ? off : likeliest;
}

interface Change {
  readonly row: number;
  readonly log: number;
}

/** The logarithms of change of the rows that stayed and pay. */
function changesOf({ asked, taxNow, gone }: LookBackInput): Change[] {
  return [...asked.parcels.taxPaid].flatMap((before, row) => {
    const now = taxNow[row] ?? NaN;
    return gone[row] !== 1 && before > 0 && now > 0 ? [{ row, log: logarithm(now / before) }] : [];
  });
}

/** Changes so many usual deviations from the middle say nothing of what most enterprises did. */
const FAR = 4;

/**
 * Mean growth a year of those that stayed, from the logarithms of change near the middle: luck of mean 1 has its logarithm half a variance
 * below. Both the mean and the variance are of these rows, and so is the error of the two.
 */
function typicalGrowth(input: LookBackInput): { readonly growth: number; readonly error: number } {
  const logs = changesOf(input).map(({ log }) => log);
  const { middle, spread } = robustly(logs);
  const near = logs.filter((log) => Math.abs(log - middle) <= FAR * spread);
  const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const mean = meanOf(near);
  const variance = meanOf(near.map((log) => (log - mean) ** 2));
  const growth = exponential((mean + variance / 2) / input.years) - 1;
  return { growth, error: Math.sqrt((variance + variance ** 2 / 2) / near.length) / input.years };
}

function growthOff(input: LookBackInput): Cause {
  const { asked, luck, years } = input;
  const { growth, error } = typicalGrowth(input);
  const given = asked.distributions?.ownTaxGrowth;
  const assumed = given?.kind === 'normal' ? given.mean : assumptionValues(asked.assumptions).ownTaxGrowth;
  const own = given?.kind === 'normal' ? given.deviation : 0;
  const apart = (growth - assumed) / Math.sqrt(own ** 2 + luck.yearly ** 2 / years + error ** 2);
  return { kind: 'growth', apart, assumed, happened: growth };
}

/** How far a count lies from what a share lets expect, the share itself being uncertain: a normal score of the beta-binomial. */
function countApart(
  hits: number,
  of: number,
  { value, deviation }: LookBackInput['luck']['exitShare'],
  years: number,
): number {
  const share = 1 - (1 - value) ** years;
  const spread = Math.sqrt(of * share * (1 - share) + (of * years * deviation) ** 2);
  return (hits - of * share) / spread;
}

function exitsOff({ asked, gone, luck, years }: LookBackInput): Cause {
  const { exitShare } = luck;
  const counts = new Map<number, { gone: number; of: number }>();
  gone.forEach((is, row) => {
    const of = asked.parcels.township?.[row] ?? 0;
    const known = counts.get(of) ?? { gone: 0, of: 0 };
    counts.set(of, { gone: known.gone + (is === 1 ? 1 : 0), of: known.of + 1 });
  });
  const lost = gone.reduce((sum, is) => sum + (is === 1 ? 1 : 0), 0);
  const apart = countApart(lost, gone.length, exitShare, years);
  const all = { kind: 'exits', apart, assumed: exitShare.value, happened: lost / gone.length } as const;
  const scored = [...counts].map(([township, { gone: own, of }]) => ({
    ...{ township, happened: own / of },
    // Of several townships the worst is far off by chance as well: as far as the most of so many normal scores.
    apart: countApart(own, of, exitShare, years) - normalQuantile(1 - 0.5 / Math.max(1, counts.size)),
  }));
  const worst = scored.sort((a, b) => b.apart - a.apart)[0];
  return counts.size > 1 && worst && worst.apart > Math.abs(apart) ? { ...all, ...worst } : all;
}

/** The row whose own change moved the total the most, against half of the fan's width. */
function oneOff(input: LookBackInput, { p5, p95 }: Held): Cause {
  const { asked, years } = input;
  const factor = (1 + typicalGrowth(input).growth) ** years;
  let [row, most] = [0, 0];
  for (const { row: at } of changesOf(input)) {
    const moved = (input.taxNow[at] ?? NaN) - factor * (asked.parcels.taxPaid[at] ?? NaN);
    if (Math.abs(moved) > Math.abs(most)) [row, most] = [at, moved];
  }
  const deviation = (p95 - p5) / (2 * normalQuantile(0.95));
  const [before, now] = [asked.parcels.taxPaid[row] ?? NaN, input.taxNow[row] ?? NaN];
  return { kind: 'one', apart: most / deviation, row, before, now };
}
