import { describe, expect, it } from 'vitest';
import {
  ASSUMPTION_IDS,
  ASSUMPTIONS,
  assumptionOf,
  assumptionValues,
  isAllowed,
} from '../../../src/engine/simulate/assumption';
import { checkInput, MOST_ROWS, MOST_GROUP_NAMES } from '../../../src/engine/simulate/checkInput';
import type { SimulationInput } from '../../../src/engine/simulate/scenario';
import { tierIndexOf } from '../../../src/engine/simulate/tierLines';
import { finish, firstDay } from './run';

const sound: SimulationInput = {
  parcels: {
    landArea: Float64Array.of(1, 2),
    taxPaid: Float64Array.of(1, 2),
    floorArea: Float64Array.of(500, 900),
    inefficient: Float64Array.of(1, 0),
  },
  firstDay,
  levers: {},
};

describe('assumptions', () => {
  it('every default lies in its own range', () => {
    expect(ASSUMPTION_IDS.filter((id) => !isAllowed(id, assumptionOf(id).default))).toEqual([]);
  });

  it('are changed one by one', () => {
    const values = assumptionValues({ landPrice: 55 });
    expect(values).toEqual({ ...assumptionValues(), landPrice: 55 });
    expect(ASSUMPTIONS.landPrice.default).toBe(40);
  });
});

describe('an input that cannot be computed is refused with every reason', () => {
  it('passes a sound one', () => {
    expect(checkInput(sound)).toEqual([]);
  });

  it.each<[string, Partial<SimulationInput>, object]>([
    [
      'a column that is too short',
      { parcels: { ...sound.parcels, plotRatio: Float64Array.of(1) } },
      { code: 'columnLength', field: 'plotRatio' },
    ],
    [
      'a mask that is too long',
      { levers: { plotRatio: { target: 1, eligible: Uint8Array.of(1, 1, 1) } } },
      { code: 'columnLength', field: 'eligible' },
    ],
    [
      'a township code that is no code',
      { parcels: { ...sound.parcels, township: Uint32Array.of(1, MOST_GROUP_NAMES) } },
      { code: 'groupCode', field: 'township' },
    ],
    ['a negative price', { assumptions: { landPrice: -1 } }, { code: 'assumptionOutOfRange', field: 'landPrice' }],
    ['half a year', { assumptions: { horizon: 9.5 } }, { code: 'assumptionOutOfRange', field: 'horizon' }],
    ['a missing rate', { assumptions: { discountRate: NaN } }, { code: 'assumptionOutOfRange', field: 'discountRate' }],
    ['a day that is none', { firstDay: '2024-02-30' as typeof firstDay }, { code: 'firstDay' }],
    ['a target of 0', { levers: { plotRatio: { target: 0 } } }, { code: 'plotRatioTarget' }],
    ['more than the whole price', { levers: { waiver: { share: 1.1 } } }, { code: 'waivedShare' }],
    ['less than no land', { levers: { disposal: { share: -0.1, byYear: 2025 } } }, { code: 'disposalShare' }],
    ['a year gone by', { levers: { disposal: { share: 1, byYear: 2023 } } }, { code: 'disposalYear' }],
    ['a year beyond the horizon', { levers: { disposal: { share: 1, byYear: 2035 } } }, { code: 'disposalYear' }],
    [
      'a schedule that falls',
      { levers: { disposal: { share: 1, byYear: 2026, schedule: [0.5, 0.4, 1] } } },
      { code: 'disposalSchedule' },
    ],
    [
      'a schedule that is too short',
      { levers: { disposal: { share: 1, byYear: 2026, schedule: [0.5, 1] } } },
      { code: 'disposalSchedule' },
    ],
    [
      'a negative fund',
      { levers: { disposal: { share: 1, byYear: 2026, fundPerYear: -1 } } },
      { code: 'disposalFund' },
    ],
    [
      'lines that fall',
      { tierLines: { lines: [10, 5], tiers: ['a', 'b', 'c'], lineBelongsTo: 'lower' } },
      { code: 'tierLines' },
    ],
    [
      'a tier too few',
      { tierLines: { lines: [5, 10], tiers: ['a', 'b'], lineBelongsTo: 'lower' } },
      { code: 'tierLines' },
    ],
  ])('%s', (_, change, problem) => {
    expect(checkInput({ ...sound, ...change })).toEqual([problem]);
    expect(finish({ ...sound, ...change }).outcome).toEqual({ kind: 'failed', code: 'badInput', problems: [problem] });
  });

  it('more rows than a sheet has', () => {
    const column = new Float64Array(MOST_ROWS + 1);
    const problems = checkInput({ ...sound, parcels: { landArea: column, taxPaid: column } });
    expect(problems).toEqual([{ code: 'tooManyRows' }]);
  });
});

describe('tiers by absolute lines', () => {
  const lower = {
    lines: [5, 10, 15],
    tiers: ['重点排查', '重点检查', '重点指导', '不纳入'],
    lineBelongsTo: 'lower',
  } as const;

  it.each([
    [5, '重点排查', '重点检查'],
    [5.01, '重点检查', '重点检查'],
    [15, '重点指导', '不纳入'],
    [-3, '重点排查', '重点排查'],
    [NaN, undefined, undefined],
    // 5 on paper, 4.999999999999999 in binary.
    [0.35 / 0.07, '重点排查', '重点检查'],
  ])('%d is %s where the line belongs below, %s where it belongs above', (reading, below, above) => {
    expect(lower.tiers[tierIndexOf(reading, lower)]).toBe(below);
    expect(lower.tiers[tierIndexOf(reading, { ...lower, lineBelongsTo: 'upper' })]).toBe(above);
  });
});
