import { describe, expect, it } from 'vitest';
import type { PackageChange, StyleModel } from '../../src/package/model';
import { openPackage } from '../../src/package/openPackage';
import { savePackage } from '../../src/package/savePackage';
import { AFTER_CELLS, BEFORE_CELLS, everything } from './support/everything';
import { bigWorkbook, oneSheet, zipParts } from './support/makePackage';
import { cellAt, cells, changedParts, number, partsOf, partText, text } from './support/parts';

const SHEET = 'xl/worksheets/sheet1.xml';
const WORKBOOK = 'xl/workbook.xml';
const original = zipParts(everything());
const save = (change: PackageChange, bytes = original) => savePackage(openPackage(bytes, {}, ['MUJUN_TIER']), change);
const reopen = (bytes: Uint8Array) => openPackage(bytes, {}, ['MUJUN_TIER']).model;
const sheetData = (bytes: Uint8Array) => /<sheetData>(.*)<\/sheetData>/s.exec(partText(bytes, SHEET))?.[1] ?? '';

describe('a changed cell', () => {
  const saved = save({ sheets: [{ id: '1', cells: cells([[1, 0, number(42)]]) }] });

  it('touches its sheet, the wish to recalculate and the calculation chain, and no other part', () => {
    expect(changedParts(original, saved)).toEqual(
      ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/calcChain.xml', WORKBOOK, SHEET].sort(),
    );
    expect(partsOf(saved)['xl/calcChain.xml']).toBeUndefined();
    expect(partText(saved, WORKBOOK)).toContain('<calcPr fullCalcOnLoad="1" calcId="191029"/>');
    expect(partText(saved, '[Content_Types].xml') + partText(saved, 'xl/_rels/workbook.xml.rels')).not.toContain(
      'alcChain',
    );
  });

  it('keeps every byte of its sheet but its own', () => {
    const before = partText(original, SHEET);
    expect(partText(saved, SHEET)).toBe(before.replace('<c r="A2"><v>1</v></c>', '<c r="A2"><v>42</v></c>'));
  });

  it('leaves the original untouched and is what is read back', () => {
    expect(cellAt(reopen(saved), 0, [1, 0])?.value).toBe(42);
    expect(cellAt(reopen(original), 0, [1, 0])?.value).toBe(1);
  });
});

describe('no change', () => {
  it('gives the same bytes', () => {
    expect(save({ sheets: [] })).toEqual(original);
    expect(save({ sheets: [{ id: '1', cells: new Map() }] })).toEqual(original);
  });
});

describe('cells, rows and the text around them', () => {
  it('puts new cells and rows in order and drops what became stale', () => {
    const places = [
      [2, 1],
      [0, 1],
      [9, 0],
      [3, 25],
      [0, 0],
    ] as const;
    const saved = save({
      sheets: [{ id: '1', cells: cells(places.map(([row, column]) => [row, column, number(row)])) }],
    });
    const data = sheetData(saved);
    expect([...data.matchAll(/<(?:row r="(\d+)"|c r="([A-Z]+\d+)")/g)].map(([, row, cell]) => row ?? cell)).toEqual([
      '1',
      'A1',
      'B1',
      '2',
      'A2',
      'B2',
      'C2',
      '3',
      'B3',
      '4',
      'A4',
      'B4',
      'C4',
      'Z4',
      '10',
      'A10',
    ]);
    const xml = partText(saved, SHEET);
    expect(xml).not.toContain('<dimension');
    expect(xml).toContain('<row r="2" spans="1:3">');
    expect(xml).toContain('<row r="4"><c r="A4">');
    expect(xml.endsWith(`${AFTER_CELLS}</worksheet>`)).toBe(true);
    expect(xml).toContain(BEFORE_CELLS.replace('<dimension ref="A1:C4"/>', ''));
  });

  it('clears a cell and keeps its style; a new cell takes the style of its column', () => {
    const blank = { value: null, type: 'blank' } as const;
    const saved = save({
      sheets: [
        {
          id: '1',
          cells: cells([
            [0, 0, blank],
            [8, 8, blank],
            [8, 2, number(1)],
          ]),
        },
      ],
    });
    const model = reopen(saved);
    expect(cellAt(model, 0, [0, 0])).toEqual({ value: null, type: 'blank', style: 1 });
    expect(cellAt(model, 0, [8, 8])).toBeUndefined();
    expect(cellAt(model, 0, [8, 2])?.style).toBe(1);
  });

  it('keeps texts as texts, whatever they look like', () => {
    const texts = [
      '=1+1',
      '+1',
      '-1',
      '@x',
      ' a ',
      'a\r\nb\tc',
      '_x000D_',
      '<&>"\'',
      '\u0001\uFFFE',
      '亩😀',
      '',
      '\uD800x',
    ];
    const saved = save({ sheets: [{ id: '1', cells: cells(texts.map((value, row) => [row + 10, 0, text(value)])) }] });
    const model = reopen(saved);
    expect(texts.map((_, row) => cellAt(model, 0, [row + 10, 0])?.value)).toEqual(texts);
    expect(partText(saved, SHEET)).not.toContain('<f>1+1</f>');
  });

  it('fills a sheet without rows, and one without sheetData', () => {
    for (const inner of ['<sheetData/>', '<sheetData></sheetData>', '<pageMargins left="1"/>']) {
      const saved = save({ sheets: [{ id: '1', cells: cells([[1, 1, number(5)]]) }] }, zipParts(oneSheet(inner)));
      expect(cellAt(reopen(saved), 0, [1, 1])?.value).toBe(5);
      expect(partText(saved, SHEET)).toMatch(/<worksheet[^>]*><sheetData>/);
    }
  });

  it('writes prefixed elements, strict files, UTF-16 and cells without references as they are', () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const xml = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="${strict}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const bytes = zipParts(oneSheet('', { [SHEET]: Buffer.from(xml, 'utf16le') }));
    const saved = save(
      {
        sheets: [
          {
            id: '1',
            cells: cells([
              [0, 1, text('甲')],
              [0, 0, number(2)],
            ]),
          },
        ],
      },
      bytes,
    );
    const after = Buffer.from(partsOf(saved)[SHEET] ?? []).toString('utf16le');
    expect(after).toBe(
      xml.replace(
        '<x:c><x:v>1</x:v></x:c>',
        '<x:c r="A1"><x:v>2</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t xml:space="preserve">甲</x:t></x:is></x:c>',
      ),
    );
  });
});

describe('formulas', () => {
  it('are stored with their hidden prefixes and cached values', () => {
    const change = { value: 3, type: 'number', formula: '=XLOOKUP(A2,A:A,MUJUN_TIER(B:B))' } as const;
    const saved = save({ sheets: [{ id: '1', cells: cells([[1, 1, change]]) }] });
    expect(sheetData(saved)).toContain('<c r="B2"><f>_xlfn.XLOOKUP(A2,A:A,_xldudf_MUJUN_TIER(B:B))</f><v>3</v></c>');
    expect(cellAt(reopen(saved), 0, [1, 1])?.formula).toBe('XLOOKUP(A2,A:A,MUJUN_TIER(B:B))');
  });

  it('that lean on a changed shared formula are written out', () => {
    const saved = save({ sheets: [{ id: '1', cells: cells([[1, 1, number(9)]]) }] });
    expect(sheetData(saved)).toContain('<c r="B4"><f>A4*2</f><v>6</v></c>');
  });

  it('that spill are dynamic arrays, with one metadata part for all', () => {
    const spill = (range: string) =>
      ({ value: 1, type: 'number', formula: 'UNIQUE(A2:A4)', arrayRange: range }) as const;
    const saved = save({
      sheets: [
        {
          id: '1',
          cells: cells([
            [1, 4, spill('E2:E3')],
            [2, 4, number(3)],
            [1, 6, spill('G2')],
          ]),
        },
      ],
    });
    expect(sheetData(saved)).toContain(
      '<c r="E2" s="1" cm="1"><f t="array" ref="E2:E3">_xlfn.UNIQUE(A2:A4)</f><v>1</v></c>'.replace(' s="1"', ''),
    );
    expect(partText(saved, 'xl/metadata.xml')).toMatch(
      /<cellMetadata count="1"><bk><rc t="1" v="0"\/><\/bk><\/cellMetadata>/,
    );
    const again = save({ sheets: [{ id: '1', cells: cells([[7, 4, spill('E8')]]) }] }, saved);
    expect(partText(again, 'xl/metadata.xml')).toBe(partText(saved, 'xl/metadata.xml'));
    expect(cellAt(reopen(again), 0, [1, 4])).toMatchObject({
      arrayRange: 'E2:E3',
      dynamic: true,
      formula: 'UNIQUE(A2:A4)',
    });
  });

  it('that spilled further before leave no old values behind', () => {
    const first = { value: 1, type: 'number', formula: 'A2:A4', arrayRange: 'E2:E4' } as const;
    const wide = save({
      sheets: [
        {
          id: '1',
          cells: cells([
            [1, 4, first],
            [2, 4, number(2)],
            [3, 4, number(3)],
          ]),
        },
      ],
    });
    const now = { ...first, formula: 'A2:A3', arrayRange: 'E2:E3' };
    const model = reopen(save({ sheets: [{ id: '1', cells: cells([[1, 4, now]]) }] }, wide));
    expect([2, 3].map((row) => cellAt(model, 0, [row, 4])?.value)).toEqual([2, null]);
  });

  it('entered as arrays stay so when only their value changes', () => {
    const saved = save({
      sheets: [{ id: '1', cells: cells([[3, 2, { value: 8, type: 'number', formula: 'A1:A2' }]]) }],
    });
    expect(sheetData(saved)).toContain('<c r="C4"><f t="array" ref="C4:C5">A1:A2</f><v>8</v></c>');
    expect(partsOf(saved)['xl/metadata.xml']).toBeUndefined();
  });
});

describe('styles', () => {
  const struck: StyleModel = openPackage(original).model.styles[1] as StyleModel;
  const wanted: StyleModel = {
    ...struck,
    font: { ...struck.font, bold: true },
    fill: '#DDEBF7',
    border: { top: { style: 'thin', color: '#FF0000' } },
    alignment: { horizontal: 'center', wrap: true },
    numberFormat: '0.0"亩"',
  };
  const styled = (style: StyleModel) =>
    cells([
      [0, 0, { ...text('甲'), style }],
      [0, 1, { ...text('乙'), style }],
    ]);
  const saved = save({ sheets: [{ id: '1', cells: styled(wanted) }] });

  it('are added once, on top of what the cell had', () => {
    const model = reopen(saved);
    expect(model.styles).toHaveLength(3);
    expect(model.styles[2]).toEqual(wanted);
    const xml = partText(saved, 'xl/styles.xml');
    expect(xml).toContain(
      '<font><b/><strike/><sz val="11"/><color theme="1"/><name val="宋体"/><charset val="134"/></font></fonts>',
    );
    expect(xml).toContain('<cellXfs count="3">');
    expect(xml).toMatch(/<alignment horizontal="center" wrapText="1"\/><protection locked="0"\/><\/xf><\/cellXfs>/);
    expect(xml).toContain(
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot;亩&quot;"/></numFmts><fonts count="3">',
    );
  });

  it('that exist are used again', () => {
    const again = save({ sheets: [{ id: '1', cells: styled(wanted) }] }, saved);
    expect(partText(again, 'xl/styles.xml')).toBe(partText(saved, 'xl/styles.xml'));
    const back = save({ sheets: [{ id: '1', cells: styled(struck) }] }, saved);
    expect(partText(back, 'xl/styles.xml')).toBe(partText(saved, 'xl/styles.xml'));
    expect(cellAt(reopen(back), 0, [0, 0])?.style).toBe(1);
  });

  it('begin a styles part where there is none', () => {
    const plain = zipParts(oneSheet('<sheetData/>'));
    const model = reopen(save({ sheets: [{ id: '1', cells: styled(wanted) }] }, plain));
    expect(model.styles).toHaveLength(2);
    expect(model.styles[cellAt(model, 0, [0, 1])?.style ?? 0]).toEqual(wanted);
  });
});

describe('a sheet of 20,000 rows and 30 columns', () => {
  it('takes 20,000 changed cells and keeps the other 580,000', () => {
    const bytes = bigWorkbook(20_000, 30);
    const wanted = cells(Array.from({ length: 20_000 }, (_, row) => [row, 7, number(row + 0.5)] as const));
    const before = openPackage(bytes).model.sheets[0]?.cells;
    const after = openPackage(save({ sheets: [{ id: '1', cells: wanted }] }, bytes)).model.sheets[0]?.cells;
    let wrong = 0;
    for (const [row, line] of before ?? []) {
      const now = after?.get(row);
      if (now?.size !== 30 || now.get(7)?.value !== row + 0.5) wrong++;
      for (const [column, { value }] of line) if (column !== 7 && now?.get(column)?.value !== value) wrong++;
    }
    expect([after?.size, wrong]).toEqual([20_000, 0]);
  });
});
