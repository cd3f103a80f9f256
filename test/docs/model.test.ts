import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quarterTargets } from '../../src/engine/allocate/quarterTargets';
import { reaches } from '../../src/engine/quantity/reaches';
import { ASSUMPTION_IDS, ASSUMPTIONS, assumptionValues } from '../../src/engine/simulate/assumption';
import { decomposeTaxPerMu } from '../../src/engine/simulate/decomposeTaxPerMu';
import { PRICES } from '../../src/engine/simulate/levers/prices';
import type { PreparedParcels } from '../../src/engine/simulate/prepareParcels';
import { recoveryOf } from '../../src/engine/simulate/payback';
import { bestWaivedShare, policyCurve } from '../../src/engine/simulate/policyCurve';
import { expectedTaskQuota } from '../../src/engine/simulate/taskQuota';
import { luckOfTotal } from '../../src/engine/years/asHappened';
import { posteriorOf } from '../../src/engine/years/belief';
import { PRIORS, YEARLY_SHOCK } from '../../src/engine/years/figures';
import { workDensification } from '../oracles/workedDensification';
import { workDisposal } from '../../src/engine/simulate/workedDisposal';

/** The text without its line breaks: a figure may stand at the end of a line. */
const text = readFileSync(new URL('../../docs/model.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
const values = assumptionValues();
const number = (value: number, digits: number) =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace('-', '−');

/** A parcel of 6 mu, grade D, that uses 100,000 kWh. */
const gradeD: PreparedParcels = {
  columns: {
    ...{ landArea: Float64Array.of(6), taxPaid: Float64Array.of(1) },
    ...{ grade: Uint8Array.of(4), electricity: Float64Array.of(100_000) },
  },
  ...{ rows: 1, counted: Uint8Array.of(1), plotRatio: Float64Array.of(1), floorArea: Float64Array.of(4000) },
  squareMetresPerMu: 2000 / 3,
};

/** The worked examples of docs/model.md, each computed and looked for in the words around it. */
describe('the worked examples of docs/model.md', () => {
  const parcel = { landArea: 60, taxPaid: 480, plotRatios: { current: 0.8, target: 1.6, planned: 2 } };
  const worked = (waivedShare: number) => workDensification(parcel, { waivedShare, weighting: 'expected' }, values);
  const disposal = workDisposal({ landArea: 60, plotRatio: 0.8, taxPaid: 180 }, values);
  const change = decomposeTaxPerMu({
    ...{ tax: 573_564, landArea: 30_341, exitTax: 1200, exitArea: 600, withinTax: 8000 },
    ...{ entryTax: 5400, entryArea: 300 },
  });
  const paid = PRICES.surcharge?.({ electricity: [0, 0, 0.1, 0.3], landUseTax: [0, 0, 1, 2] }, gradeD, 0) ?? NaN;
  const missing = recoveryOf([-2300, -1350, 3750, -1350, -1350, -1006, -546, -203, -203, -202, -202]);
  const late = recoveryOf([-100, 40, 70, -20, 30]);
  const growth = posteriorOf(PRIORS.taxGrowth, { kind: 'measured', value: 0.2, error: 0.1 });
  const onTime = posteriorOf(PRIORS.onTime, { kind: 'counted', hits: 3, of: 10 });
  const luck = luckOfTotal(Float64Array.of(30, 40), { own: 0.35, yearly: YEARLY_SHOCK });
  const quota = expectedTaskQuota(
    500,
    {
      taskByYear: Float64Array.of(60, 120, 180),
      areaByYear: Float64Array.of(60, 60, 60),
      parcelsByYear: Float64Array.of(1, 1, 1),
    },
    0.85,
  );
  const quarters = quarterTargets([5, 5, 5, 5], [0.1, 0.35, 0.65, 1], 0);
  const column = (quarter: number) => quarters.map((of) => String(of[quarter])).join(', ');
  const stake = workDensification(parcel, { waivedShare: 1, weighting: 'certain' }, values);
  const curve = policyCurve(
    { landPriceDue: stake.landPriceDue, otherPrice: 0, taxValue: stake.cashValue, subsidy: 0 },
    values,
  );

  it.each([
    ['tolerance', reaches(10.1 + 4.8 + 1.1, 16) ? '10.1 + 4.8 + 1.1 reaches 16' : ''],
    ['floors and price', `ΔB = ${number(stake.addedFloorArea, 0)}, L = ${number(stake.landPriceDue, 0)}`],
    ['payback', `y(0), y(1) = ${number(worked(0).ownerPayback, 6)}, ${number(worked(1).ownerPayback, 6)}`],
    ['response', `u(0), u(1) = ${number(worked(0).uptake, 7)}, ${number(worked(1).uptake, 7)}`],
    ['tax', `τ = ${number(stake.taxPerSquareMetre, 0)}, ΔT* = ${number(stake.matureTax, 0)}`],
    ['value', `${number(worked(0).cashValue, 2)} at w = 0, ${number(worked(1).cashValue, 2)} at w = 1`],
    ['curve', `gains ${number(curve.at(-1)?.netOfNoWaiver ?? NaN, 2)} at w = 1`],
    ['best', `most at w = ${number(bestWaivedShare(curve) ?? NaN, 2)}`],
    ['disposal', `cost ${number(disposal.cost, 0)}, income ${number(disposal.resaleIncome, 0)}`],
    ['its value', `present value ${number(disposal.value, 2)}, break-even ${number(disposal.breakEvenCostPerMu, 3)}`],
    ['return', late.kind === 'recovered' ? `−100, 40, 70, −20, 30: ${number(late.years, 2)} years` : ''],
    ['what is missing', missing.kind === 'short' ? `−4,962: ${number(missing.by, 0)} missing` : ''],
    [
      'change',
      `${number(change.opening, 6)} + ${number(change.exit, 6)} + ${number(change.within, 6)} − ${number(-change.entry, 6)} = ${number(change.closing, 6)}`,
    ],
    ['add-on prices', `at 2 元/m²: ${number(paid, 1)}`],
    ['quota', `Q₀ = 500: ${[...quota].map((mu) => number(mu, 1)).join(', ')} in the years`],
    ['default and ledgers', `against N(0, 0.1²): ${number(growth.value, 1)}, w = ${number(growth.weight, 1)}`],
    ['shares', `3 of 10 on time: ${number(onTime.value, 3)}, w = 1/${number(1 / onTime.weight, 0)}`],
    ['luck of a total', `φ = 0.35: ℓ = ${number(luck.perYear, 4)}`],
    ['quarters', `at 10 %: ${column(0)}; at 35 %: ${column(1)}`],
  ])('%s', (_, words) => {
    expect(words).not.toBe('');
    expect(text.includes(words), words).toBe(true);
  });

  it('names every figure that years tell, with what is held of it before', () => {
    for (const [figure, prior] of Object.entries(PRIORS)) {
      const { kind } = prior;
      const words =
        kind === 'normal'
          ? `N(${String(prior.mean)}, ${String(prior.deviation)}²)`
          : kind === 'beta'
            ? `Beta, mean ${String(prior.mean)}, ${String(prior.weight)} cases`
            : `ln ~ N(ln ${String(prior.median)}, ${String(prior.deviation)}²)`;
      const line = text.slice(text.indexOf(`\`${figure}\``, text.indexOf('12.2 Figures')));
      expect(text.includes(`\`${figure}\``), figure).toBe(true);
      if (figure !== 'valueAddedGrowth') expect(line.slice(0, 260), figure).toContain(words);
    }
  });

  it('names every assumption with its default', () => {
    const told = (id: string) => text.includes(`\`${id}\``) || /^rampYear/.test(id) || id === 'subsidyReference';
    expect(ASSUMPTION_IDS.filter((id) => !told(id))).toEqual([]);
    expect(text).toContain('`rampYear1..3` | 0.3 0.7 1');
    for (const id of ['landPrice', 'retainedTaxShare', 'disposalOnTime', 'newProjectTaxPerMu'] as const)
      expect(text).toMatch(new RegExp(`${id}.{0,60}${String(ASSUMPTIONS[id].default)}`));
  });
});
