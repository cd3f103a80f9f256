import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/ledger/index';
import { FIGURES } from '../../../src/engine/years/figures';
import { learn } from '../../../src/engine/years/learn';
import { assumptionValues } from '../../../src/engine/simulate/assumption';
import { chanceOf } from '../../support/years/chance';
import { wholeCode } from '../../support/years/identity';
import { ledgerOf } from '../../support/years/madeCounty';

interface Line {
  readonly name: string;
  readonly code: string;
  readonly scale: string;
  readonly area: number;
  readonly tax: Cell;
}

const chance = chanceOf(5);
const BASE = Array.from({ length: 60 }, (_, at) => ({
  name: `越州${'恒永宏金顺'[at % 5] ?? ''}${'茂信基桥达辉源泽佑瑞和远'[at % 12] ?? ''}机械有限公司`,
  code: wholeCode(at, chance),
  scale: at % 3 === 0 ? '规上' : '规下',
  area: 10 + (at % 7) * 3.5,
  tax: 60 + (at % 11) * 13.5,
}));

/** A year later: every enterprise grown by so much, give or take. */
const grown = (by: number) =>
  BASE.map((line, at) => ({ ...line, tax: line.tax * (1 + by) * (1 + 0.15 * Math.sin(at * 1.7)) }));

const ledger = (lines: readonly Line[]) =>
  ledgerOf(lines.map(({ name, code, scale, area, tax }) => [name, code, '', '城关镇', scale, area, tax, '']));

const learnt = (...years: readonly (readonly Line[])[]) =>
  learn({
    years: years.map((lines, at) => ({ year: 2022 + at, ledger: ledger(lines) })),
    values: assumptionValues(),
    tierLines: { lines: [5, 10], tiers: ['低', '中', '高'], lineBelongsTo: 'lower' },
  });

const troubles = (...years: readonly (readonly Line[])[]) =>
  learnt(...years).pairs.flatMap((pair) => pair.troubles.map(({ trouble }) => trouble));

describe('two years that tell what they seem to', () => {
  it('growth with its cases, its weight and its interval; groups drawn toward all', () => {
    const found = learnt(BASE, grown(0.08));
    const { taxGrowth, valueAddedGrowth } = found.figures;
    expect(found.pairs[0]?.troubles).toEqual([]);
    expect(taxGrowth).toMatchObject({ state: 'learnt', n: 60 });
    expect(taxGrowth.observed).toBeCloseTo(0.08, 1);
    expect(taxGrowth.value).toBeGreaterThan(0);
    expect(taxGrowth.value).toBeLessThan(taxGrowth.observed);
    expect(valueAddedGrowth).toMatchObject({ state: 'none', value: 0, weight: 0 });
    expect(found.groups.map(({ kind }) => kind)).toContain('scale');
    for (const group of found.groups)
      expect(Math.abs(group.value - taxGrowth.value)).toBeLessThanOrEqual(
        Math.abs(group.observed - taxGrowth.value) + 1e-12,
      );
  });

  it('an inflated figure is told and left out; one that is a slip of a keyboard moves nothing', () => {
    const slip = grown(0.08).map((line, at) => (at === 7 ? { ...line, tax: line.tax * 10_000 } : line));
    const plain = learnt(BASE, grown(0.08));
    const found = learnt(BASE, slip);
    expect(found.pairs[0]?.tax?.cases.beyond).toHaveLength(1);
    expect(Math.abs(found.figures.taxGrowth.value - plain.figures.taxGrowth.value)).toBeLessThan(0.01);
  });

  it('one giant is told with what the others say, and little is learnt', () => {
    const giant = (lines: readonly Line[], tax: number) =>
      lines.map((line, at) => (at === 0 ? { ...line, tax } : line));
    const found = learnt(giant(BASE, 20_000), giant(grown(0), 26_000));
    const sums = found.pairs[0]?.tax?.sums;
    expect(sums?.largestShare).toBeGreaterThan(0.7);
    expect((sums?.ratio ?? 0) - 1).toBeGreaterThan(0.2);
    expect((sums?.withoutLargest ?? 0) - 1).toBeCloseTo(0, 1);
    expect(found.figures.taxGrowth.weight).toBeLessThan(0.2);
  });

  it('taxes given back or nil are counted apart', () => {
    const back = grown(0.08).map((line, at) => (at < 3 ? { ...line, tax: [-40, 0, -3][at] ?? 0 } : line));
    expect(learnt(BASE, back).pairs[0]?.tax?.cases).toMatchObject({ notPositive: 3, unknown: 0 });
  });
});

describe('two years that do not', () => {
  it('one year only: nothing to compare, every default stays', () => {
    const found = learnt(BASE);
    expect(found.pairs).toEqual([]);
    for (const figure of FIGURES) expect(found.figures[figure], figure).toMatchObject({ weight: 0 });
  });

  it('nothing in common', () => {
    const others = BASE.map((line, at) => ({
      ...line,
      name: `江南${line.name.slice(2)}`,
      code: wholeCode(at + 5000, chance),
    }));
    expect(troubles(BASE, others)).toEqual(['noCommonKey']);
  });

  it('the same file twice', () => {
    const found = learnt(BASE, BASE);
    expect(found.pairs[0]?.troubles.map(({ trouble }) => trouble)).toEqual(['sameLedger']);
    expect(found.figures.taxGrowth).toMatchObject({ state: 'trouble', value: 0, weight: 0 });
    expect(found.figures.exitShare.state).toBe('trouble');
  });

  it('figures carried on unchanged, beside a few that moved', () => {
    const carried = BASE.slice(1).map((line, at) => (at < 2 ? { ...line, tax: line.tax + 1 } : line));
    expect(troubles(BASE, carried)).toEqual(['unchanged']);
  });

  it('units changed: money by ten thousand, land from 亩 to ㎡ and the other way round', () => {
    expect(
      troubles(
        BASE,
        grown(0.1).map((line) => ({ ...line, tax: line.tax * 10_000 })),
      ),
    ).toEqual(['taxUnits']);
    expect(
      troubles(
        BASE,
        grown(0.1).map((line) => ({ ...line, tax: line.tax / 10_000 })),
      ),
    ).toEqual(['taxUnits']);
    expect(
      troubles(
        BASE,
        grown(0.1).map((line) => ({ ...line, area: line.area * 666.67 })),
      ),
    ).toEqual(['areaUnits']);
    expect(
      troubles(
        BASE.map((line) => ({ ...line, area: line.area * 666.67 })),
        grown(0.1),
      ),
    ).toEqual(['areaUnits']);
  });

  it('a tax that doubles for all is another tax; land and comings and goings are learnt all the same', () => {
    const found = learnt(BASE, grown(1));
    expect(found.pairs[0]?.troubles).toMatchObject([{ trouble: 'definition' }]);
    expect(found.figures.taxGrowth).toMatchObject({ state: 'trouble', value: 0 });
    expect(found.figures.exitShare).toMatchObject({ state: 'learnt', n: 60 });
  });

  it('a year half filled in: enterprises missing, or their taxes', () => {
    expect(troubles(BASE, grown(0.1).slice(0, 30))).toEqual(['halfFilled']);
    expect(
      troubles(
        BASE,
        grown(0.1).map((line, at) => (at % 2 ? { ...line, tax: '' } : line)),
      ),
    ).toEqual(['halfFilled']);
  });

  it('fewer than five enterprises in both', () => {
    expect(troubles(BASE.slice(0, 4), grown(0.1).slice(0, 4))).toEqual(['fewPairs']);
  });
});
