import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assumptionValues } from '../../../src/engine/simulate/assumption';
import type { ParcelColumns } from '../../../src/engine/simulate/parcels';
import type { SimulationInput } from '../../../src/engine/simulate/scenario';
import type { WaiverBasis } from '../../../src/engine/simulate/waiverGate';
import { workDisposal } from '../../../src/engine/simulate/workedDisposal';
import { countsOf, finish, firstDay, resultOf } from './run';

const fixture = JSON.parse(readFileSync(new URL('../../fixtures/model_fixture.json', import.meta.url), 'utf8')) as {
  far_w1_expected: {
    dB_m2: number;
    uptake: number;
    cf_cash: number[];
    npv_cash: number;
    mj_t: number[];
    tier_t: string[];
  };
  far_w0: { uptake: number; charge_full_wan: number };
  disposal: { cf: number[]; npv: number; dT_t: number[] };
};

const basis: WaiverBasis = {
  packId: 'taicang-2023',
  title: '太仓市推动存量空间自主更新推进载体高质量发展的指导意见(试行)',
  clause: '三(五)',
  from: '2023-04-01',
  until: '2025-04-01',
  status: 'issued',
};

const shengzhou = {
  lines: [5, 10, 15],
  tiers: ['重点排查', '重点检查', '重点指导', '不纳入'],
  lineBelongsTo: 'lower',
} as const;

const column = (...values: number[]) => Float64Array.from(values);

const oneParcel: ParcelColumns = {
  landArea: column(60),
  taxPaid: column(480),
  plotRatio: column(0.8),
  plannedPlotRatio: column(2),
  isIndustrialCarrier: column(1),
  useUnchanged: column(1),
  inefficient: column(1),
};

const raised: SimulationInput = {
  parcels: oneParcel,
  firstDay,
  levers: { plotRatio: { target: 1.6 }, waiver: { share: 1, basis } },
  tierLines: shengzhou,
};

describe('one parcel projected is the worked parcel', () => {
  it('raises the plot ratio with the price waived, to the last digit of the fixture', () => {
    const { scenario } = resultOf(raised);
    const expected = fixture.far_w1_expected;
    expect([...scenario.taxPerMu]).toStrictEqual(expected.mj_t);
    expect([...scenario.netFiscal]).toStrictEqual(expected.cf_cash);
    expect(scenario.cumulativeValue.at(-1)).toBe(expected.npv_cash);
    expect(scenario.landPriceWaived[0]).toBe(expected.uptake * 1920);
    expect([...scenario.floorAreaAdded]).toStrictEqual([
      0,
      0,
      expected.uptake * expected.dB_m2,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
    ]);
    const tiers = shengzhou.tiers.map((tier) => expected.tier_t.map((of) => (of === tier ? 1 : 0)));
    expect(scenario.parcelsByTier.map((counts) => [...counts])).toStrictEqual(tiers);
  });

  it('collects the whole price where no waiver is asked for', () => {
    const { scenario } = resultOf({ ...raised, levers: { plotRatio: { target: 1.6 } } });
    expect(scenario.landPriceCollected[0]).toBe(fixture.far_w0.uptake * fixture.far_w0.charge_full_wan);
    expect(scenario.landPriceWaived[0]).toBe(0);
  });

  it('disposes of it in the first year, to the last digit of the fixture', () => {
    const parcels = { ...oneParcel, taxPaid: column(180) };
    const { scenario, baseline } = resultOf({ ...raised, parcels, levers: { disposal: { share: 1, byYear: 2024 } } });
    expect([...scenario.netFiscal]).toStrictEqual(fixture.disposal.cf);
    expect(scenario.cumulativeValue.at(-1)).toBe(fixture.disposal.npv);
    expect([...scenario.tax].map((tax, year) => tax - (baseline.tax[year] ?? NaN))).toStrictEqual(
      fixture.disposal.dT_t,
    );
  });

  it('disposes of it later: the same flow, so many years later', () => {
    const parcels = { ...oneParcel, taxPaid: column(180) };
    const disposal = { share: 1, byYear: 2027, schedule: [0, 0, 0, 1] };
    const { scenario } = resultOf({ ...raised, parcels, levers: { disposal } });
    const worked = workDisposal({ landArea: 60, plotRatio: 0.8, taxPaid: 180 }, assumptionValues());
    expect([...scenario.netFiscal]).toStrictEqual([0, 0, 0, ...worked.cashByYear.slice(0, 8)]);
    expect([...scenario.disposalRate]).toStrictEqual([0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect([...scenario.landArea]).toStrictEqual([60, 60, 60, 60, 0, 51, 51, 51, 51, 51, 51]);
  });
});

describe('a county that an official can check by hand', () => {
  // Five parcels of 10 mu; the first three are inefficient and pay 1, 3 and 2 wanYuan per mu.
  const parcels: ParcelColumns = {
    landArea: column(10, 10, 10, 10, 10),
    taxPaid: column(10, 30, 20, 100, 200),
    plotRatio: column(0.5, 0.5, 0.5, 0.5, 2.5),
    plannedPlotRatio: column(1, 1, 1, 1, 3),
    inefficient: column(1, 1, 1, 0, 0),
    township: Uint16Array.of(1, 1, 2, 2, 0),
    rowNumbers: Uint32Array.of(5, 6, 7, 8, 9),
  };

  it('disposes of the parcels with the least tax per mu first, one a year', () => {
    const { scenario, change, groups } = resultOf({
      parcels,
      firstDay,
      levers: { disposal: { share: 1, byYear: 2026 } },
      assumptions: { newProjectTaxPerMu: 0 },
    });
    expect([...scenario.disposedArea]).toEqual([10, 10, 10, 0, 0, 0, 0, 0, 0, 0, 0]);
    // Gone the year after: first the parcel that pays 10, then 20, then 30.
    expect([...scenario.tax]).toEqual([360, 350, 330, 300, 300, 300, 300, 300, 300, 300, 300]);
    // 85 % of each comes back two years after its disposal.
    expect([...scenario.landArea]).toEqual([50, 40, 38.5, 37, 45.5, 45.5, 45.5, 45.5, 45.5, 45.5, 45.5]);
    expect(change.opening).toBe(7.2);
    expect(change.exit).toBeCloseTo(300 / 20 - 7.2, 12);
    expect(change.within).toBe(0);
    expect(change.entry).toBeCloseTo(300 / 45.5 - 15, 12);
    expect(groups.township?.map(({ code, scenario: stock }) => [code, stock.tax])).toEqual([
      [0, 200],
      [1, 0],
      [2, 100],
    ]);
  });

  it('stops below the target where no whole parcel fits, and says how far it got', () => {
    const result = resultOf({ parcels, firstDay, levers: { disposal: { share: 0.5, byYear: 2024 } } });
    expect(result.scenario.disposalRate[0]).toBeCloseTo(1 / 3, 12);
    const notice = result.notices.find(({ code }) => code === 'disposalShortOfTarget');
    expect(notice?.figures).toEqual({ target: 15, area: 10, targetShare: 0.5, share: 10 / 30 });
  });

  it('passes over a parcel too large for the year and takes it when it fits', () => {
    const large = { ...parcels, landArea: column(30, 10, 10, 10, 10), taxPaid: column(1, 30, 20, 100, 200) };
    const { scenario } = resultOf({ parcels: large, firstDay, levers: { disposal: { share: 1, byYear: 2025 } } });
    expect([...scenario.disposedArea].slice(0, 3)).toEqual([20, 30, 0]);
  });

  it('does not densify what it disposes of, clips at the plan, and leaves alone what is dense already', () => {
    const result = resultOf({
      parcels,
      firstDay,
      levers: { plotRatio: { target: 2 }, disposal: { share: 1, byYear: 2026 } },
    });
    expect(countsOf(result)).toMatchObject({ disposedNotDensified: 3, plotRatioClipped: 1, atTargetAlready: 1 });
    const uptake = fixture.far_w0.uptake;
    expect(result.scenario.floorAreaAdded[2]).toBeCloseTo((uptake * 10 * 0.5 * 2000) / 3, 9);
    expect(result.notices.find(({ code }) => code === 'plotRatioClipped')?.rows).toEqual([8]);
  });

  it('reports the years that cost more than the fund', () => {
    const disposal = { share: 1, byYear: 2026, fundPerYear: 500 };
    const result = resultOf({ parcels, firstDay, levers: { disposal } });
    // 10 mu at 45 + 3, and 3,333.33 m2 at 600 yuan: 680 wanYuan a parcel.
    expect(result.scenario.disposalCost[0]).toBeCloseTo(680, 9);
    expect(countsOf(result)['disposalFundExceeded']).toBe(3);
  });
});

describe('what is missing is said, never guessed', () => {
  const parcels: ParcelColumns = {
    landArea: column(60, NaN, 0, 60, 60, 60, 60),
    taxPaid: column(480, 1, 1, NaN, -60, 480, 480),
    plotRatio: column(0.8, 1, 1, 1, 0.8, NaN, NaN),
    floorArea: column(NaN, NaN, NaN, NaN, NaN, 32_000, NaN),
    rowNumbers: Uint32Array.of(11, 12, 13, 14, 15, 16, 17),
  };
  const result = resultOf({ parcels, firstDay, levers: { plotRatio: { target: 1.6 }, waiver: { share: 1, basis } } });

  it('counts what it leaves out, with the ledger rows', () => {
    expect(result.parcels).toEqual({ rows: 7, counted: 4 });
    const rowsOf = Object.fromEntries(result.notices.map(({ code, rows }) => [code, rows]));
    expect(rowsOf).toEqual({
      landAreaMissing: [12],
      landAreaNotPositive: [13],
      taxPaidMissing: [14],
      negativeTax: [15],
      plotRatioFromFloorArea: [16],
      plotRatioMissing: [17],
      plannedPlotRatioAssumed: [11, 15, 16],
      'waiverRefused.inputUnknown': [11, 15, 16],
      'waiverUnknown.isIndustrialCarrier': [11, 15, 16],
      'waiverUnknown.useUnchanged': [11, 15, 16],
      'waiverUnknown.plannedPlotRatio': [11, 15, 16],
    });
  });

  it('waives nothing where the gate cannot be judged', () => {
    expect(result.scenario.landPriceWaived[0]).toBe(0);
    expect(result.scenario.landPriceCollected[0]).toBeGreaterThan(0);
  });

  it('keeps a negative tax in the sum', () => {
    expect(result.baseline.tax[0]).toBe(480 - 60 + 480 + 480);
  });

  it('fails with a code where no parcel can be used', () => {
    const none = { ...oneParcel, landArea: column(NaN) };
    expect(finish({ ...raised, parcels: none }).outcome).toMatchObject({ kind: 'failed', code: 'noUsableParcels' });
  });
});

describe('the waiver inside a scenario', () => {
  it('holds for what would be built: a target above the plan stops at the plan', () => {
    const result = resultOf({ ...raised, levers: { ...raised.levers, plotRatio: { target: 2.5 } } });
    expect(countsOf(result)).toEqual({ plotRatioClipped: 1 });
    expect(result.scenario.landPriceWaived[0]).toBeCloseTo(fixture.far_w1_expected.uptake * 2880, 9);
    expect(result.scenario.landPriceCollected[0]).toBe(0);
  });

  it('marks a partial share as a counterfactual', () => {
    const result = resultOf({ ...raised, levers: { ...raised.levers, waiver: { share: 0.5, basis } } });
    expect(countsOf(result)).toEqual({ waiverCounterfactual: 1 });
  });

  it('needs a basis in force on the first day', () => {
    const late = resultOf({ ...raised, firstDay: '2025-04-01' as typeof firstDay });
    expect(countsOf(late)).toEqual({ 'waiverRefused.basisNotInForce': 1 });
    expect(late.scenario.landPriceWaived[0]).toBe(0);
  });
});

describe('progress and stopping', () => {
  const rows = 20_000;
  const many: ParcelColumns = {
    landArea: new Float64Array(rows).fill(10),
    taxPaid: Float64Array.from({ length: rows }, (_, row) => row % 97),
    plotRatio: new Float64Array(rows).fill(0.8),
    inefficient: Float64Array.from({ length: rows }, (_, row) => row % 2),
  };
  const input: SimulationInput = {
    parcels: many,
    firstDay,
    levers: { plotRatio: { target: 1.5 }, disposal: { share: 0.6, byYear: 2029 } },
  };

  it('rises evenly from nothing to everything, in small steps', () => {
    const { progress } = finish(input);
    const shares = progress.map(({ done, total }) => done / total);
    expect(shares.every((share, step) => share >= (shares[step - 1] ?? 0))).toBe(true);
    expect(shares.at(-1)).toBe(1);
    const strides = shares.map((share, step) => share - (shares[step - 1] ?? 0));
    expect(Math.max(...strides)).toBeLessThan(0.02);
    expect(new Set(progress.map(({ phase }) => phase))).toEqual(
      new Set(['reading', 'planning', 'baseline', 'scenario']),
    );
  });

  it('gives the same bits on every run', () => {
    expect(resultOf(input)).toStrictEqual(resultOf(input));
  });
});
