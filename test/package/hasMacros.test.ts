import { expect, it } from 'vitest';
import { hasMacros } from '../../src/package/hasMacros';
import { openPackage } from '../../src/package/openPackage';
import { savePackage } from '../../src/package/savePackage';
import { everything } from './support/everything';
import { oneSheet, zipParts } from './support/makePackage';

it('a workbook with macros is told from one without, after it was patched too', () => {
  const [macros, plain] = [zipParts(everything()), zipParts(oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>'))];
  expect([macros, plain].map(hasMacros)).toEqual([true, false]);
  expect([macros, plain].map((bytes) => hasMacros(savePackage(openPackage(bytes), { sheets: [] })))).toEqual([
    true,
    false,
  ]);
});
