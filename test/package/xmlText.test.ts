import { describe, expect, it } from 'vitest';
import { PackageError } from '../../src/package/packageError';
import { decodeXml, encodeXml, type XmlEncoding } from '../../src/package/xml/xmlText';
import { finish } from '../../src/steps/steps';

/** What is decoded between two breaths, as src/package/xml/xmlText.ts has it. */
const PIECE = 1 << 20;
const ENCODINGS: readonly XmlEncoding[] = ['utf-8', 'utf-16le', 'utf-16be'];
const isWide = (encoding: XmlEncoding) => encoding !== 'utf-8';

/** A text whose signs of several bytes lie across the end of the first piece, `before` bytes before it. */
function across(encoding: XmlEncoding, before: number): string {
  const head = isWide(encoding) ? '\uFEFF<a>' : '<a>';
  const signs = isWide(encoding) ? (PIECE - before) / 2 : PIECE - before;
  return `${head}${'x'.repeat(signs - head.length)}🏭均税收𠮷`;
}

describe('an XML part, decoded piece by piece', () => {
  it.each(ENCODINGS)('%s: is the text that was stored, whatever lies across two pieces', (encoding) => {
    for (const before of isWide(encoding) ? [0, 2, 4, 6] : [0, 1, 2, 3, 4, 5, 6, 7]) {
      const text = across(encoding, before);
      const read = finish(decodeXml(encodeXml(text, encoding), 'sheet1.xml'));
      expect([before, read.encoding, read.text === text]).toEqual([before, encoding, true]);
    }
  });

  it('breathes between pieces', () => {
    const steps = decodeXml(encodeXml(`<a>${'亩'.repeat(PIECE)}`, 'utf-8'), 'sheet1.xml');
    let breaths = 0;
    while (steps.next().done !== true) breaths++;
    expect(breaths).toBe(4);
  });

  it('is refused where a sign breaks off, in the middle or at the end', () => {
    const whole = encodeXml(`<a>${'x'.repeat(PIECE - 4)}亩</a>`, 'utf-8');
    const broken = [whole.filter((_, at) => at !== PIECE), whole.subarray(0, PIECE + 1)];
    for (const bytes of broken) expect(() => finish(decodeXml(bytes, 'sheet1.xml'))).toThrow(PackageError);
  });
});
