import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '../../../src/engine/share/sha256';

it('is the digest Node computes, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
    { numRuns: 300 },
  );
});

it('takes texts of every length around a block, and a whole ledger', () => {
  for (const length of [0, 54, 55, 56, 63, 64, 65, 119, 120, 400_000]) {
    const text = '亩a'.repeat(length).slice(0, length);
    expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  }
});
