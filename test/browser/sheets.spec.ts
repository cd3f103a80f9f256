import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { NewSheet } from '../../src/sheet/sheet';
import { openPackage } from '../../src/package/openPackage';
import { planSheets } from '../../src/taskpane/plans/planSheets';
import type { WorkbenchApi } from '../../src/workbench/page/workbenchApi';
import type { WriteOutcome, WritePlan } from '../../src/workbook/port';
import { partsOf, partText } from '../package/support/parts';
import { rewrittenByLibreOffice } from '../package/support/libreOffice';
import { printedPages } from '../support/printedPages';
import { sampleSheet } from '../support/sampleSheet';
import type { PortPage } from './port/page';
import { openPortPage, type OpenPort } from './port/openPortPage';

type Grid = typeof globalThis & { readonly workbench: WorkbenchApi };
type Pane = typeof globalThis & { readonly portPage: PortPage };
interface Person {
  readonly personTypes: (...typed: [sheet: string, address: string, text: string]) => Promise<void>;
}

const LONG = Array.from({ length: 60 }, (_, index) => `某某街道办事处${String(index)}`);

/** Thirty columns of looks, past the grid's first twenty, and a long list. */
function wideSheet(): NewSheet {
  const values = Array.from({ length: 1_200 }, (_, row) => Array.from({ length: 30 }, (__, column) => row * column));
  const area = { row: 0, column: 3, rows: 1_200, columns: 1 };
  return {
    name: '宽表',
    freezeRows: 0,
    blocks: [{ row: 0, column: 0, values, format: { fill: '#DDEBF7', border: true, numberFormat: '#,##0' } }],
    choices: [{ area, list: LONG }],
    print: { landscape: true, area: { ...area, rows: 1 }, margins: { top: 1, bottom: 1, left: 1, right: 1 } },
  };
}

describe('sheet models written through Excel.run', () => {
  let open: OpenPort;
  let saved: Uint8Array;
  const values = (sheet: string, address: string) =>
    open.page.evaluate((where) => (globalThis as Grid).workbench.values(...where), [sheet, address] as const);

  beforeAll(async () => {
    open = await openPortPage(inject('url'));
    const plan = planSheets('写表', [sampleSheet(), wideSheet()]);
    const outcome: WriteOutcome = await open.pane.evaluate(
      (given: WritePlan) => (globalThis as Pane).portPage.port.write(given),
      plan,
    );
    expect(outcome).toMatchObject({ kind: 'done', sheet: { name: '年度目标', protected: true } });
    await open.page.evaluate(() => (globalThis as Grid).workbench.settled());
    saved = Uint8Array.from(await open.page.evaluate(() => [...(globalThis as Grid).workbench.save()]));
  }, 240_000);
  afterAll(() => open.close());

  it('are saved with cells, sizes, merges, looks and locks', () => {
    const { sheets, styles } = openPackage(saved).model;
    const sheet = sheets.find(({ name }) => name === '年度目标');
    expect(sheet?.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 5 }]);
    expect([0, 1, 61].map((row) => sheet?.rowHeights.get(row)?.height)).toEqual([36, 30, 24]);
    expect(sheet?.protected).toBe(true);
    expect(sheet?.freeze).toEqual({ rows: 2, columns: 0 });
    expect(sheet?.cells.get(2)?.get(3)).toMatchObject({ formula: 'B3+C3', value: 110.5 });
    const style = (row: number, column: number) => styles[sheet?.cells.get(row)?.get(column)?.style ?? 0];
    expect(style(2, 1)).toMatchObject({
      ...{ font: { name: '仿宋', size: 11 }, alignment: { vertical: 'center' }, locked: false },
      ...{ numberFormat: '#,##0.0', border: { left: { style: 'thin' }, top: { style: 'thin' } } },
    });
    expect(style(2, 4)?.locked).toBe(false);
    expect(style(2, 0)?.locked).toBeUndefined();
  });

  it('keep looks in every column and row', () => {
    const { sheets, styles } = openPackage(saved).model;
    const sheet = sheets.find(({ name }) => name === '宽表');
    const fills = [...(sheet?.cells.values() ?? [])].flatMap((line) =>
      [...line.values()].map(({ style }) => styles[style]?.fill),
    );
    expect([fills.length, new Set(fills)]).toEqual([36_000, new Set(['#DDEBF7'])]);
  });

  it('are saved with lists, the long one on a hidden sheet', () => {
    const text = sheetTexts(saved);
    expect(text).toContain('<formula1>"优先发展,鼓励提升,观察"</formula1>');
    expect(text).toMatch(/sqref="D1:D1200"><formula1>'?选项'?!\$A\$1:\$A\$60<\/formula1>/);
    expect(openPackage(saved).model.sheets.find(({ name }) => name === '选项')?.state).toBe('hidden');
  });

  it('are saved with print set-up, and print by it', () => {
    const text = sheetTexts(saved);
    expect(text).toMatch(/<pageMargins left="0.3937" right="0.5" top="0.7874" bottom="0.5906"/);
    expect(text).toContain('<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter>');
    const { sheets, names } = openPackage(saved).model;
    const index = sheets.findIndex(({ name }) => name === '年度目标');
    expect(names.filter(({ sheet }) => sheet === index).map(({ name, formula }) => [name, formula])).toEqual([
      ['_xlnm.Print_Area', '年度目标!$A$1:$E$62'],
      ['_xlnm.Print_Titles', '年度目标!$1:$2'],
    ]);
    const pages = printedPages(saved).filter(({ text: page }) => page.includes('年度目标分解表'));
    expect(pages.map(({ width, height }) => width > height)).toEqual(pages.map(() => true));
    expect(pages.map(({ text: page }) => Number(/第\s*(\d+)\s*年/.exec(page)?.[1])).slice(0, 2)).toEqual([1, 11]);
  }, 240_000);

  it('are saved with charts that LibreOffice reads', () => {
    const again = rewrittenByLibreOffice(saved);
    const charts = Object.keys(partsOf(again)).filter((path) => /charts\/chart\d+\.xml$/.test(path));
    const texts = charts.map((path) => partText(again, path));
    expect(texts.filter((text) => text.includes('<a:t>面积与税收</a:t>'))).toHaveLength(1);
    expect(texts.find((text) => text.includes('面积与税收'))).toMatch(
      /<c:grouping val="stacked"\/>[^]*年度目标!\$C\$3:\$C\$14/,
    );
  }, 240_000);

  it('let a person type into unlocked cells only, before and after they are opened again', async () => {
    for (const word of ['观察', '鼓励提升']) {
      const { personTypes } = await person();
      await personTypes('年度目标', 'E5', word);
      await personTypes('年度目标', 'A5', '改了');
      expect(await values('年度目标', 'A5:E5')).toEqual([['第 3 年', 12, 98.5, 110.5, word]]);
      await open.page.evaluate(
        (bytes) => (globalThis as Grid).workbench.open(Uint8Array.from(bytes), '再打开.xlsx'),
        [...saved],
      );
      await open.pane.waitForFunction(() => 'portPage' in globalThis);
    }
  }, 120_000);

  async function person(): Promise<Person> {
    const personTypes: Person['personTypes'] = (...typed) =>
      open.pane.evaluate((given) => (globalThis as unknown as Person).personTypes(...given), typed);
    return Promise.resolve({ personTypes });
  }
});

function sheetTexts(bytes: Uint8Array): string {
  const paths = Object.keys(partsOf(bytes)).filter((path) => path.startsWith('xl/worksheets/sheet'));
  return paths.map((path) => partText(bytes, path)).join('\n');
}
