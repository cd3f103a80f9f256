import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentStyle, readPercent, type PercentHints } from '../../../src/engine/ledger/percent';

const OPEN: PercentHints = { named: false, passesWhole: false, isOpen: true };
const SYSTEM: PercentHints = { named: false, passesWhole: false };
/** Shares in thousandths, as a ledger has them: from 0.5 % up to 150 %. */
const shares = fc.array(fc.integer({ min: 5, max: 1500 }), { minLength: 1, maxLength: 40 });

function read(cells: readonly (number | string)[], hints: PercentHints): (number | undefined)[] {
  const style = percentStyle(cells, hints);
  return cells.map((cell) => {
    const reading = readPercent(cell, style);
    return reading.kind === 'value' ? reading.value : undefined;
  });
}

const isRight = (given: number | undefined, share: number) =>
  given === undefined || Math.abs(given - share / 1000) < 1e-12;

describe('a column of shares without a word on how they are written', () => {
  it('fractions are read as such, or not at all where one of them passes the whole', () => {
    fc.assert(
      fc.property(shares, (own) => {
        const given = read(
          own.map((share) => share / 1000),
          OPEN,
        );
        expect(given.every((one, at) => isRight(one, own[at] ?? NaN))).toBe(true);
        if (own.every((share) => share <= 1000)) expect(given).not.toContain(undefined);
      }),
    );
  });

  it('hundredths are read as such, or not at all, once one of them is above 1', () => {
    fc.assert(
      fc.property(shares, (own) => {
        fc.pre(own.some((share) => share > 10));
        for (const hints of [OPEN, SYSTEM]) {
          const given = read(
            own.map((share) => share / 10),
            hints,
          );
          expect(given.every((one, at) => isRight(one, own[at] ?? NaN))).toBe(true);
        }
      }),
    );
  });

  it('cells with their sign are read whatever the others are', () => {
    fc.assert(
      fc.property(shares, (own) => {
        const cells = own.flatMap((share) => [`${String(share / 10)}%`, share / 1000]);
        const given = read(cells, OPEN).filter((_, at) => at % 2 === 0);
        expect(given.every((one, at) => one !== undefined && isRight(one, own[at] ?? NaN))).toBe(true);
      }),
    );
  });

  it.each<[string, number[], 'hundredths' | 'fraction' | 'unknown', 'hundredths' | 'fraction' | 'unknown']>([
    ['of the policy’s own, one above the whole', [0.1, 0.2499, 1.2], 'unknown', 'hundredths'],
    ['one alone, a little above the whole', [1.2], 'unknown', 'hundredths'],
    ['fractions beside percents', [0.51, 0.6, 60, 45], 'unknown', 'unknown'],
    ['fractions and one percent', [0.035, 0.02, 0.028, 3.1], 'unknown', 'unknown'],
    ['small percents', [0.8, 1.2, 2.1, 5.2], 'hundredths', 'hundredths'],
    ['small percents and a large one', [0.3, 0.8, 2, 3, 35], 'hundredths', 'hundredths'],
    ['percents', [12, 60, 120], 'hundredths', 'hundredths'],
    ['fractions', [0.1, 0.9, 1], 'fraction', 'fraction'],
    ['nothing', [], 'fraction', 'fraction'],
  ])('%s', (_, cells, own, system) => {
    expect([percentStyle(cells, OPEN).bare, percentStyle(cells, SYSTEM).bare]).toEqual([own, system]);
  });

  it('a word in the header decides', () => {
    for (const cells of [[0.1, 1.2], [60, 0.51], [2]]) {
      expect(percentStyle(cells, { ...OPEN, named: true }).bare).toBe('hundredths');
      expect(percentStyle(cells, { ...OPEN, isFraction: true }).bare).toBe('fraction');
    }
  });
});
