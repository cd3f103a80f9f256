import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByTownship } from '../../../src/engine/allocate/splitByTownship';
import type { Levers } from '../../../src/engine/simulate/levers/all';
import { DIMENSIONS, type ParcelColumns } from '../../../src/engine/simulate/parcels';
import type { SimulationInput } from '../../../src/engine/simulate/scenario';
import { firstDay, resultOf } from './run';

const maybe = (arbitrary: fc.Arbitrary<number>) => fc.option(arbitrary, { nil: NaN, freq: 8 });

const parcel = fc.record({
  landArea: maybe(fc.double({ min: -1, max: 500, noNaN: true })),
  taxPaid: maybe(fc.double({ min: -100, max: 20_000, noNaN: true })),
  plotRatio: maybe(fc.double({ min: 0, max: 3, noNaN: true })),
  plannedPlotRatio: maybe(fc.double({ min: 0.5, max: 4, noNaN: true })),
  inefficient: maybe(fc.integer({ min: 0, max: 1 })),
  isIndustrialCarrier: maybe(fc.integer({ min: 0, max: 1 })),
  useUnchanged: maybe(fc.integer({ min: 0, max: 1 })),
  township: fc.integer({ min: 0, max: 4 }),
});

const sound = {
  landArea: 12,
  taxPaid: 90,
  plotRatio: 0.9,
  plannedPlotRatio: 2,
  inefficient: 1,
  isIndustrialCarrier: 1,
  useUnchanged: 1,
  township: 1,
};

/** Ledgers with gaps in them; the first parcel is sound, so that there is always something to project. */
const ledger = fc.array(parcel, { maxLength: 60 }).map((others): ParcelColumns => {
  const rows = [sound, ...others];
  const column = (key: keyof typeof sound) => Float64Array.from(rows, (row) => row[key]);
  return {
    landArea: column('landArea'),
    taxPaid: column('taxPaid'),
    plotRatio: column('plotRatio'),
    plannedPlotRatio: column('plannedPlotRatio'),
    inefficient: column('inefficient'),
    isIndustrialCarrier: column('isIndustrialCarrier'),
    useUnchanged: column('useUnchanged'),
    township: Uint16Array.from(rows, (row) => row.township),
    park: Uint16Array.from(rows, (row) => (row.township * 7) % 3),
  };
});

const share = fc.double({ min: 0, max: 1, noNaN: true });

const levers = fc.record({
  plotRatio: fc.record({ target: fc.double({ min: 0.5, max: 3, noNaN: true }) }),
  waiver: fc.record({
    share,
    basis: fc.constant({
      packId: 'national-land-use',
      title: '节约集约利用土地规定',
      clause: '',
      status: 'reported' as const,
    }),
  }),
  disposal: fc.record({ share, byYear: fc.integer({ min: 2024, max: 2034 }) }),
});

const input = fc.record({ parcels: ledger, levers }).map((drawn): SimulationInput => ({ ...drawn, firstDay }));

const total = (numbers: Iterable<number>) => [...numbers].reduce((sum, number) => sum + number, 0);
const close = (actual: number, expected: number, scale: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, scale));

describe('laws of every projection', () => {
  it('levers at 0 change nothing: the scenario is the baseline, bit for bit', () => {
    const idle: Levers[] = [
      {},
      { disposal: { share: 0, byYear: 2030 } },
      { plotRatio: { target: Number.MIN_VALUE } },
      { upgrade: { uplift: 0.3, years: 2, response: 0, costPerMu: 5 } },
      { prices: {} },
      { waiver: { share: 1 } },
    ];
    fc.assert(
      fc.property(ledger, fc.constantFrom(...idle), (parcels, nothing) => {
        const graded = { ...parcels, grade: new Uint8Array(parcels.landArea.length).fill(4) };
        const { scenario, baseline } = resultOf({ parcels: graded, firstDay, levers: nothing });
        expect(scenario).toStrictEqual(baseline);
        expect(total(baseline.netFiscal)).toBe(0);
      }),
    );
  });

  it('closing land = opening + inflow - outflow in every year', () => {
    fc.assert(
      fc.property(input, (drawn) => {
        const { landArea, inflowArea, outflowArea } = resultOf(drawn).scenario;
        for (let year = 1; year < landArea.length; year++) {
          const opening = landArea[year - 1] ?? NaN;
          close(landArea[year] ?? NaN, opening + (inflowArea[year] ?? NaN) - (outflowArea[year] ?? NaN), opening);
        }
      }),
    );
  });

  it('land and tax of the groups add up to the county, whatever is shared between them', () => {
    fc.assert(
      fc.property(input, (drawn) => {
        const sharing = { ...drawn.levers, taxSharing: { share: 0.4, to: 1 } };
        const { groups, scenario, baseline } = resultOf({ ...drawn, levers: sharing });
        for (const dimension of DIMENSIONS) {
          const of = groups[dimension] ?? [];
          if (of.length === 0) continue;
          const last = (values: Float64Array) => values.at(-1) ?? NaN;
          const size = Math.abs(last(scenario.tax)) + 1e4;
          close(total(of.map((group) => group.scenario.tax)), last(scenario.tax), size);
          close(total(of.map((group) => group.scenario.landArea)), last(scenario.landArea), size);
          close(total(of.map((group) => group.baseline.tax)), last(baseline.tax), size);
        }
      }),
    );
  });

  it('without discounting, the value is the plain sum of the years', () => {
    fc.assert(
      fc.property(input, (drawn) => {
        const { scenario } = resultOf({ ...drawn, assumptions: { discountRate: 0 } });
        expect(scenario.cumulativeValue.at(-1)).toBe(total(scenario.netFiscal));
      }),
    );
  });

  it('never disposes of more than the target, and of each year no more than its part', () => {
    fc.assert(
      fc.property(input, (drawn) => {
        const { disposalRate } = resultOf(drawn).scenario;
        const disposal = drawn.levers.disposal ?? { share: 0, byYear: 2024 };
        const steps = disposal.byYear - 2024 + 1;
        disposalRate.forEach((rate, year) => {
          expect(rate).toBeLessThanOrEqual(disposal.share * Math.min(1, (year + 1) / steps) + 1e-9);
        });
      }),
    );
  });

  it('a share of 1 disposes of all the inefficient land that counts', () => {
    fc.assert(
      fc.property(input, (drawn) => {
        const disposal = { share: 1, byYear: 2030 };
        const { parcels } = drawn;
        const { scenario } = resultOf({ ...drawn, levers: { disposal } });
        const counts = (row: number) =>
          parcels.inefficient?.[row] === 1 && (parcels.landArea[row] ?? NaN) > 0 && !Number.isNaN(parcels.taxPaid[row]);
        const flagged = parcels.landArea.filter((_, row) => counts(row));
        close(total(scenario.disposedArea), total(flagged), total(flagged));
      }),
    );
  });

  it('exit, within and entry add up to the change, and close at the last year', () => {
    fc.assert(
      fc.property(input, (drawn) => {
        const { change, scenario } = resultOf(drawn);
        fc.pre(Number.isFinite(change.exit) && Number.isFinite(change.closing));
        const size = Math.abs(change.exit) + Math.abs(change.entry) + Math.abs(change.closing);
        close(change.opening + change.exit + change.within + change.entry, change.closing, size);
        close(scenario.taxPerMu.at(-1) ?? NaN, change.closing, size * 1000);
      }),
    );
  });

  it('counts every parcel once a year: in a tier, or left', () => {
    const tierLines = { lines: [5, 10, 15], tiers: ['1', '2', '3', '4'], lineBelongsTo: 'lower' } as const;
    fc.assert(
      fc.property(input, (drawn) => {
        const { scenario, parcels } = resultOf({ ...drawn, tierLines });
        scenario.parcelsLeft.forEach((left, year) => {
          const inTiers = total(scenario.parcelsByTier.map((counts) => counts[year] ?? NaN));
          expect(inTiers + left).toBe(parcels.counted);
        });
      }),
    );
  });

  it('the price due is either collected or waived', () => {
    fc.assert(
      fc.property(input, (drawn) => {
        const whole = resultOf({
          ...drawn,
          assumptions: { uptakeSpread: 50, uptakeMidpoint: 100, uptakeCeiling: 0.5 },
        });
        const { landPriceCollected, landPriceWaived, floorAreaAdded } = whole.scenario;
        const due = (total(floorAreaAdded) * 600) / 10_000;
        close((landPriceCollected[0] ?? NaN) + (landPriceWaived[0] ?? NaN), due, due);
      }),
    );
  });
});

describe('laws of every split over townships', () => {
  const amount = fc.integer({ min: 0, max: 3000 });
  const needs = fc.array(fc.record({ stock: amount, gap: amount, done: amount }), { minLength: 1, maxLength: 20 });

  it('allocates the whole target under the caps, or all the caps', () => {
    fc.assert(
      fc.property(needs, fc.integer({ min: 0, max: 20_000 }), (townships, target) => {
        const { exact, whole, unallocated } = splitByTownship(target, townships);
        expect(total(whole) + unallocated).toBe(target);
        whole.forEach((mu, index) => {
          expect(mu).toBeLessThanOrEqual(townships[index]?.stock ?? NaN);
          expect(Math.abs(mu - (exact[index] ?? NaN))).toBeLessThanOrEqual(1 + 1e-6);
        });
        const room = total(townships.map(({ stock }) => stock));
        if (townships.every(({ stock, gap, done }) => stock * gap * done > 0)) {
          expect(unallocated).toBe(Math.max(0, target - room));
        }
      }),
    );
  });
});
