import { describe, expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { MAIN, oneSheet, relationships, worksheet, zipParts, type PartTexts } from './support/makePackage';
import { cellAt } from './support/parts';

const open = (inner: string, more: PartTexts = {}, functions: readonly string[] = []) =>
  openPackage(zipParts(oneSheet(inner, more)), {}, functions).model;
const rows = (inner: string) => `<sheetData>${inner}</sheetData>`;
const look = (body: string) => ({
  'xl/_rels/workbook.xml.rels': relationships({ rId1: 'worksheet worksheets/sheet1.xml', rId2: 'styles styles.xml' }),
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${body}</styleSheet>`,
});

describe('cells', () => {
  it('reads every type of value', () => {
    const model = open(
      rows(
        '<row r="2"><c r="A2"><v>1.5</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="str"><f>A2&amp;"x"</f><v>1.5x</v></c><c r="E2" t="inlineStr"><is><r><t>亩</t></r><r><t xml:space="preserve">均 </t></r><rPh sb="0" eb="1"><t>mu</t></rPh></is></c><c r="F2"/><c r="G2" t="d"><v>2024-03-01</v></c><c r="H2" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c></row>',
      ),
    );
    const values = [...(model.sheets[0]?.cells.get(1)?.values() ?? [])].map(({ type, value }) => [type, value]);
    expect(values).toEqual([
      ['number', 1.5],
      ['boolean', true],
      ['error', '#N/A'],
      ['string', '1.5x'],
      ['string', '亩均 '],
      ['blank', null],
      ['number', 45352],
      ['string', 'a\rb_x0041_'],
    ]);
    expect(cellAt(model, 0, [1, 3])?.formula).toBe('A2&"x"');
    expect(model.sheets[0]).toMatchObject({ name: '表', rows: 2, columns: 8 });
  });

  it('counts on from the last cell where rows and cells carry no reference', () => {
    const model = open(
      rows(
        '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
      ),
    );
    const found = [
      [0, 0],
      [0, 1],
      [4, 2],
      [4, 3],
      [5, 0],
    ] as const;
    expect(found.map((place) => cellAt(model, 0, place)?.value)).toEqual([1, 2, 3, 4, 5]);
  });

  it('writes shared formulas out, also where the text stands after a cell that leans on it', () => {
    const model = open(
      rows(
        '<row r="1"><c r="A1"><f t="shared" si="1"/><v>0</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" ref="A1:A3" si="1">\'甲 乙\'!B3</f></c><c r="B3"><f t="shared" si="0"/></c></row>',
      ),
    );
    expect([1, 2].map((row) => cellAt(model, 0, [row, 1])?.formula)).toEqual(['A2*$C$1', 'A3*$C$1']);
    expect(cellAt(model, 0, [0, 0])?.formula).toBe("'甲 乙'!B1");
    expect(cellAt(model, 0, [2, 1])).toMatchObject({ value: null, type: 'blank' });
  });

  it('tells dynamic arrays from entered ones and names our functions', () => {
    const model = open(
      rows(
        '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">_xlfn._xlws.SORT(_xldudf_MUJUN_TIER(B1:B3))</f><v>1</v></c><c r="C1"><f t="array" ref="C1:C2">{1;2}*2</f><v>2</v></c></row>',
      ),
      {},
      ['MUJUN_TIER'],
    );
    expect(cellAt(model, 0, [0, 0])).toMatchObject({
      formula: 'SORT(MUJUN_TIER(B1:B3))',
      arrayRange: 'A1:A3',
      dynamic: true,
    });
    expect(cellAt(model, 0, [0, 2])).toEqual({
      value: 2,
      type: 'number',
      style: 0,
      formula: '{1;2}*2',
      arrayRange: 'C1:C2',
    });
  });
});

describe('a sheet around its cells', () => {
  it('reads merges, widths, heights, panes and protection', () => {
    const [sheet] = open(
      '<sheetViews><sheetView workbookViewId="0"><pane xSplit="2" ySplit="4" topLeftCell="C5" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="2" width="12.5" customWidth="1"/><col min="4" max="4" width="9" hidden="1"/></cols><sheetData><row r="3" ht="30" customHeight="1"/><row r="4" hidden="1"/></sheetData><sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="B2:C4"/></mergeCells>',
    ).sheets;
    expect(sheet?.merges).toEqual([{ row: 1, column: 1, rows: 3, columns: 2 }]);
    expect([...(sheet?.columnWidths ?? [])]).toEqual([
      [0, { width: 12.5, hidden: false }],
      [1, { width: 12.5, hidden: false }],
      [3, { width: 9, hidden: true }],
    ]);
    expect([...(sheet?.rowHeights ?? [])]).toEqual([
      [2, { height: 30, hidden: false }],
      [3, { hidden: true }],
    ]);
    expect(sheet).toMatchObject({ freeze: { rows: 4, columns: 2 }, protected: true });
  });

  it('reads state, names, the active sheet, tables, custom XML and the 1904 system', () => {
    const model = open(rows(''), {
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="甲" sheetId="7" state="veryHidden" r:id="rId1"/><sheet name="图" sheetId="9" r:id="rId2"/></sheets><definedNames><definedName name="线">甲!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0" hidden="1">甲!$A$1:$B$2</definedName></definedNames></workbook>`,
      'xl/_rels/workbook.xml.rels': relationships({
        rId1: 'worksheet /xl/worksheets/sheet1.xml',
        rId2: 'chartsheet chartsheets/sheet1.xml',
        rId3: 'customXml ../customXml/item1.xml',
      }),
      'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${MAIN}"/>`,
      'xl/worksheets/_rels/sheet1.xml.rels': relationships({ rId1: 'table ../tables/table1.xml' }),
      'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="3" name="t" displayName="台账" ref="A3:B9" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="用地_x000a_面积"/><tableColumn id="2" name="税收"/></tableColumns></table>`,
      'customXml/item1.xml': '<m xmlns="urn:mujun">值</m>',
      'customXml/_rels/item1.xml.rels': relationships({ rId1: 'customXmlProps itemProps1.xml' }),
      'customXml/itemProps1.xml':
        '<ds:datastoreItem ds:itemID="{0A}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
    });
    expect(model.sheets.map(({ id, name, state, cellless }) => [id, name, state, cellless])).toEqual([
      ['7', '甲', 'veryHidden', undefined],
      ['9', '图', 'visible', true],
    ]);
    expect(model).toMatchObject({
      activeSheet: 1,
      date1904: true,
      names: [
        { name: '线', formula: '甲!$A$1', hidden: false },
        { name: '_xlnm.Print_Area', formula: '甲!$A$1:$B$2', sheet: 0, hidden: true },
      ],
      tables: [{ id: '3', name: '台账', sheetId: '7', columns: ['用地\n面积', '税收'], totals: true }],
      customXml: [{ id: '{0A}', xml: '<m xmlns="urn:mujun">值</m>' }],
    });
    expect(model.tables[0]?.area).toEqual({ row: 2, column: 0, rows: 7, columns: 2 });
  });
});

describe('styles', () => {
  const xf = (attributes: string, inner = '') => `<xf ${attributes}>${inner}</xf>`;
  it('resolves fonts, fills, borders, alignment and number formats', () => {
    const model = open(
      rows('<row r="1"><c r="A1" s="1"/><c r="B1" s="99"/></row>'),
      look(
        `<numFmts><numFmt numFmtId="176" formatCode="0.00_ "/></numFmts><fonts><font/><font><b/><i val="0"/><u/><sz val="12"/><color theme="4" tint="-0.25"/><name val="宋体"/></font></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills><borders><border/><border><left style="thin"><color rgb="FF112233"/></left><top style="none"/></border></borders><cellXfs>${xf('')}${xf('fontId="1" fillId="1" borderId="1" numFmtId="176"', '<alignment horizontal="center" wrapText="1"/>')}${xf('numFmtId="31"')}${xf('numFmtId="57"')}${xf('numFmtId="14"')}</cellXfs>`,
      ),
    );
    expect(model.styles[1]).toEqual({
      font: { name: '宋体', size: 12, bold: true, underline: true, color: '#2F5597' },
      fill: '#FFFF00',
      border: { left: { style: 'thin', color: '#112233' } },
      alignment: { horizontal: 'center', wrap: true },
      numberFormat: '0.00_ ',
    });
    expect(model.styles.slice(2).map(({ numberFormat }) => numberFormat)).toEqual([
      'yyyy"年"m"月"d"日"',
      'yyyy"年"m"月"',
      'yyyy/m/d',
    ]);
    expect([...(model.sheets[0]?.cells.get(0)?.values() ?? [])].map(({ style }) => style)).toEqual([1, 0]);
  });
});

describe('files of other programs', () => {
  const strictMain = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  it('reads prefixed elements and the strict namespaces', () => {
    const model = open('', {
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${strictMain}"><x:sheetData><x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`,
    });
    expect(cellAt(model, 0, [0, 0])).toMatchObject({ value: 2, formula: '1+1' });
    expect(cellAt(model, 0, [0, 1])?.value).toBe('甲');
    expect(model.sheets[0]?.merges).toHaveLength(1);
  });

  it('reads UTF-16 parts and texts in CDATA', () => {
    const xml = worksheet(rows('<row r="1"><c r="A1" t="str"><v><![CDATA[亩<均>]]></v></c></row>')).replace(
      'UTF-8',
      'UTF-16',
    );
    const utf16 = Buffer.from(`\uFEFF${xml}`, 'utf16le');
    expect(cellAt(open('', { 'xl/worksheets/sheet1.xml': utf16 }), 0, [0, 0])?.value).toBe('亩<均>');
  });

  it('finds parts whose case differs from their references', () => {
    const { 'xl/worksheets/sheet1.xml': sheet = '', ...others } = oneSheet(rows('<row><c><v>1</v></c></row>'));
    const model = openPackage(zipParts({ ...others, 'xl/worksheets/Sheet1.xml': sheet })).model;
    expect(cellAt(model, 0, [0, 0])?.value).toBe(1);
  });
});
