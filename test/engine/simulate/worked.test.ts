import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assumptionValues } from '../../../src/engine/simulate/assumption';
import { presentValue } from '../../../src/engine/simulate/compound';
import { decomposeTaxPerMu } from '../../../src/engine/simulate/decomposeTaxPerMu';
import { disposalFund } from '../../../src/engine/simulate/levers/fund';
import { newLandQuota, newLandQuotaByDisposal } from '../../../src/engine/simulate/newLandQuota';
import { bestWaivedShare, policyCurve } from '../../../src/engine/simulate/policyCurve';
import { splitByTownship } from '../../../src/engine/allocate/splitByTownship';
import { tierIndexOf } from '../../../src/engine/simulate/tierLines';
import { workDensification } from '../../oracles/workedDensification';
import { workDisposal } from '../../../src/engine/simulate/workedDisposal';

interface WorkedFixture {
  readonly B0_m2: number;
  readonly dB_m2: number;
  readonly p_f_yuan_m2: number;
  readonly charge_full_wan: number;
  readonly forgone_wan: number;
  readonly collected_wan: number;
  readonly net_rent_yuan_m2_a: number;
  readonly owner_payback_a: number;
  readonly uptake: number;
  readonly tau_own: number;
  readonly tau: number;
  readonly dT_mature_wan: number;
  readonly capex_wan: number;
  readonly dT_t: number[];
  readonly cf_cash: number[];
  readonly cf_shadow: number[];
  readonly npv_cash: number;
  readonly npv_shadow: number;
  readonly payback_shadow_a: number | null;
  readonly mj_t: number[];
  readonly tier_t: string[];
}

interface SplitFixture {
  readonly raw: Record<string, number>;
  readonly rounded: Record<string, number>;
  readonly sum: number;
}

interface Fixture {
  readonly far_w0: WorkedFixture;
  readonly far_w05: WorkedFixture;
  readonly far_w1: WorkedFixture;
  readonly far_w1_expected: WorkedFixture;
  readonly disposal: Record<string, number | number[]>;
  readonly policy_curve: {
    w: number;
    u: number;
    pv_tax: number;
    exp_cash: number;
    deadweight: number;
    net_vs_no_waiver: number;
  }[];
  readonly w_star: number;
  readonly split: SplitFixture;
  readonly split_capped: SplitFixture;
  readonly decomp: Record<string, number>;
  readonly quota: { readonly both: number; readonly one_failed: number };
  readonly fund_05: number;
  readonly params: Record<string, number | number[]>;
}

const fixture = JSON.parse(
  readFileSync(new URL('../../fixtures/model_fixture.json', import.meta.url), 'utf8'),
) as Fixture;

const values = assumptionValues();
const parcel = { landArea: 60, taxPaid: 480, plotRatios: { current: 0.8, target: 1.6, planned: 2 } };
const shengzhou = {
  lines: [5, 10, 15],
  tiers: ['重点排查', '重点检查', '重点指导', '不纳入'],
  lineBelongsTo: 'lower',
} as const;

describe('the defaults are those of the model', () => {
  it('has every parameter of the fixture', () => {
    const { params } = fixture;
    expect({
      K: values.squareMetresPerMu,
      far_base: values.landPricePlotRatio,
      p_land: values.landPrice,
      c_b: values.buildingCost,
      s_b: values.buildingSubsidy,
      r_m: values.monthlyRent,
      occ: values.occupancy,
      u_max: values.uptakeCeiling,
      PB0: values.uptakeMidpoint,
      sig: values.uptakeSpread,
      lag: values.constructionLag,
      ramp: [values.rampYear1, values.rampYear2, values.rampYear3],
      tau_new: values.newTaxPerSquareMetre,
      lam: values.newTaxWeight,
      phi: values.retainedTaxShare,
      r: values.discountRate,
      N: values.horizon,
      thresholds: shengzhou.lines,
    }).toEqual(params);
  });
});

describe('one parcel worked through, to the last digit of the fixture', () => {
  const cases = [
    { name: 'far_w0', waivedShare: 0, weighting: 'certain' },
    { name: 'far_w05', waivedShare: 0.5, weighting: 'certain' },
    { name: 'far_w1', waivedShare: 1, weighting: 'certain' },
    { name: 'far_w1_expected', waivedShare: 1, weighting: 'expected' },
  ] as const;

  it.each(cases)('$name', ({ name, ...lever }) => {
    const worked = workDensification(parcel, lever, values);
    // toStrictEqual compares numbers with Object.is: every bit must agree.
    expect({
      B0_m2: worked.floorArea,
      dB_m2: worked.addedFloorArea,
      p_f_yuan_m2: worked.floorPrice,
      charge_full_wan: worked.landPriceDue,
      forgone_wan: worked.landPriceWaived,
      collected_wan: worked.landPriceCollected,
      net_rent_yuan_m2_a: worked.netRent,
      owner_payback_a: worked.ownerPayback,
      uptake: worked.uptake,
      tau_own: worked.ownTaxPerSquareMetre,
      tau: worked.taxPerSquareMetre,
      dT_mature_wan: worked.matureTax,
      capex_wan: worked.investment,
      dT_t: worked.taxByYear,
      cf_cash: worked.cashByYear,
      cf_shadow: worked.shadowByYear,
      npv_cash: worked.cashValue,
      npv_shadow: worked.shadowValue,
      payback_shadow_a: worked.shadowPayback,
      mj_t: worked.taxPerMuByYear,
      tier_t: worked.taxPerMuByYear.map((reading) => shengzhou.tiers[tierIndexOf(reading, shengzhou)]),
    }).toStrictEqual(fixture[name]);
  });
});

describe('one parcel acquired and granted again', () => {
  it('agrees with the fixture to the last digit', () => {
    const worked = workDisposal({ landArea: 60, plotRatio: 0.8, taxPaid: 180 }, values);
    expect({
      cost_wan: worked.cost,
      cost_per_mu: worked.costPerMu,
      resale_wan: worked.resaleIncome,
      dT_t: worked.taxChangeByYear,
      cf: worked.cashByYear,
      npv: worked.value,
      breakeven_total_cost_per_mu: worked.breakEvenCostPerMu,
    }).toStrictEqual(fixture.disposal);
  });

  it('breaks even at the cost per mu it names', () => {
    const worked = workDisposal({ landArea: 60, plotRatio: 0.8, taxPaid: 180 }, values);
    const cheaper = worked.cashByYear.map((cash, year) => (year === 0 ? -worked.breakEvenCostPerMu * 60 : cash));
    expect(presentValue(cheaper, values.discountRate)).toBeCloseTo(0, 9);
  });
});

describe('the curve over the waived share', () => {
  const worked = workDensification(parcel, { waivedShare: 1, weighting: 'certain' }, values);
  const curve = policyCurve(
    { otherPrice: 0, landPriceDue: worked.landPriceDue, taxValue: worked.cashValue, subsidy: 0 },
    values,
  );

  it('agrees with the fixture at all 21 points, to the last digit', () => {
    const printed = curve.map((point) => ({
      w: point.waivedShare,
      u: point.uptake,
      pv_tax: point.taxValue,
      exp_cash: point.expectedCash,
      deadweight: point.deadweight,
      net_vs_no_waiver: point.netOfNoWaiver,
    }));
    expect(printed).toStrictEqual(fixture.policy_curve);
  });

  it('has its greatest expected cash at 0.9', () => {
    expect(bestWaivedShare(curve)).toBe(fixture.w_star);
  });
});

describe('sums of a county', () => {
  it('splits the change of tax per mu into exit, within and entry', () => {
    const change = decomposeTaxPerMu({
      tax: 573_564,
      landArea: 30_341,
      exitTax: 1200,
      exitArea: 600,
      withinTax: 8000,
      entryTax: 5400,
      entryArea: 300,
    });
    expect({
      m0: change.opening,
      exit: change.exit,
      within: change.within,
      entry: change.entry,
      m3: change.closing,
    }).toStrictEqual(fixture.decomp);
  });

  const needs = [
    { stock: 820, gap: 6200, done: 200 },
    { stock: 450, gap: 1800, done: 150 },
    { stock: 130, gap: 2400, done: 50 },
    { stock: 1100, gap: 3600, done: 400 },
  ];

  it.each([
    { name: 'split', total: 1000 },
    { name: 'split_capped', total: 2000 },
  ] as const)('$name: $total mu over four townships', ({ name, total }) => {
    const split = splitByTownship(total, needs);
    expect(split.exact).toStrictEqual(Object.values(fixture[name].raw));
    expect(split.whole).toStrictEqual(Object.values(fixture[name].rounded));
    expect(split.unallocated).toBe(0);
  });

  it('rewards and cuts the quota of new land', () => {
    const quota = {
      both: newLandQuota(500, { unsuppliedDone: true, idleDone: true }),
      one_failed: newLandQuota(500, { unsuppliedDone: true, idleDone: false }),
    };
    expect(quota).toStrictEqual(fixture.quota);
    expect(newLandQuota(500, { unsuppliedDone: false, idleDone: false })).toBe(400);
    expect(newLandQuotaByDisposal(500, 120)).toBe(560);
  });

  it('sets half a percent of the land income aside', () => {
    expect(disposalFund(1_000_000)).toBe(fixture.fund_05);
    expect(disposalFund(1_000_000, 300)).toBe(5300);
  });
});
