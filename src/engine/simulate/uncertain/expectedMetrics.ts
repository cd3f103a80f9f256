import type { AssumptionValues } from '../assumption';
import { beginningShare } from '../pace';
import type { Drawable } from './drawBlock';
import { chancesOf, type EventClass, KIND, WIDTH } from './events';
import { Generator, STREAM } from './generator';
import { normalQuantile } from './normal';
import {
  accumulate,
  addTaken,
  drawTerms,
  type DrawTerms,
  type Metric,
  OUTPUTS,
  type Outputs,
  writeMetrics,
  METRICS,
} from './outcomes';
import { assumptionsAt, drawParameters } from './parameters';

/** The sums over the parcels of a class that the moments need. */
export interface ClassMoments {
  readonly of: EventClass;
  /** Sums of the three numbers. */
  readonly sums: readonly [number, number, number];
  /** Sums of their products: 11, 12, 13, 22, 23, 33. */
  readonly products: readonly [number, number, number, number, number, number];
}

/** The moments of each class, whatever its group. */
export function classMoments({ events }: Drawable): ClassMoments[] {
  return events.classes.map((of) => {
    const sums: [number, number, number] = [0, 0, 0];
    const products: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
    for (let at = 0; at < of.values.length; at += WIDTH) {
      const [x, y, z] = [of.values[at] ?? 0, of.values[at + 1] ?? 0, of.values[at + 2] ?? 0];
      sums[0] += x;
      sums[1] += y;
      sums[2] += z;
      [x * x, x * y, x * z, y * y, y * z, z * z].forEach(
        (product, index) => (products[index] = (products[index] ?? 0) + product),
      );
    }
    return { of, sums, products };
  });
}

/** v' M v for the symmetric matrix of products. */
function quadratic(m: ClassMoments['products'], x: number, y: number, z: number): number {
  return x * (m[0] * x + 2 * (m[1] * y + m[2] * z)) + y * (m[3] * y + 2 * m[4] * z) + m[5] * z * z;
}

/** The effects of one unit of each of the three numbers of parcels taken in a year. */
type Units = readonly [Outputs, Outputs, Outputs];

function unitEffects(terms: DrawTerms, of: EventClass, year: number): Units {
  const unit = (first: number, second: number, third: number) => {
    const outputs = new Float64Array(OUTPUTS.length * terms.years);
    addTaken(outputs, terms, { of, year, first, second, third });
    accumulate(outputs, terms.years);
    return outputs;
  };
  return [unit(1, 0, 0), unit(0, 1, 0), unit(0, 0, 1)];
}

/** Parcels of a class taken in a year: with what chance, and to what effect. */
interface YearEffect {
  readonly chance: number;
  readonly units: Units;
}

/** The effects of a class, year by year. */
interface ClassEffects {
  readonly moments: ClassMoments;
  readonly years: readonly YearEffect[];
}

/** Chances too small to matter to anything shown. */
const NEGLIGIBLE = 1e-6;

function effectsOf(drawable: Drawable, terms: DrawTerms, classes: readonly ClassMoments[]): ClassEffects[] {
  const shared = new Map<number, Units>();
  return classes.map((moments, index) => {
    const { of } = moments;
    const { ever, pace } = chancesOf(of, terms.values, drawable.levers.upgrade);
    const years: YearEffect[] = [];
    for (let year = of.from; year < terms.years; year++) {
      const chance = ever * beginningShare(pace, year - of.from);
      if (chance < NEGLIGIBLE) break;
      // Disposal has the same effect whatever year it was planned for.
      const key = (of.kind === KIND.dispose ? -1 : index) * terms.years + year;
      const units = shared.get(key) ?? unitEffects(terms, of, year);
      shared.set(key, units);
      years.push({ chance, units });
    }
    return { moments, years };
  });
}

/** The mean of every output of one draw's assumptions. */
function meansOf(effects: readonly ClassEffects[], length: number): Outputs {
  const means = new Float64Array(length);
  for (const { moments, years } of effects) {
    const [first, second, third] = moments.sums;
    for (const { chance, units } of years) {
      const [x, y, z] = units;
      for (let at = 0; at < length; at++)
        means[at] = (means[at] ?? 0) + chance * (first * (x[at] ?? 0) + second * (y[at] ?? 0) + third * (z[at] ?? 0));
    }
  }
  return means;
}

/** How much the output of a unit counts: `times` its value at `at`, and `times2` that at `at2`. */
interface Weight {
  readonly at: number;
  readonly times: number;
  readonly at2: number;
  readonly times2: number;
}

const weighed = (unit: Outputs, { at, times, at2, times2 }: Weight) =>
  times * (unit[at] ?? 0) + times2 * (unit[at2] ?? 0);

/** The variance of a weighed sum over the parcels. */
function varianceOf(effects: readonly ClassEffects[], weight: Weight): number {
  let variance = 0;
  for (const { moments, years } of effects) {
    let [first, second, third, squares] = [0, 0, 0, 0];
    for (const { chance, units } of years) {
      const [x, y, z] = [weighed(units[0], weight), weighed(units[1], weight), weighed(units[2], weight)];
      squares += chance * quadratic(moments.products, x, y, z);
      first += chance * x;
      second += chance * y;
      third += chance * z;
    }
    variance += squares - quadratic(moments.products, first, second, third);
  }
  return Math.max(0, variance);
}

/** What is expected under one set of assumptions: metric * years + year. */
export function expectedMetrics(
  drawable: Drawable,
  classes: readonly ClassMoments[],
  values: AssumptionValues,
): Float64Array {
  const terms = drawTerms(values, drawable.levers);
  const outputs = meansOf(effectsOf(drawable, terms, classes), OUTPUTS.length * terms.years);
  return completed(drawable, terms, outputs);
}

const sum = (numbers: Float64Array) => numbers.reduce((total, number) => total + number, 0);

function completed({ events }: Drawable, terms: DrawTerms, outputs: Outputs): Float64Array {
  const metrics = new Float64Array(METRICS.length * terms.years);
  const opening = { land: sum(events.land), tax: sum(events.tax) };
  writeMetrics(metrics, 0, { outputs, terms, opening, planned: events.plannedArea });
  return metrics;
}

/** Draws of the moment form. */
export const MOMENT_DRAWS = 400;

/** Metrics that no money goes into, and how many of the first outputs they follow from. */
const STOCK: ReadonlySet<Metric> = new Set<Metric>(['landArea', 'tax', 'taxPerMu', 'disposedArea']);
const STOCK_OUTPUTS = OUTPUTS.indexOf('disposedArea') + 1;

/** A metric in a year that the moment form is asked for. */
export interface Asked {
  readonly metric: Metric;
  /** Counted from the first. */
  readonly year: number;
}

/**
 * The moment form: for each of a few hundred draws of the assumptions, mean and variance over the parcels in closed form
 * and one normal number in place of thousands of tosses. Exact in the mean; close to `drawBlock` where no few parcels
 * carry the sum. For live sliders. One sorted column for each thing asked.
 */
export function momentColumns(drawable: Drawable, asked: readonly Asked[], draws = MOMENT_DRAWS): Float64Array[] {
  const { parameters, seed } = drawable;
  const classes = classMoments(drawable);
  const drawn = drawParameters(parameters, seed, 0, draws);
  const noise = Generator.of(seed, 0, STREAM.moments);
  const columns = asked.map(() => new Float64Array(draws));
  const stockOnly = asked.every(({ metric }) => STOCK.has(metric));
  for (let draw = 0; draw < draws; draw++) {
    const terms = { ...drawTerms(assumptionsAt(parameters, drawn, draw), drawable.levers), stockOnly };
    const effects = effectsOf(drawable, terms, classes);
    const outputs = meansOf(effects, (stockOnly ? STOCK_OUTPUTS : OUTPUTS.length) * terms.years);
    const means = completed(drawable, terms, outputs);
    const normal = normalQuantile(noise.uniform());
    asked.forEach((of, index) => {
      const mean = means[METRICS.indexOf(of.metric) * terms.years + of.year] ?? NaN;
      const column = columns[index];
      if (column) column[draw] = mean + normal * Math.sqrt(varianceOf(effects, weightOf(of, terms, means)));
    });
  }
  return columns.map((column) => column.sort());
}

/** How a parcel's effects weigh on a metric; tax per mu to first order around its mean. */
function weightOf({ metric, year }: Asked, { years }: DrawTerms, means: Float64Array): Weight {
  if (metric === 'taxPerMu') {
    const land = means[year] ?? NaN;
    const yields = (means[years + year] ?? NaN) / land;
    return { at: years + year, times: 1 / land, at2: year, times2: -yields / land };
  }
  const output = (OUTPUTS as readonly string[]).indexOf(metric);
  return { at: Math.max(0, output) * years + year, times: output < 0 ? 0 : 1, at2: 0, times2: 0 };
}
