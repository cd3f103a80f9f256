import { describe, expect, it } from 'vitest';
import { allocate } from '../../../src/engine/allocate/allocate';
import { disposalWorth, renewalWorth, upgradeWorth } from '../../../src/engine/allocate/measureColumns';
import { verifyAllocation } from '../../oracles/verifyAllocation';
import { doneShareByYear, yearsProblem, type YearsQuestion } from '../../../src/engine/allocate/yearsProblem';
import { assumptionValues } from '../../../src/engine/simulate/assumption';
import { seededRandom } from '../../support/sample/seededRandom';
import { seedOf } from '../../support/seeds';
import { solver } from './solver';

const EXACT = { gap: 0, iterations: 60, sample: 1200, linearCore: 600, wholeCore: 250, seconds: 20 };
const values = assumptionValues();

describe('what a measure costs and brings, against the worked figures of docs/model.md', () => {
  it('disposal: 4,800 out, a present value of -1,231.84', () => {
    const { cost, benefit } = disposalWorth({ area: 60, tax: 180, floors: 32_000 }, values);
    expect(cost).toBeCloseTo(4800, 9);
    expect(benefit - cost).toBeCloseTo(-1231.84, 2);
  });

  it('renewal: 254.17 expected at a response of 0.0717279 is what it brings for sure', () => {
    const { cost, benefit } = renewalWorth({ area: 60, tax: 480, floors: 32_000, planned: 1.6 }, values);
    expect(cost).toBe(0);
    expect((benefit - cost) * 0.0717279).toBeCloseTo(254.17, 2);
  });

  it('renewal: the subsidy is paid on what is added, and unknown floors leave it unknown', () => {
    const subsidised = { ...values, buildingSubsidy: 100 };
    expect(renewalWorth({ area: 60, tax: 480, floors: 32_000, planned: 1.6 }, subsidised).cost).toBeCloseTo(320, 9);
    expect(renewalWorth({ area: 60, tax: 480, floors: NaN, planned: 1.6 }, values).cost).toBeNaN();
    expect(renewalWorth({ area: 60, tax: 480, floors: 96_000, planned: 1.6 }, values).benefit).toBe(0);
  });

  it('upgrade: its rise of the own tax, a step a year, the retained part of it', () => {
    const terms = { uplift: 0.1, years: 2, costPerMu: 0.5 };
    const { cost, benefit } = upgradeWorth({ area: 60, tax: 100, floors: NaN, planned: NaN }, terms, values);
    const part = (year: number) => (0.45 * 100 * 0.1 * Math.min(1, year / 2)) / 1.05 ** year;
    expect(cost).toBe(30);
    expect(benefit).toBeCloseTo(
      Array.from({ length: 11 }, (_, year) => part(year)).reduce((sum, own) => sum + own, 0),
      9,
    );
    expect(upgradeWorth({ area: 60, tax: -5, floors: NaN, planned: NaN }, terms, values).benefit).toBe(0);
  });
});

describe('several years against every possible plan', () => {
  it.each(Array.from({ length: 25 }, (_, at) => seedOf(at)))('seed %i', async (seed) => {
    const question = smallYears(seed);
    const problem = yearsProblem(question);
    const searching = allocate(problem, await solver, EXACT);
    let step = searching.next();
    while (!step.done) step = searching.next();
    const best = bestPlan(question);
    expect(step.value.kind).toBe(best === undefined ? 'infeasible' : 'done');
    if (step.value.kind !== 'done') return;
    expect(verifyAllocation(problem, step.value.allocation).limits.filter(({ kept }) => !kept)).toEqual([]);
    expect(-step.value.value).toBeCloseTo(best ?? NaN, 6);
  });

  it('has plans that can be kept among them, and such that cannot', () => {
    const kept = Array.from({ length: 25 }, (_, seed) => bestPlan(smallYears(seed)) !== undefined);
    expect(kept.filter(Boolean).length).toBeGreaterThan(5);
    expect(kept.filter((is) => !is).length).toBeGreaterThan(3);
  });
});

describe('renewal units', () => {
  it('are dealt with by one measure that one of them has', () => {
    const question = { ...smallYears(3), unit: Uint32Array.from([1, 1, 0, 0, 0]) };
    const { measures } = yearsProblem(question).parcels;
    const open = (at: number) => measures.map(({ allowed }) => allowed[at]);
    expect(open(0)).toEqual(open(1));
    expect(open(2).filter((own) => own === 1)).toHaveLength(1);
  });
});

it('work that slips is done a year later as often as the rest allows', () => {
  expect(doneShareByYear(0.85, 3).map((share) => Math.round(share * 1e6) / 1e6)).toEqual([0.85, 0.9775, 0.996625]);
});

const PARCELS = 5;
const YEARS = 3;

/** Five parcels over three years, each with a measure, a first year, its money and its cases. */
function smallYears(seed: number): YearsQuestion {
  const random = seededRandom(seed);
  const column = (of: () => number) => Float64Array.from({ length: PARCELS }, of);
  const area = column(() => 5 + Math.floor(random() * 40));
  const sum = area.reduce((all, own) => all + own, 0);
  const measureOf = Array.from(
    { length: PARCELS },
    () => (['dispose', 'renew', 'upgrade'] as const)[Math.floor(random() * 3)] ?? 'dispose',
  );
  const years = Array.from({ length: YEARS }, (_, year) => ({
    target: ((sum * (year + 1)) / YEARS) * (0.4 + 0.5 * random()),
    ...(random() < 0.6 ? { fund: 800 + random() * 2500 } : {}),
    ...(random() < 0.6 ? { cases: 1 + Math.floor(random() * 3) } : {}),
  }));
  return {
    area,
    taxPaid: column(() => random() * 300),
    floorArea: column(() => 3000 + random() * 20_000),
    plannedPlotRatio: column(() => 1.5 + random()),
    township: Uint16Array.from({ length: PARCELS }, (_, at) => 1 + (at % 2)),
    ...{ measureOf, years, mostShare: 1, floors: [0, 0], caps: [Infinity, Infinity] },
    earliest: Uint8Array.from({ length: PARCELS }, () => Math.floor(random() * 2)),
    upgrade: { uplift: 0.1, years: 3, costPerMu: 2 },
    objective: 'leastCost',
    values: { ...values, buildingSubsidy: 50 },
  };
}

/** The least cost of all plans that keep every year's target, money and cases; read straight from the question. */
function bestPlan(question: YearsQuestion): number | undefined {
  let best: number | undefined;
  for (let code = 0; code < (YEARS + 1) ** PARCELS; code++) {
    const year = Array.from({ length: PARCELS }, (_, at) => (Math.floor(code / (YEARS + 1) ** at) % (YEARS + 1)) - 1);
    const cost = costOfPlan(question, year);
    if (cost !== undefined && (best === undefined || cost < best)) best = cost;
  }
  return best;
}

function costOfPlan(question: YearsQuestion, yearOf: readonly number[]): number | undefined {
  const { area, earliest, years, values: own, taxPaid, floorArea, plannedPlotRatio, measureOf, upgrade } = question;
  const at = (column: ArrayLike<number>, parcel: number) => column[parcel] ?? NaN;
  const costs = yearOf.map((_, parcel) => {
    const one = {
      ...{ area: at(area, parcel), tax: at(taxPaid, parcel), floors: at(floorArea, parcel) },
      planned: at(plannedPlotRatio, parcel),
    };
    if (measureOf[parcel] === 'dispose') return disposalWorth(one, own).cost;
    return measureOf[parcel] === 'renew' ? renewalWorth(one, own).cost : upgradeWorth(one, upgrade, own).cost;
  });
  if (yearOf.some((year, parcel) => year >= 0 && year < at(earliest ?? [], parcel))) return undefined;
  for (const [index, { target, fund = Infinity, cases = Infinity }] of years.entries()) {
    const sum = (holds: (year: number) => boolean, of: (parcel: number) => number) =>
      yearOf.reduce((all, year, parcel) => all + (year >= 0 && holds(year) ? of(parcel) : 0), 0);
    const reached = sum(
      (year) => year <= index,
      (parcel) => at(area, parcel),
    );
    const spent = sum(
      (year) => year === index,
      (parcel) => costs[parcel] ?? NaN,
    );
    const dealt = sum(
      (year) => year === index,
      () => 1,
    );
    if (reached < target - 1e-9 || spent > fund + 1e-9 || dealt > cases) return undefined;
  }
  return yearOf.reduce((all, year, parcel) => all + (year < 0 ? 0 : (costs[parcel] ?? NaN) / 1.05 ** year), 0);
}
