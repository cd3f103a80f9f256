import { describe, expect, it } from 'vitest';
import type { SimulationInput } from '../../../src/engine/simulate/scenario';
import { recoveryOf } from '../../../src/engine/simulate/payback';
import { simulate, type SimulationResult } from '../../../src/engine/simulate/simulate';
import { finished } from '../simulate/uncertain/draws';
import { caseOf, type CaseInput, columnsOf, inputOf } from './fixture';

function project(input: SimulationInput): SimulationResult {
  const outcome = finished(simulate(input));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

describe('money that goes out and comes back', () => {
  it('a waived price is no payment: no money goes out, and nothing has to come back', () => {
    const { input } = caseOf('01-payback-never-negative') as { input: CaseInput };
    const result = project(inputOf(input));
    expect(result.scenario.cumulativeValue.at(-1)).toBeCloseTo(478.2992, 3);
    expect(result.recovery).toEqual({ undiscounted: { kind: 'noOutlay' }, discounted: { kind: 'noOutlay' } });
    expect(result.payback).toBeNull();
  });

  it('is back only when it stays back; the sum that is missing is told', () => {
    const { input } = caseOf('02-payback-first-crossing') as { input: CaseInput };
    const { recovery, scenario, payback } = project(inputOf(input));
    expect(payback).toBeNull();
    expect(recovery.undiscounted).toEqual({
      kind: 'short',
      by: -scenario.netFiscal.reduce((sum, own) => sum + own, 0),
    });
    expect(recovery.discounted).toMatchObject({ kind: 'short' });
    if (recovery.discounted.kind === 'short')
      expect(recovery.discounted.by).toBeCloseTo(-(scenario.cumulativeValue.at(-1) ?? NaN), 6);
  });

  it.each([
    [[-100, 40, 70, -20, 30], { kind: 'recovered', years: 3 + 10 / 30 }],
    [[-100, 40, 70], { kind: 'recovered', years: 1 + 60 / 70 }],
    [[0, 5, 3], { kind: 'noOutlay' }],
    [[-10, 20, -30], { kind: 'short', by: 20 }],
    [[5, -5, 0], { kind: 'noOutlay' }],
    [[-0.1, -0.2, 0.3], { kind: 'recovered', years: 2 }],
  ])('%j', (amounts, recovery) => {
    const found = recoveryOf(amounts);
    expect(found.kind).toBe(recovery.kind);
    if (found.kind === 'recovered') expect(found.years).toBeCloseTo((recovery as { years: number }).years, 9);
    if (found.kind === 'short') expect(found.by).toBeCloseTo((recovery as { by: number }).by, 9);
  });
});

describe('增存挂钩 by tasks', () => {
  const [, planned] = (caseOf('03-quota-tasks') as { cases: readonly CaseInput[] }).cases;
  if (!planned) throw new Error('no case');
  const quota = (change: Partial<CaseInput['levers']>, assumptions: SimulationInput['assumptions'] = {}) => {
    const levers = { ...planned.levers, ...change };
    const { baseline, scenario } = project(
      inputOf({ ...planned, levers, assumptions: { horizon: 5, ...assumptions } }),
    );
    return { baseline: [...baseline.newLandQuota], scenario: [...scenario.newLandQuota] };
  };

  it('without a task there is no reward', () => {
    const none = project({ ...inputOf(planned), levers: { incrementStock: { baseQuota: 500, mode: 'tasks' } } });
    expect([...none.baseline.newLandQuota, ...none.scenario.newLandQuota].every((mu) => mu === 500)).toBe(true);
  });

  it('is weighted with the chance that the task is met; a backlog stays a task, and what is done earns nothing more', () => {
    // Three parcels of 60 mu, one a year, each in its year with 0.85, else later.
    const by = (late: number) => 1 - 0.15 ** (late + 1);
    const all = [by(0), by(1) * by(0), by(2) * by(1) * by(0), by(3) * by(2) * by(1), by(4) * by(3) * by(2)];
    const { scenario, baseline } = quota({});
    for (const year of [0, 1, 2]) expect(scenario[year]).toBeCloseTo(400 + 150 * (all[year] ?? NaN), 9);
    for (const year of [3, 4]) {
      const [before = NaN, now = NaN] = [all[year - 1], all[year]];
      expect(scenario[year]).toBeCloseTo(500 * before + 550 * (now - before) + 400 * (1 - now), 9);
    }
    expect(baseline).toEqual([400, 400, 400, 400, 400, 400]);
  });

  it('a pool without money misses the task; a sure plan meets it', () => {
    expect(quota({ fund: { landRevenue: 0 } }).scenario).toEqual([400, 400, 400, 400, 400, 400]);
    expect(quota({}, { disposalOnTime: 1 }).scenario.map(Math.round)).toEqual([550, 550, 550, 500, 500, 500]);
  });

  it('a share that no parcel fits is a task missed by all of it', () => {
    const { scenario } = quota({ disposal: { share: 0.2, byYear: 2026 } });
    expect(scenario).toEqual([500, 400, 400, 400, 400, 400]);
  });

  it('doing nothing never beats acting', () => {
    for (const share of [0, 0.1, 0.34, 0.5, 0.7, 1])
      for (const disposalOnTime of [0.05, 0.5, 0.85, 1]) {
        const { scenario, baseline } = quota({ disposal: { share, byYear: 2027 } }, { disposalOnTime });
        scenario.forEach((mu, year) => expect(mu).toBeGreaterThanOrEqual((baseline[year] ?? NaN) - 1e-9));
      }
  });
});

describe('other levers', () => {
  it('shared tax reaches a township that has no parcel of its own, and none is lost', () => {
    const { input } = caseOf('10-tax-sharing') as { input: CaseInput };
    const result = project(inputOf(input));
    const townships = result.groups.township ?? [];
    expect(townships.map(({ code }) => code)).toEqual([1, 2]);
    expect(townships[1]?.scenario.tax).toBeCloseTo(764.86, 2);
    expect(townships[1]?.scenario.taxPerMu).toBeNaN();
    const sum = townships.reduce((total, { scenario }) => total + scenario.tax, 0);
    expect(sum).toBeCloseTo(result.scenario.tax.at(-1) ?? NaN, 9);
  });

  it('a rolling pool has the income of land granted in the year it is taken', () => {
    const { input } = caseOf('11-fund-rolling-delay-0') as { input: CaseInput & CaseInput['parcels'] };
    const { levers, assumptions, ...parcels } = input;
    const given = inputOf({ parcels, levers, ...(assumptions ? { assumptions } : {}) });
    const { fund } = project({ ...given, assumptions: { ...assumptions, horizon: 4 } }).scenario;
    expect([...fund.slice(0, 3)]).toEqual([2240, 4480, 6720]);
  });

  it('a township beyond every code of the ledger keeps its share too', () => {
    const parcels = columnsOf({ landArea: [60], taxPaid: [100], inefficient: [1], township: [1] });
    const levers = { disposal: { share: 1, byYear: 2025 }, taxSharing: { share: 0.25, to: 9 } } as const;
    const result = project({ ...inputOf({ parcels: {}, levers }), parcels });
    const sum = (result.groups.township ?? []).reduce((total, { scenario }) => total + scenario.tax, 0);
    expect(sum).toBeCloseTo(result.scenario.tax.at(-1) ?? NaN, 9);
  });
});
