import { describe, expect, it } from 'vitest';
import { checkCreditCode } from '../../../src/engine/ledger/creditCode';
import { seededRandom } from '../../support/sample/seededRandom';
import { seedOf } from '../../support/seeds';

/** Codes published by well-known companies, and the sample that domain/ledgers.md verified. */
const ISSUED = [
  '91350100M000100Y43',
  '91110000802100433B',
  '914403001922038216',
  '91330100799655058B',
  '91440300708461136T',
];

describe('unified social credit codes', () => {
  it.each(ISSUED)('%s is valid', (code) => {
    expect(checkCreditCode(code)).toEqual({ kind: 'valid' });
    expect(checkCreditCode(` ${code.toLowerCase()} `)).toEqual({ kind: 'valid' });
  });

  it('one changed character is always noticed', () => {
    for (const code of ISSUED) {
      for (let place = 0; place < 17; place++) {
        const other = code[place] === '2' ? '3' : '2';
        const changed = code.slice(0, place) + other + code.slice(place + 1);
        expect(checkCreditCode(changed).kind, changed).not.toBe('valid');
      }
    }
  });

  it('says what the check digits should be', () => {
    expect(checkCreditCode('91350100M000100Y44')).toEqual({
      kind: 'wrongCheck',
      wrong: [{ place: 18, expected: '3' }],
    });
    expect(checkCreditCode('91330683MA2TESTX1K')).toEqual({ kind: 'wrongCharacters', characters: 'S' });
  });

  it('restores a code kept as a number to its candidates', () => {
    // Computed by an independent script: ten trials for the 16th digit, three with digits alone at the end.
    const candidates = ['913306837000123014', '913306837000123607', '913306837000123794'];
    for (const cell of [9.13306837000123e17, '9.13306837000123E+17', '9.13306837000123e17', '913306837000123000']) {
      expect(checkCreditCode(cell)).toEqual({ kind: 'damaged', candidates });
    }
    expect(checkCreditCode('9.13307E+17')).toEqual({ kind: 'lost', digits: 6 });
  });

  it('of every damaged code the right one is a candidate: about three, five at most', () => {
    const random = seededRandom(seedOf(7));
    let codes = 0;
    let candidates = 0;
    for (let trial = 0; trial < 2000; trial++) {
      const first15 = `91${Array.from({ length: 13 }, () => Math.floor(random() * 10)).join('')}`;
      const read = checkCreditCode(Number(`${first15}000`));
      if (read.kind !== 'damaged') throw new Error(read.kind);
      expect(read.candidates.length).toBeLessThanOrEqual(5);
      codes++;
      candidates += read.candidates.length;
      for (const code of read.candidates) {
        expect(checkCreditCode(code)).toEqual({ kind: 'valid' });
        // What Excel makes of the code leads back to it.
        const damaged = checkCreditCode(Number(`${code.slice(0, 15)}000`));
        expect(damaged).toEqual(read);
      }
    }
    expect(candidates / codes).toBeGreaterThan(2.7);
    expect(candidates / codes).toBeLessThan(3.2);
  });

  it('names what is not a credit code', () => {
    expect(checkCreditCode('80210043-3')).toEqual({ kind: 'organisationCode' });
    expect(checkCreditCode(802100434)).toEqual({ kind: 'organisationCode', expected: '3' });
    expect(checkCreditCode('330683700012345')).toEqual({ kind: 'taxNumber' });
    expect(checkCreditCode(330683700012345)).toEqual({ kind: 'taxNumber' });
    expect(checkCreditCode('9135010')).toEqual({ kind: 'wrongLength', length: 7 });
    expect(checkCreditCode('9135O100M000100Y43')).toEqual({ kind: 'wrongCharacters', characters: 'O' });
    for (const blank of ['', null, 0, '无', '/']) expect(checkCreditCode(blank)).toEqual({ kind: 'blank' });
  });
});
