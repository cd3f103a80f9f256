import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellChange, PackageModel, SheetChange, StyleModel } from '../../src/package/model';
import { createPackage } from '../../src/package/createPackage';
import { openPackage } from '../../src/package/openPackage';
import { savePackage } from '../../src/package/savePackage';
import { everything } from './support/everything';
import { zipParts } from './support/makePackage';
import { cells, changedParts, ledger, LEDGERS } from './support/parts';

const original = zipParts(everything());
const FUNCTIONS = ['MUJUN_TIER'];

const style: fc.Arbitrary<StyleModel> = fc.record({
  font: fc.record(
    {
      name: fc.constantFrom('宋体', '黑体'),
      size: fc.constantFrom(9, 11),
      bold: fc.constant(true as const),
      color: fc.constant('#FF0000'),
    },
    { requiredKeys: [] },
  ),
  border: fc.constantFrom<StyleModel['border']>(
    {},
    { left: { style: 'thin' }, bottom: { style: 'double', color: '#00FF00' } },
  ),
  alignment: fc.constantFrom<StyleModel['alignment']>({}, { horizontal: 'right', wrap: true }),
  numberFormat: fc.constantFrom('General', '0.00', 'yyyy"年"', '@'),
});
const value: fc.Arbitrary<CellChange> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }).map((value) => ({ value, type: 'string' as const })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ value: value + 0, type: 'number' as const })),
  fc.boolean().map((value) => ({ value, type: 'boolean' as const })),
  fc.constantFrom('#N/A', '#DIV/0!').map((value) => ({ value, type: 'error' as const })),
  fc.constant({ value: null, type: 'blank' as const }),
);
const formula = fc.constantFrom(
  'SUM(A1:B$2)&"<x>"',
  'FILTER(A1:A3,B1:B3>0)',
  'LET(x,1,x+MUJUN_TIER(A1))',
  "'参数'!A1+1",
);
const change = fc
  .tuple(value, fc.option(formula, { nil: undefined }), fc.option(style, { nil: undefined }))
  .map(([base, own, look]): CellChange => ({
    ...base,
    ...(own ? { formula: own } : {}),
    ...(look ? { style: look } : {}),
  }));
const changes = fc
  .array(fc.tuple(fc.nat(12), fc.nat(8), change), { minLength: 1, maxLength: 25 })
  .map((list) => cells(list));

/** Every cell as text, -0 as 0, with its look. */
function picture({ sheets, styles }: PackageModel, sheet: number): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const [row, line] of sheets[sheet]?.cells ?? []) {
    for (const [column, cell] of line) {
      const { style, dynamic, ...rest } = cell;
      all.set(`${String(row)} ${String(column)}`, { ...rest, dynamic, look: styles[style] });
    }
  }
  return all;
}

/** What a sheet must hold after a change, worked out without the patcher. */
function expected(model: PackageModel, sheet: number, wanted: NonNullable<SheetChange['cells']>): Map<string, unknown> {
  const all = picture(model, sheet);
  for (const [row, line] of wanted) {
    for (const [column, { value, type, formula, style }] of line) {
      const key = `${String(row)} ${String(column)}`;
      const old = all.get(key) as { look?: StyleModel } | undefined;
      if (value === null && formula === undefined && !style && !old) continue;
      const columnLook = model.styles[sheet === 0 && column < 4 ? 1 : 0];
      const base = old?.look ?? columnLook;
      // A look that says nothing of locking leaves a cell as locked as it was.
      const look = style && base?.locked === false ? { locked: false, ...style } : (style ?? base);
      all.set(key, { value, type, ...(formula ? { formula } : {}), look });
    }
  }
  return all;
}

describe('random changes', () => {
  it('are read back after one save and after two, and nothing else has changed', () => {
    fc.assert(
      fc.property(changes, changes, (first, second) => {
        let bytes = original;
        for (const wanted of [first, second]) {
          const opened = openPackage(bytes, {}, FUNCTIONS);
          bytes = savePackage(opened, { sheets: [{ id: '1', cells: wanted }] });
          const again = openPackage(bytes, {}, FUNCTIONS).model;
          expect(picture(again, 0)).toEqual(expected(opened.model, 0, wanted));
          expect(picture(again, 1)).toEqual(picture(opened.model, 1));
          expect(again.sheets[0]?.merges).toEqual(opened.model.sheets[0]?.merges);
          expect([again.names, again.tables, again.customXml]).toEqual([
            opened.model.names,
            opened.model.tables,
            opened.model.customXml,
          ]);
        }
        const own = [
          '[Content_Types].xml',
          'xl/_rels/workbook.xml.rels',
          'xl/calcChain.xml',
          'xl/styles.xml',
          'xl/workbook.xml',
          'xl/worksheets/sheet1.xml',
        ];
        expect(changedParts(original, bytes).filter((part) => !own.includes(part))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('of a new workbook are read back', () => {
    fc.assert(
      fc.property(changes, (wanted) => {
        const bytes = createPackage({ sheets: [{ id: 'new-1', added: { name: '甲' }, cells: wanted }] }, FUNCTIONS);
        const { model } = openPackage(bytes, {}, FUNCTIONS);
        expect(model.sheets.map(({ name }) => name)).toEqual(['甲']);
        const blank: PackageModel = { ...model, sheets: [], styles: [model.styles[0] as StyleModel] };
        expect(picture(model, 0)).toEqual(expected(blank, 1, wanted));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the ledgers', () => {
  it.each(LEDGERS)('%s: every cell written over with its own value reads the same', (name) => {
    const opened = openPackage(ledger(name));
    const sheets = opened.model.sheets.map(({ id, cells: own }) => ({
      id,
      cells: new Map(
        [...own].map(([row, line]) => [
          row,
          new Map(
            [...line].map(([column, { value, type, formula }]) => [
              column,
              { value, type, ...(formula === undefined ? {} : { formula }) },
            ]),
          ),
        ]),
      ),
    }));
    const saved = savePackage(opened, { sheets });
    const again = openPackage(saved).model;
    expect(again.sheets).toEqual(opened.model.sheets);
    expect(again.names).toEqual(opened.model.names);
    const own = /^xl\/(?:workbook|worksheets\/sheet\d)\.xml$/;
    expect(changedParts(ledger(name), saved).filter((part) => !own.test(part))).toEqual([]);
  });
});
