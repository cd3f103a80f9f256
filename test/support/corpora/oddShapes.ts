import { MAIN, oneSheet, relationships, RELATIONS, zipParts, type PartTexts } from '../../package/support/makePackage';

/** A workbook in a shape that programs other than Excel of today write; each holds 企业名称 in A1 and 15.6 in B1. */
export interface OddShape {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** What A1 holds where the shape changes it. */
  readonly first?: string;
}

const SHEET = 'xl/worksheets/sheet1.xml';
const BOOK = 'xl/workbook.xml';
const cells = (first: string) => `<sheetData><row r="1">${first}<c r="B1"><v>15.6</v></c></row></sheetData>`;
const text = (inner: string) => `<c r="A1" t="inlineStr"><is>${inner}</is></c>`;
const plain = text('<t>企业名称</t>');
const shape = (name: string, parts: () => PartTexts, first?: string): OddShape => ({
  name,
  bytes: () => zipParts(parts()),
  ...(first === undefined ? {} : { first }),
});
const changed = (path: string, change: (xml: string) => string) => () => {
  const parts = oneSheet(cells(plain));
  return { ...parts, [path]: change(String(parts[path])) };
};

/** Every element under a prefix, as some libraries write. */
function prefixed(xml: string): string {
  return xml.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`);
}

function shared(item: string): () => PartTexts {
  const links = relationships({ rId1: 'worksheet worksheets/sheet1.xml', rId2: 'sharedStrings sharedStrings.xml' });
  const strings = `<sst xmlns="${MAIN}"><si>${item}</si></sst>`;
  const more = { 'xl/_rels/workbook.xml.rels': links, 'xl/sharedStrings.xml': strings };
  return () => oneSheet(cells('<c r="A1" t="s"><v>0</v></c>'), more);
}

/** The shapes. */
export const ODD_SHAPES: readonly OddShape[] = [
  shape('as Excel writes it', () => oneSheet(cells(plain))),
  shape(
    'with a mark of byte order',
    changed(SHEET, (xml) => `\ufeff${xml}`),
  ),
  shape('with elements under a prefix', changed(SHEET, prefixed)),
  shape('with a workbook under a prefix', changed(BOOK, prefixed)),
  shape(
    'without addresses of cells',
    changed(SHEET, (xml) => xml.replace(/ r="(?:[AB]?1)"/g, '')),
  ),
  shape(
    'counting days from 1904',
    changed(BOOK, (xml) => xml.replace('<sheets>', '<workbookPr date1904="1"/><sheets>')),
  ),
  shape(
    'with single quotes and blanks in tags',
    changed(SHEET, (xml) => xml.replace(/r="(\w+)"/g, "r = '$1' ")),
  ),
  shape(
    'with line breaks of another system',
    changed(SHEET, (xml) => xml.replaceAll('><', '>\r\n<')),
  ),
  shape(
    'with a comment and an instruction',
    changed(SHEET, (xml) => xml.replace('<sheetData>', '<!-- <c/> --><?x y?><sheetData>')),
  ),
  shape('with text in runs', shared('<r><rPr><b/></rPr><t>企业</t></r><r><t>名称</t></r>')),
  shape(
    'with readings beside the text',
    shared('<t>企业名称</t><rPh sb="0" eb="2"><t>キギョウ</t></rPh><phoneticPr fontId="1"/>'),
  ),
  shape('with a written-out sign', shared('<t xml:space="preserve">企业_x000D_名称_x005F_x</t>'), '企业\r名称_x'),
  shape('with backslashes in the names of entries', () =>
    Object.fromEntries(
      Object.entries(oneSheet(cells(plain))).map(([path, body]) => [path.replaceAll('/', '\\'), body]),
    ),
  ),
  shape('with a chart sheet that has no cells', () => {
    const sheets =
      '<sheets><sheet name="表" sheetId="1" r:id="rId1"/><sheet name="图表1" sheetId="2" r:id="rId2"/></sheets>';
    const links = relationships({ rId1: 'worksheet worksheets/sheet1.xml', rId2: 'chartsheet chartsheets/sheet1.xml' });
    return oneSheet(cells(plain), {
      [BOOK]: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${sheets}</workbook>`,
      'xl/_rels/workbook.xml.rels': links,
      'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>`,
    });
  }),
];
