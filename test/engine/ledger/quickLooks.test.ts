import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isBlank, isMissingMark, MISSING_MARKS, type Cell } from '../../../src/engine/ledger/cell';
import { isListNumber } from '../../../src/engine/ledger/rows/look';

/** Texts of few letters: blanks of all kinds, signs, digits, letters that marks begin with, and others. */
const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from(' \t\n\u00a0\u3000\u200b\ufeff-—/*.#?0１n无待甲公aＡ①')) }),
  fc.constantFrom(...MISSING_MARKS).map((mark) => mark.toLowerCase()),
  fc.string(),
  fc.string({ unit: 'grapheme' }),
);
const cells: fc.Arbitrary<Cell> = fc.oneof(
  texts,
  fc.double(),
  fc.integer(),
  fc.maxSafeNat().map((value) => value * 1e6),
  fc.boolean(),
  fc.constantFrom(null, undefined, 0, -0, 1e21),
);

it('a blank cell is one of which nothing is left without blanks', () => {
  fc.assert(
    fc.property(cells, (cell) => {
      expect(isBlank(cell)).toBe(
        cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === ''),
      );
    }),
    { examples: [['\u3000'], ['\ufeff'], ['']], numRuns: 500 },
  );
});

it('a mark for nothing is one of the list, in whatever case', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const isListed = text === '' || MISSING_MARKS.has(text) || MISSING_MARKS.has(text.toUpperCase());
      expect(isMissingMark(text)).toBe(isListed);
    }),
    { examples: [['n/a'], ['无数据'], ['']], numRuns: 500 },
  );
});

it('a number in a list is what is written in digits alone', () => {
  fc.assert(
    fc.property(cells, (cell) => {
      expect(isListNumber(cell)).toBe(/^\d+$/.test(String(cell ?? '').trim()));
    }),
    { examples: [[1e21], [-0], [' 12 '], [1.5]], numRuns: 500 },
  );
});
