import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NameFinder, plainName } from '../../../src/engine/share/nameFinder';

const texts = fc.string({ unit: fc.constantFrom(...Array.from('甲乙公司12A.a（ ·ａ')), maxLength: 12 });

it('a name that is plain as it stands is read as one that has to be taken sign by sign', () => {
  fc.assert(
    fc.property(texts, (text) => {
      // A dot in the middle of a line is no sign of a name, and has every other sign looked at.
      expect(plainName(text)).toBe(plainName(`${text}·`));
    }),
    { examples: [['甲公司12A.']], numRuns: 1000 },
  );
});

it('names are found in a plain text where they are found in one taken sign by sign', () => {
  const finder = new NameFinder(
    new Map([
      ['甲公司', '企业1'],
      ['乙公司12', '企业2'],
      ['12.1', '编号3'],
    ]),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(`${finder.masked(`${text}Q`)}·`).toBe(finder.masked(`${text}Q·`));
    }),
    { examples: [['甲公司1乙公司12甲公司']], numRuns: 2000 },
  );
});
