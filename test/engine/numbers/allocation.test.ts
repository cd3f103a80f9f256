import { describe, expect, it } from 'vitest';
import type { Infeasible } from '../../../src/engine/allocate/allocate';
import { disposalProblem } from '../../../src/engine/allocate/disposalProblem';
import { forecastProgress } from '../../../src/engine/allocate/forecastProgress';
import type { AllocationProblem } from '../../../src/engine/allocate/problem';
import { quarterTargets } from '../../../src/engine/allocate/quarterTargets';
import { targetProgress } from '../../../src/engine/allocate/targetProgress';
import { quotaReward, QUOTA_REWARD } from '../../../src/engine/assess/checks/quotaReward';
import { reaches, staysWithin } from '../../../src/engine/quantity/reaches';
import type { Day } from '../../../src/engine/quantity/day';
import { assumptionValues } from '../../../src/engine/simulate/assumption';
import { behindText, forecastText } from '../../../src/taskpane/components/targets/progressText';
import { paneText } from '../../../src/text/pane';
import { allocationDifferences, answered } from '../../oracles/allocationDifferences';
import { solver } from '../allocate/solver';
import { caseOf } from './fixture';

/** A problem of the fixtures: its columns are plain lists there, and a cost that is not known is null. */
function problemOf(plain: unknown): AllocationProblem {
  const typed = JSON.parse(JSON.stringify(plain), (name: string, value: unknown) => {
    const isNumbers = Array.isArray(value) && value.every((own) => own === null || typeof own === 'number');
    if (!isNumbers || name === 'doneShare') return value;
    const numbers = value.map((own: number | null) => own ?? NaN);
    return name === 'allowed' || name === 'ruling' || name === 'earliest'
      ? Uint8Array.from(numbers)
      : Float64Array.from(numbers);
  }) as AllocationProblem;
  return typed;
}

describe('targets that do not fit', () => {
  const { cases } = caseOf('09-lower-targets') as { cases: readonly { readonly case: unknown }[] };

  it.each(cases.map((own, index) => [index, own] as const))(
    'case %i is lowered as little as can be',
    async (_, own) => {
      expect(allocationDifferences(problemOf(own.case), await solver)).toEqual([]);
    },
  );

  const disposal = (area: readonly number[], target: number, fund: number, ruling?: readonly number[]) =>
    disposalProblem({
      area: Float64Array.from(area),
      taxPaid: new Float64Array(area.length),
      floorArea: new Float64Array(area.length),
      township: new Uint16Array(area.length).fill(1),
      ...{ target, quarters: [0.1, 0.35, 0.65, 1], mostShare: 1, floors: [0], fund, objective: 'leastCost' },
      ...(ruling ? { ruling: Uint8Array.from(ruling) } : {}),
      values: assumptionValues(),
    });

  it('whole parcels larger than an early quarter are used for it', async () => {
    const outcome = answered(disposal([20, 20, 20], 30, 1000), await solver) as Infeasible;
    expect(outcome.lowerTargets).toEqual([{ id: 'quarter:3', by: 10 }]);
    expect([...(outcome.nearest?.period ?? [])].filter((period) => period >= 0)).toEqual([0]);
    expect(outcome.proven).toBe(true);
  });

  it('a parcel that must be taken may pass a target; the others are still explained', async () => {
    const outcome = answered(disposal([40, 20, 20], 60, 2000, [1, 0, 0]), await solver) as Infeasible;
    expect(outcome.lowerTargets).toEqual([{ id: 'quarter:3', by: 20 }]);
  });

  it('of two hundred parcels no quarter is lowered needlessly', async () => {
    const area = Array.from({ length: 200 }, (_, row) => 8 + ((row * 37) % 23));
    const outcome = answered(disposal(area, 1800, 60_000), await solver) as Infeasible;
    expect(outcome.lowerTargets?.map(({ id }) => id)).toEqual(['quarter:3']);
    const taken = area
      .filter((_, row) => (outcome.nearest?.measure[row] ?? -1) >= 0)
      .reduce((sum, own) => sum + own, 0);
    expect(outcome.lowerTargets?.[0]?.by).toBeCloseTo(1800 - taken, 6);
    expect(taken).toBe(1250);
  });
});

describe('what is reached exactly', () => {
  const [area, target] = [[10.1, 4.8, 1.1], 16];
  const closings = area.map((own, row) => ({
    ...{ row, key: `k${String(row)}`, enterprise: '', township: '甲镇', cluster: '', unit: '', path: '', area: own },
    ...{ tax: NaN, previousTax: NaN, counted: true, closingCell: '', leadDepartment: '' },
    closing: { kind: 'day', day: '2024-11-02' as Day, unsure: false } as const,
  }));

  it('is told as reached: not behind, sure at the year’s end, rewarded', () => {
    expect(caseOf('14-reached-by-noise')).toBeDefined();
    expect(area.reduce((sum, own) => sum + own, 0)).toBeLessThan(target);
    const progress = targetProgress({
      ...{ rows: closings, targets: new Map([['甲镇', target]]), year: 2024 },
      counting: { from: '2024-01-01' as Day, to: '2024-12-31' as Day },
    });
    expect(progress.behind).toEqual([]);
    expect(progress.whole).toMatchObject({ rate: 1, due: 1, ahead: 0 });
    expect(progress.forecast?.chance).toBe(1);
    expect(forecastText(progress, 2024, paneText('zh-CN'))).toBe('全年目标已经完成（完成率 100.0%）。');
    expect(behindText(progress, paneText('zh-CN'))).toBe('没有落后于序时进度的区镇。');
    const done = area.reduce((sum, own) => sum + own, 0);
    expect(
      quotaReward(
        500,
        [
          { task: target, done },
          { task: 3, done: 3 },
        ],
        QUOTA_REWARD,
      ),
    ).toBeCloseTo(550, 9);
  });

  it('with one closing, too few for a pace, a target that is met is told as met, one that is not is not forecast', () => {
    const ask = (target: number) =>
      forecastText(
        targetProgress({
          ...{ rows: closings.slice(0, 1), targets: new Map([['甲镇', target]]), year: 2024 },
          counting: { from: '2024-01-01' as Day, to: '2024-12-31' as Day },
        }),
        2024,
        paneText('zh-CN'),
      );
    expect(ask(10.1)).toBe('全年目标已经完成（完成率 100.0%）。');
    expect(ask(5)).toBe('全年目标已经完成（完成率 202.0%）。');
    expect(ask(16)).not.toContain('已经完成');
  });

  it('a stock that is the target but for noise can be reached', () => {
    const days = { from: '2024-01-01' as Day, asOf: '2024-06-30' as Day, until: '2024-12-31' as Day };
    const stock = 0.1 + 0.2;
    expect(forecastProgress({ ...days, areas: [0.1, 0.1], stock, target: 0.3 })?.chance).toBeGreaterThan(0);
    expect(forecastProgress({ ...days, areas: [0.1, 0.1], stock: 0.2999999, target: 0.3 })?.chance).toBe(0);
  });

  it('one tolerance: relative above 1, absolute below', () => {
    expect(reaches(16 - 2e-15, 16)).toBe(true);
    expect(reaches(16 - 1e-7, 16)).toBe(false);
    expect(staysWithin(1e9 + 0.5, 1e9)).toBe(true);
    expect(reaches(-1e-10, 0)).toBe(true);
    expect(reaches(NaN, 0)).toBe(false);
  });
});

describe('quarters', () => {
  it('add up to the rounded part of the whole, and never fall', () => {
    const shares = [0.1, 0.35, 0.65, 1];
    expect(quarterTargets([5, 5, 5, 5], shares, 0).map((of) => of.slice(0, 2))).toEqual([
      [1, 2],
      [0, 2],
      [1, 1],
      [0, 2],
    ]);
    for (let seed = 1; seed < 400; seed++) {
      const targets = Array.from({ length: 1 + (seed % 9) }, (_, at) => 3 + ((seed * 7919 + at * 104_729) % 400));
      const parts = quarterTargets(targets, shares, 0);
      const whole = targets.reduce((sum, own) => sum + own, 0);
      shares.forEach((share, quarter) => {
        const sum = parts.reduce((total, of) => total + (of[quarter] ?? NaN), 0);
        expect(sum).toBe(Math.round(whole * share + 1e-9));
      });
      for (const [at, of] of parts.entries()) {
        expect(of.every((part, quarter) => part >= (of[quarter - 1] ?? 0))).toBe(true);
        expect(of.at(-1)).toBe(targets[at]);
      }
    }
  });

  it('the pane has the sheet’s part: 4 mu at 10 % are 0 in whole mu, 0.4 in tenths', () => {
    expect(caseOf('24-due-pane-vs-sheet')).toBeDefined();
    const ask = (decimals: 0 | 1) =>
      targetProgress({
        ...{ rows: [], targets: new Map([['甲镇', 4]]), year: 2024, decimals },
        counting: { from: '2024-01-01' as Day, to: '2024-03-31' as Day },
      });
    expect(ask(0).behind).toEqual([]);
    expect(ask(1).behind[0]?.ahead).toBeCloseTo(-0.1, 9);
  });
});

describe('the benefit of a parcel', () => {
  it('of unknown tax is what its land brings', () => {
    const values = assumptionValues();
    const benefit = (taxPaid: number) =>
      disposalProblem({
        ...{ area: Float64Array.of(20), taxPaid: Float64Array.of(taxPaid), floorArea: Float64Array.of(NaN) },
        ...{ township: Uint16Array.of(1), target: 20, quarters: [1], mostShare: 1, floors: [0], values },
        objective: 'mostNetBenefit',
      }).parcels.measures[0]?.benefit[0] ?? NaN;
    expect(benefit(NaN)).toBe(benefit(0));
    expect(benefit(0) - 20 * 48).toBeCloseTo(1397.87 - 960, 1);
    expect(benefit(50)).toBeLessThan(benefit(NaN));
  });
});
