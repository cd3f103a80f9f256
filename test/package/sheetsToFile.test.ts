import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NewSheet } from '../../src/sheet/sheet';
import { openPackage } from '../../src/package/openPackage';
import { PackageError } from '../../src/package/packageError';
import { savePackage } from '../../src/package/savePackage';
import { sheetsToFile } from '../../src/package/sheetsToFile';
import { calculatedSheets, printedSheets } from '../support/openSheets';
import { sampleSheet } from '../support/sampleSheet';
import { everything } from './support/everything';
import { rewrittenByLibreOffice } from './support/libreOffice';
import { zipParts } from './support/makePackage';
import { changedParts, partsOf, partText } from './support/parts';

const KINDS = ['column', 'bar', 'line', 'stackedColumn'] as const;

/** The sample as sheets of their own, a chart of each kind. */
function charted(): NewSheet[] {
  return KINDS.map((kind) => {
    const sheet = sampleSheet(`图 ${kind}`);
    return { ...sheet, charts: (sheet.charts ?? []).map((chart) => ({ ...chart, kind })) };
  });
}

/** All worksheets, charts and the workbook of a file as one text. */
function wholeText(bytes: Uint8Array): string {
  const paths = Object.keys(partsOf(bytes)).filter((path) =>
    /workbook\.xml$|sheets?\/|chart|worksheets|styles/.test(path),
  );
  return paths.map((path) => partText(bytes, path)).join('\n');
}

describe('sheets written to a file', () => {
  const bytes = sheetsToFile([sampleSheet(), ...charted()]);
  const opened = openPackage(bytes).model;
  const [sheet] = opened.sheets;
  let again: string;
  beforeAll(() => {
    again = wholeText(rewrittenByLibreOffice(bytes));
  }, 120_000);

  it('are well-formed, part by part', () => {
    for (const [path, part] of Object.entries(partsOf(bytes))) {
      execFileSync('xmllint', ['--noout', '-'], { input: Buffer.from(part), stdio: ['pipe', 'pipe', 'inherit'] });
      expect(path).toMatch(/\.(xml|rels)$/);
    }
  });

  it('keep the order the schema asks of a worksheet', () => {
    const xml = partText(bytes, 'xl/worksheets/sheet2.xml');
    const order =
      'sheetPr sheetViews cols sheetData sheetProtection mergeCells dataValidations printOptions pageMargins pageSetup headerFooter rowBreaks drawing';
    const places = order.split(' ').map((name) => xml.search(new RegExp(`<${name}[ >/]`)));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('hold cells, sizes, merges and looks', () => {
    expect(sheet?.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 5 }]);
    expect(sheet?.rowHeights.get(0)?.height).toBe(36);
    expect(sheet?.rowHeights.get(61)?.height).toBe(24);
    expect(sheet?.columnWidths.get(0)?.width).toBeCloseTo((90 * 4) / 3 / 7, 2);
    const look = opened.styles[sheet?.cells.get(2)?.get(1)?.style ?? 0];
    expect(look).toMatchObject({
      font: { name: '仿宋', size: 11 },
      alignment: { vertical: 'center' },
      numberFormat: '#,##0.0',
      locked: false,
      border: { left: { style: 'thin' }, bottom: { style: 'thin' } },
    });
    expect(opened.styles[sheet?.cells.get(0)?.get(0)?.style ?? 0]?.font).toMatchObject({ name: '黑体', size: 18 });
    expect(sheet?.protected).toBe(true);
    expect(sheet?.freeze).toEqual({ rows: 2, columns: 0 });
  });

  it('print in LibreOffice as they say: A4 lying, rows repeated, pages begun where asked', () => {
    const pages = printedSheets([sampleSheet()]);
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
      pages.map(() => [842, 595]),
    );
    const rows = pages.map(({ text }) => [...text.matchAll(/第\s*(\d+)\s*年/g)].map(([, year]) => Number(year)));
    expect(rows.flat()).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(rows.map(([first]) => first)).toEqual(expect.arrayContaining([1, 11, 41]));
    pages.forEach(({ text }, index) => {
      expect(text).toContain('年度目标分解表 <甲> & "乙"');
      expect(text.replace(/\s/g, '')).toContain(`第${String(index + 1)}页，共${String(pages.length)}页`);
    });
  }, 120_000);

  it('calculate in LibreOffice', () => {
    const lines = calculatedSheets([sampleSheet()]).get('年度目标') ?? [];
    expect(lines.slice(2, 62).map((line) => line[3])).toEqual(Array.from({ length: 60 }, () => '110.5'));
  }, 120_000);

  it('are read by LibreOffice with their lists, protection, print set-up and charts', () => {
    expect(again.match(/<dataValidation [^>]*type="list"/g)).toHaveLength(5);
    expect(/<formula1>&quot;优先发展,鼓励提升,观察&quot;<\/formula1>/.test(again)).toBe(true);
    expect(again.match(/<sheetProtection [^>]*sheet="(?:1|true)"/g)).toHaveLength(5);
    expect(/<protection locked="(?:0|false)"/.test(again)).toBe(true);
    expect(again.match(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/g)).toHaveLength(5);
    expect(again.match(/fitToPage="(?:1|true)"/g)).toHaveLength(5);
    expect(/localSheetId="0" name="_xlnm.Print_Titles"[^>]*>(?:&apos;)?年度目标(?:&apos;)?!\$1:\$2</.test(again)).toBe(
      true,
    );
    expect(/<brk id="12"/.test(again)).toBe(true);
    expect(again.match(/<c:barDir val="bar"\/>/g)).toHaveLength(1);
    expect(again.match(/<c:lineChart>/g)).toHaveLength(1);
    expect(again.match(/<c:grouping val="stacked"\/>/g)).toHaveLength(2);
    expect(again.match(/<a:t>面积与税收<\/a:t>/g)).toHaveLength(5);
  });

  it('keep the values a chart is drawn from', () => {
    const chart = partText(bytes, 'xl/charts/chart1.xml');
    expect(chart).toContain('<c:f>年度目标!$C$3:$C$14</c:f>');
    expect(chart).toContain('<c:ptCount val="12"/><c:pt idx="0"><c:v>100.5</c:v></c:pt>');
  });
});

describe('a list to choose from', () => {
  const area = { row: 0, column: 0, rows: 3, columns: 1 };
  const sheet = (list: readonly string[]): NewSheet => ({
    name: '选项',
    freezeRows: 0,
    blocks: [],
    choices: [{ area, list }],
  });

  it('that is too long, or has commas, stands on a hidden sheet of its own', () => {
    const long = Array.from({ length: 60 }, (_, index) => `某某街道办事处${String(index)}`);
    const bytes = sheetsToFile([sheet(long), { ...sheet(long), name: '乙' }, { ...sheet(['a,b', '"c"']), name: '丙' }]);
    const { sheets } = openPackage(bytes).model;
    expect(sheets.map(({ name, state }) => [name, state])).toEqual([
      ['选项', 'visible'],
      ['乙', 'visible'],
      ['丙', 'visible'],
      ['选项2', 'hidden'],
    ]);
    expect(sheets[3]?.rows).toBe(60);
    expect(sheets[3]?.columns).toBe(2);
    expect(wholeText(bytes).match(/<formula1>选项2!\$A\$1:\$A\$60<\/formula1>/g)).toHaveLength(2);
    expect(wholeText(bytes)).toContain('<formula1>选项2!$B$1:$B$2</formula1>');
  });

  it('that is empty is refused', () => {
    expect(() => sheetsToFile([sheet([])])).toThrow(PackageError);
  });
});

describe('an opened file', () => {
  const original = zipParts(everything());
  const area = { row: 4, column: 0, rows: 2, columns: 1 };
  const { charts = [], print } = sampleSheet();
  const saved = savePackage(openPackage(original), {
    sheets: [
      {
        id: '1',
        rowHeights: new Map([
          [1, 33],
          [9, 44],
        ]),
        choices: [{ area, list: ['甲', '乙'] }],
        charts,
        ...(print ? { print: { ...print, fitWidth: true, paperSize: 9 } } : {}),
      },
    ],
  });
  const sheet = partText(saved, 'xl/worksheets/sheet1.xml');

  it('gets its print set-up, lists and charts beside what it had', () => {
    expect(sheet).toContain('<tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(sheet).toMatch(/<dataValidations count="2"><dataValidation type="list" sqref="C2:C9">/);
    expect(sheet).toMatch(/<pageSetup [^>]*r:id="rId4"/);
    expect(sheet).toMatch(/<pageMargins left="0.3937"/);
    expect(sheet).toContain('<brk id="42" max="16383" man="1"/>');
    expect(partText(saved, 'xl/drawings/drawing1.xml')).toMatch(/<xdr:sp textlink="表!\$A\$1"\/><xdr:twoCellAnchor/);
    expect(openPackage(saved).model.names.filter(({ name }) => name === '_xlnm.Print_Area')).toEqual([
      { name: '_xlnm.Print_Area', formula: '表!$A$1:$E$62', sheet: 0, hidden: false },
    ]);
    expect(openPackage(saved).model.sheets[0]?.rowHeights).toEqual(
      new Map([
        [1, { height: 33, hidden: false }],
        [9, { height: 44, hidden: false }],
      ]),
    );
  });

  it('keeps every other part to the byte', () => {
    expect(changedParts(original, saved)).toEqual(
      [
        '[Content_Types].xml',
        'xl/calcChain.xml',
        'xl/_rels/workbook.xml.rels',
        'xl/charts/chart2.xml',
        'xl/drawings/_rels/drawing1.xml.rels',
        'xl/drawings/drawing1.xml',
        'xl/workbook.xml',
        'xl/worksheets/sheet1.xml',
      ].toSorted(),
    );
  });

  it('loses its protection only where that is asked', () => {
    const open = savePackage(openPackage(original), { sheets: [{ id: '1', protect: false }] });
    expect(partText(open, 'xl/worksheets/sheet1.xml')).not.toContain('sheetProtection');
    expect(sheet).toContain('<sheetProtection sheet="1" objects="1"/>');
  });
});
