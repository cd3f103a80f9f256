import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { readByLibreOffice } from '../package/support/libreOffice';
import { partsOf } from '../package/support/parts';
import { SHENGYUE } from '../support/fixtureSheet';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

const SHEET = '亩均评价台账';
/** What officials' files hold besides cells: pattern, counted over all parts. */
const FEATURES: Readonly<Record<string, RegExp>> = {
  merges: /<mergeCell /g,
  validations: /<dataValidation /g,
  conditionalFormats: /<cfRule /g,
  comments: /<comment /g,
  charts: /<c:chart>|<c:chart /g,
  drawings: /<legacyDrawing |<drawing /g,
  hiddenSheets: /<sheet [^>]*state="hidden"/g,
  hiddenColumns: /<col [^>]*hidden="1"/g,
  names: /<definedName /g,
  frozen: /state="frozen"/g,
  pageSetups: /<pageSetup /g,
  fitToPage: /fitToPage="1"/g,
  formulas: /<f>/g,
};

function countFeatures(bytes: Uint8Array): Record<string, number> {
  const decoder = new TextDecoder();
  const all = Object.entries(partsOf(bytes)).map(([, part]) => decoder.decode(part));
  const count = (pattern: RegExp) => all.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
  return Object.fromEntries(Object.entries(FEATURES).map(([name, pattern]) => [name, count(pattern)]));
}

describe('a saved workbook', () => {
  const original = new Uint8Array(readFileSync(new URL(`../fixtures/${SHENGYUE}.xlsx`, import.meta.url)));
  let bench: OpenWorkbench;
  let saved: Uint8Array;

  beforeAll(async () => {
    bench = await openWorkbench();
    await bench.openFile(`${SHENGYUE}.xlsx`);
    await bench.putFormulas(SHEET, 'AC5', [['=MUJUN_TIER(J5:J1211,G5:G1211,"嵊州2021")']]);
    await bench.pane.evaluate(
      (sheet) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(sheet).getRange('J6').values = [[580]];
          context.workbook.worksheets.add('新表').getRange('A1:B2').values = [
            ['说明', '=1+1'],
            ['文字', 3],
          ];
          const sizes = context.workbook.worksheets.add('尺寸').getRange('A1:D4');
          for (const [at, [width, height]] of [
            [48, 15],
            [54, 18],
            [66, 13.5],
            [90, 24],
          ].entries()) {
            Object.assign(sizes.getCell(at, at).format, { columnWidth: width, rowHeight: height });
          }
          context.workbook.customXmlParts.add('<mujun xmlns="urn:test:mujun"><note>留存</note></mujun>');
          await context.sync();
        }),
      SHEET,
    );
    await bench.settled();
    const [download] = await Promise.all([
      bench.page.waitForEvent('download'),
      bench.page.getByRole('button', { name: '下载工作簿' }).click(),
    ]);
    saved = new Uint8Array(readFileSync(await download.path()));
  });
  afterAll(() => bench.close());

  it('holds everything the opened one held', () => {
    const before = countFeatures(original);
    const after = countFeatures(saved);
    expect(Object.values(before).every((count) => count > 0)).toBe(true);
    // One formula of ours and one on the new sheet came on top, as <f> or as an array formula.
    expect({ ...after, formulas: before['formulas'] }).toEqual(before);
    expect(after['formulas']).toBeGreaterThanOrEqual(before['formulas'] ?? 0);
  });

  it('keeps charts, comments, drawings and the theme to the byte', () => {
    const before = partsOf(original);
    const after = partsOf(saved);
    const kept = Object.keys(before).filter((name) => /chart|comments|drawing|theme/.test(name));
    expect(kept.length).toBeGreaterThan(4);
    for (const name of kept) expect(Buffer.from(after[name] ?? []).equals(Buffer.from(before[name] ?? []))).toBe(true);
  });

  it('keeps the widths and heights that were set, whatever the grid takes for usual', () => {
    const { model } = openPackage(saved);
    const sheet = model.sheets.find(({ name }) => name === '尺寸');
    expect([...(sheet?.columnWidths.values() ?? [])].map(({ width }) => Math.round(width * 7 * 0.75))).toEqual([
      48, 54, 66, 90,
    ]);
    expect([...(sheet?.rowHeights.values() ?? [])].map(({ height }) => height)).toEqual([15, 18, 13.5, 24]);
  });

  it('carries the custom XML', () => {
    const decoder = new TextDecoder();
    const texts = Object.values(partsOf(saved)).map((part) => decoder.decode(part));
    expect(texts.some((text) => text.includes('<note>留存</note>'))).toBe(true);
  });

  it('reads the same in LibreOffice, but for what was changed', () => {
    const before = readByLibreOffice(original);
    const after = readByLibreOffice(saved);
    expect([...after.keys()].toSorted()).toEqual([...before.keys(), '新表', '尺寸'].toSorted());
    const changed = new Set(['5/9', '5/15']); // J6 and P6, the yield computed from it
    const differ: string[] = [];
    before.get(SHEET)?.forEach((row, index) => {
      row.slice(0, 27).forEach((cell, column) => {
        const total = index === 154 || index >= 1211;
        const seen = after.get(SHEET)?.[index]?.[column] ?? '';
        if (seen !== cell && !total && !changed.has(`${index}/${column}`))
          differ.push(`${index + 1}/${column}: ${cell} -> ${seen}`);
      });
    });
    expect(differ).toEqual([]);
    expect(after.get(SHEET)?.[5]?.[9]).toBe('580');
    expect(after.get('新表')?.slice(0, 2)).toEqual([
      ['说明', '2'],
      ['文字', '3'],
    ]);
  });

  it('opens again with the tiers in it', async () => {
    await bench.openFile('再打开.xlsx', saved);
    const [first] = await bench.values(SHEET, 'AC5:AC5');
    expect(first).toEqual(['重点指导']);
    const formula = await bench.pane.evaluate(
      (sheet) =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem(sheet).getRange('AC5');
          range.load('formulas');
          await context.sync();
          return range.formulas as string[][];
        }),
      SHEET,
    );
    expect(formula).toEqual([['=MUJUN_TIER(J5:J1211,G5:G1211,"嵊州2021")']]);
  });
});
