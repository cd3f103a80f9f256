import { describe, expect, it } from 'vitest';
import type { PackageChange } from '../../src/package/model';
import { openPackage } from '../../src/package/openPackage';
import { savePackage } from '../../src/package/savePackage';
import { everything } from './support/everything';
import { oneSheet, zipParts } from './support/makePackage';
import { cellAt, cells, number, partsOf, partText, text } from './support/parts';

const SHEET = 'xl/worksheets/sheet1.xml';
const WORKBOOK = 'xl/workbook.xml';
const original = zipParts(everything());
const save = (change: PackageChange, bytes = original) => savePackage(openPackage(bytes, {}, ['MUJUN_TIER']), change);
const reopen = (bytes: Uint8Array) => openPackage(bytes, {}, ['MUJUN_TIER']).model;

describe('sheets', () => {
  it('are added, renamed, ordered, hidden and shown', () => {
    const saved = save({
      sheets: [
        { id: 'new-1', added: { name: '结果 <1>' }, cells: cells([[0, 0, text('甲')]]) },
        { id: '1', renamed: '新 表' },
        { id: '5', state: 'visible' },
      ],
      order: ['new-1', '1'],
      activeSheet: 'new-1',
    });
    const model = reopen(saved);
    expect(model.sheets.map(({ id, name, state }) => [id, name, state])).toEqual([
      ['6', '结果 <1>', 'visible'],
      ['1', '新 表', 'visible'],
      ['5', '参数', 'visible'],
    ]);
    expect(model.activeSheet).toBe(0);
    expect(partText(saved, SHEET)).not.toContain('tabSelected');
    expect(model.names.map(({ name, formula, sheet }) => [name, formula, sheet])).toEqual([
      ['_xlnm.Print_Area', "'新 表'!$A$1:$C$4", 1],
      ['局部', '参数!$A$1', 2],
      ['税线', "'新 表'!$B$2", undefined],
    ]);
    expect(cellAt(model, 2, [0, 0])?.formula).toBe("'新 表'!A2+1");
  });

  it('that are renamed are followed by charts, text boxes, links and rules', () => {
    const saved = save({ sheets: [{ id: '1', renamed: '新 表' }] });
    expect(partText(saved, 'xl/charts/chart1.xml')).toContain("<c:f>'新 表'!$A$2:$A$4</c:f>");
    expect(partText(saved, 'xl/drawings/drawing1.xml')).toContain(`textlink="'新 表'!$A$1"`);
    expect(partText(saved, SHEET)).toContain("<formula>'新 表'!$C$2</formula>");
    expect(partText(saved, SHEET)).toContain(`location="'新 表'!A4"`);
  });

  it('that are removed take their drawings, comments and names along and nothing else', () => {
    const saved = save({
      sheets: [
        { id: '1', removed: true },
        { id: '5', state: 'visible' },
      ],
    });
    const model = reopen(saved);
    expect(model.sheets.map(({ name }) => name)).toEqual(['参数']);
    expect(model.names.map(({ name, formula, sheet }) => [name, formula, sheet])).toEqual([
      ['局部', '参数!$A$1', 0],
      ['税线', '#REF!', undefined],
    ]);
    expect(cellAt(model, 0, [0, 0])?.formula).toBe('#REF!+1');
    expect(Object.keys(partsOf(saved)).sort()).toEqual(
      [
        '[Content_Types].xml',
        '_rels/.rels',
        WORKBOOK,
        'xl/_rels/workbook.xml.rels',
        'xl/worksheets/sheet2.xml',
        'xl/sharedStrings.xml',
        'xl/styles.xml',
        'xl/vbaProject.bin',
        'customXml/item1.xml',
        'customXml/_rels/item1.xml.rels',
        'customXml/itemProps1.xml',
      ].sort(),
    );
  });

  it.each<[string, PackageChange]>([
    ['a name too long', { sheets: [{ id: '1', renamed: '长'.repeat(32) }] }],
    ['a forbidden character', { sheets: [{ id: '1', renamed: 'a/b' }] }],
    ['a name twice', { sheets: [{ id: 'n', added: { name: '表' } }] }],
    ['no visible sheet', { sheets: [{ id: '1', removed: true }] }],
    ['an unknown sheet', { sheets: [{ id: '77', renamed: 'x' }] }],
    ['a cell outside the sheet', { sheets: [{ id: '1', cells: cells([[0, 16_384, number(1)]]) }] }],
    [
      'custom XML with a document type',
      {
        sheets: [],
        customXml: { put: [{ id: '{AAAAAAAA-0000-0000-0000-000000000009}', xml: '<!DOCTYPE a><a/>' }], removed: [] },
      },
    ],
  ])('with %s are refused', (_, change) => {
    expect(() => save(change)).toThrow(expect.objectContaining({ name: 'PackageError' }));
  });
});

describe('names, tables, custom XML and the look of a sheet', () => {
  it('puts and removes names, of the workbook and of a sheet', () => {
    const put = [
      { name: '税线', formula: 'XLOOKUP(1,表!$A:$A,表!$B:$B)', hidden: false },
      { name: '新', formula: '1', sheet: 1, hidden: true },
    ];
    const saved = save({ sheets: [], names: { put, removed: ['1!局部'] } });
    expect(reopen(saved).names.slice(1)).toEqual(put);
    expect(partText(saved, WORKBOOK)).toContain('>_xlfn.XLOOKUP(1,');
  });

  it('adds a table with its headings as texts', () => {
    const table = {
      id: 'new',
      name: '表甲',
      sheetId: '1',
      area: { row: 5, column: 0, rows: 3, columns: 2 },
      columns: ['甲', '2024'],
      totals: false,
    };
    const saved = save({
      sheets: [{ id: '1', cells: cells([[5, 1, number(2024)]]) }],
      tables: { added: [table, { ...table, name: '表乙', area: { ...table.area, column: 5 } }] },
    });
    const model = reopen(saved);
    expect(model.tables).toEqual([
      { ...table, id: '1' },
      { ...table, id: '2', name: '表乙', area: { ...table.area, column: 5 } },
    ]);
    expect(cellAt(model, 0, [5, 1])).toMatchObject({ value: '2024', type: 'string' });
    expect(partText(saved, SHEET)).toMatch(
      /<tableParts count="2"><tablePart [^>]*r:id="rId5"\/><tablePart [^>]*r:id="rId6"\/><\/tableParts><extLst>/,
    );
  });

  it('puts, replaces and removes custom XML', () => {
    const old = '{AAAAAAAA-0000-0000-0000-000000000001}';
    const fresh = { id: '{AAAAAAAA-0000-0000-0000-000000000002}', xml: '<b xmlns="urn:b">值</b>' };
    const added = save({ sheets: [], customXml: { put: [fresh, { id: old, xml: '<a/>' }], removed: [] } });
    expect(reopen(added).customXml).toEqual([{ id: old, xml: '<a/>' }, fresh]);
    const removed = save({ sheets: [], customXml: { put: [], removed: [old] } }, added);
    expect(reopen(removed).customXml).toEqual([fresh]);
    expect(partsOf(removed)['customXml/itemProps1.xml']).toBeUndefined();
  });

  it('sets widths, merges and panes, and leaves the other columns alone', () => {
    const merges = [
      { row: 6, column: 0, rows: 1, columns: 2 },
      { row: 0, column: 2, rows: 2, columns: 1 },
    ];
    const change = {
      id: '1',
      columnWidths: new Map([
        [2, 30],
        [8, 5],
      ]),
      merges,
      freeze: { rows: 2, columns: 1 },
    };
    const saved = save({ sheets: [change] });
    const xml = partText(saved, SHEET);
    expect(xml).toContain(
      '<cols><col min="1" max="2" width="11" style="1"/><col customWidth="1" min="3" max="3" width="30" style="1"/><col min="4" max="4" width="11" style="1"/><col min="9" max="9" width="5" customWidth="1"/></cols>',
    );
    const [sheet] = reopen(saved).sheets;
    expect(sheet?.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 3 }, merges[0]]);
    expect(sheet?.freeze).toEqual({ rows: 2, columns: 1 });
    expect(reopen(save({ sheets: [{ id: '1', freeze: { rows: 0, columns: 0 } }] }, saved)).sheets[0]?.freeze).toEqual({
      rows: 0,
      columns: 0,
    });
  });

  it('puts new elements where the schema wants them', () => {
    const bare = zipParts(oneSheet('<sheetPr/><sheetData/><pageMargins left="1"/><extLst/>'));
    const table = {
      id: 'n',
      name: '表甲',
      sheetId: '1',
      area: { row: 0, column: 0, rows: 2, columns: 1 },
      columns: ['甲'],
      totals: false,
    };
    const change = {
      id: '1',
      columnWidths: new Map([[0, 9]]),
      merges: [{ row: 6, column: 0, rows: 1, columns: 2 }],
      freeze: { rows: 1, columns: 0 },
    };
    const xml = partText(save({ sheets: [change], tables: { added: [table] } }, bare), SHEET);
    const order = [
      '<sheetPr/>',
      '<sheetViews>',
      '<cols>',
      '<sheetData>',
      '<mergeCells',
      '<pageMargins',
      '<tableParts',
      '<extLst/>',
    ];
    expect(order.map((tag) => xml.indexOf(tag))).toEqual(order.map((tag) => xml.indexOf(tag)).sort((a, b) => a - b));
    expect(order.every((tag) => xml.includes(tag))).toBe(true);
  });
});

describe('headings of a table written over', () => {
  const heading = (column: number, value: string | number | null) =>
    [5, column, { value, type: typeof value === 'number' ? 'number' : value === null ? 'blank' : 'string' }] as const;
  const table = {
    id: 'new',
    name: '台账',
    sheetId: '1',
    area: { row: 5, column: 0, rows: 3, columns: 3 },
    columns: ['税收', '面积', '备注'],
    totals: false,
  };
  const formulas = cells([
    [9, 0, { value: 1, type: 'number', formula: 'SUM(台账[税收])/台账[[#This Row],[面积]]' }],
    [9, 1, { value: 1, type: 'number', formula: 'SUM(别[税收])' }],
  ]);
  const withTable = save({ sheets: [{ id: '1', cells: formulas }], tables: { added: [table] } });

  it('renames the columns, and what refers to them', () => {
    const change = { id: '1', cells: cells([heading(0, '税收 [万元]'), heading(1, 2024)]) };
    const saved = save({ sheets: [change] }, withTable);
    const model = reopen(saved);
    expect(model.tables[0]?.columns).toEqual(['税收 [万元]', '2024', '备注']);
    expect(cellAt(model, 0, [5, 1])).toMatchObject({ value: '2024', type: 'string' });
    expect(cellAt(model, 0, [9, 0])?.formula).toBe("SUM(台账[税收 '[万元']])/台账[[#This Row],[2024]]");
    expect(cellAt(model, 0, [9, 1])?.formula).toBe('SUM(别[税收])');
  });

  it('keeps a heading where the new one is blank or taken', () => {
    const saved = save({ sheets: [{ id: '1', cells: cells([heading(0, null), heading(1, '备注')]) }] }, withTable);
    const model = reopen(saved);
    expect(model.tables[0]?.columns).toEqual(['税收', '面积', '备注']);
    expect([0, 1].map((column) => cellAt(model, 0, [5, column])?.value)).toEqual(['税收', '面积']);
  });
});
