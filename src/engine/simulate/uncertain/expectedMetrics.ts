import type { AssumptionValues } from '../assumption';
import { beginningShare } from '../pace';
import { expectedQuota } from '../levers/incrementStock';
import type { Drawable } from './drawBlock';
import { chancesOf, type EventClass, KIND, WIDTH } from './events';
import {
  accumulate,
  addTaken,
  drawTerms,
  type DrawTerms,
  OUTPUTS,
  type Outputs,
  writeMetrics,
  METRICS,
} from './outcomes';

/** The sums of the four numbers over the parcels of a class. */
interface ClassSums {
  readonly of: EventClass;
  readonly sums: readonly [number, number, number, number];
}

/** The sums of each class, whatever its group. */
export function classSums({ events }: Drawable): ClassSums[] {
  return events.classes.map((of) => {
    const sums: [number, number, number, number] = [0, 0, 0, 0];
    of.values.forEach((value, at) => (sums[(at % WIDTH) as 0 | 1 | 2 | 3] += value));
    return { of, sums };
  });
}

/** The effects of one unit of each of the four numbers of parcels taken in a year. */
type Units = readonly [Outputs, Outputs, Outputs, Outputs];

function unitEffects(terms: DrawTerms, of: EventClass, year: number): Units {
  const unit = (first: number, second: number, third: number, fourth: number) => {
    const outputs = new Float64Array(OUTPUTS.length * terms.years);
    addTaken(outputs, terms, { of, year, first, second, third, fourth });
    accumulate(outputs, terms.years);
    return outputs;
  };
  return [unit(1, 0, 0, 0), unit(0, 1, 0, 0), unit(0, 0, 1, 0), unit(0, 0, 0, 1)];
}

/** Parcels of a class taken in a year: with what chance, and to what effect. */
interface YearEffect {
  readonly chance: number;
  readonly units: Units;
}

/** The effects of a class, year by year. */
interface ClassEffects {
  readonly of: ClassSums;
  readonly years: readonly YearEffect[];
}

function effectsOf(drawable: Drawable, terms: DrawTerms, classes: readonly ClassSums[]): ClassEffects[] {
  const shared = new Map<number, Units>();
  return classes.map((sums, index) => {
    const { of } = sums;
    const { ever, pace } = chancesOf(of, terms.values, drawable.levers.upgrade);
    const years: YearEffect[] = [];
    for (let year = of.from; year < terms.years; year++) {
      const chance = ever * beginningShare(pace, year - of.from);
      // Disposal has the same effect whatever year it was planned for.
      const key = (of.kind === KIND.dispose ? -1 : index) * terms.years + year;
      const units = shared.get(key) ?? unitEffects(terms, of, year);
      shared.set(key, units);
      years.push({ chance, units });
    }
    return { of: sums, years };
  });
}

/** The mean of every output of one draw's assumptions. */
function meansOf(effects: readonly ClassEffects[], length: number): Outputs {
  const means = new Float64Array(length);
  for (const { of, years } of effects) {
    const [first, second, third, fourth] = of.sums;
    for (const { chance, units } of years) {
      const [x, y, z, w] = units;
      for (let at = 0; at < length; at++)
        means[at] =
          (means[at] ?? 0) +
          chance * (first * (x[at] ?? 0) + second * (y[at] ?? 0) + third * (z[at] ?? 0) + fourth * (w[at] ?? 0));
    }
  }
  return means;
}

/**
 * What is expected under one set of assumptions, in closed form: metric * years + year. Every metric but tax per mu is exact; that is the
 * expected tax over the expected land, as the projection has it.
 */
export function expectedMetrics(
  drawable: Drawable,
  classes: readonly ClassSums[],
  values: AssumptionValues,
): Float64Array {
  const terms = drawTerms(values, drawable.levers);
  const outputs = meansOf(effectsOf(drawable, terms, classes), OUTPUTS.length * terms.years);
  return completed(drawable, terms, outputs);
}

const sum = (numbers: Float64Array) => numbers.reduce((total, number) => total + number, 0);

function completed({ events, levers }: Drawable, terms: DrawTerms, outputs: Outputs): Float64Array {
  const metrics = new Float64Array(METRICS.length * terms.years);
  const opening = { land: sum(events.land), tax: sum(events.tax), surcharge: events.surcharge };
  writeMetrics(metrics, 0, {
    outputs,
    terms,
    opening,
    quotaOf: expectedQuota(levers.incrementStock, events.tasks, terms.values),
  });
  return metrics;
}
