import {
  MAIN,
  oneSheet,
  relationships,
  RELATIONS,
  worksheet,
  zipParts,
  bigWorkbook,
} from '../../package/support/makePackage';

/** Something made to be slow, or as large as an honest file gets, and what is to become of it. */
export interface SlowFile {
  readonly name: string;
  /** Opened, or the code with which it is refused. */
  readonly ends: 'opened' | 'damaged' | 'tooLarge' | 'ratioTooHigh' | 'dtd';
  /** Takes long to make: left to `npm run slow`. */
  readonly isHeavy?: true;
  readonly bytes: () => Uint8Array;
}

const workbook = (inner: string) => `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${inner}</workbook>`;
const ONE = '<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>';

/** Many sheets that all name the one part. */
function onePart(sheets: number, rows: number): Uint8Array {
  const list = Array.from({ length: sheets }, (_, at) => `<sheet name="表${at}" sheetId="${at + 1}" r:id="rId1"/>`);
  const lines = Array.from(
    { length: rows },
    (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row}</v></c></row>`,
  );
  const book = workbook(`<sheets>${list.join('')}</sheets>`);
  return zipParts(oneSheet(`<sheetData>${lines.join('')}</sheetData>`, { 'xl/workbook.xml': book }));
}

function names(count: number): Uint8Array {
  const list = Array.from({ length: count }, (_, at) => `<definedName name="n${at}">表!$A$${at + 1}</definedName>`);
  const book = workbook(`${ONE}<definedNames>${list.join('')}</definedNames>`);
  return zipParts(oneSheet('<sheetData/>', { 'xl/workbook.xml': book }));
}

/** A formula of so many signs shared by all cells of a block. */
function sharedFormula(signs: number, rows: number): Uint8Array {
  const text = `${'A1+'.repeat(Math.floor(signs / 3))}1`;
  const lines = Array.from({ length: rows }, (_, row) => {
    const formula = row === 0 ? `<f t="shared" si="0" ref="B1:B${rows}">${text}</f>` : '<f t="shared" si="0"/>';
    return `<row r="${row + 1}"><c r="B${row + 1}">${formula}<v>1</v></c></row>`;
  });
  return zipParts(oneSheet(`<sheetData>${lines.join('')}</sheetData>`));
}

/** Parts of zeros, each under every cap of its own. */
function zeros(parts: number, size: number): Uint8Array {
  const body = new Uint8Array(size);
  const more = Array.from({ length: parts }, (_, at) => [`xl/media/z${at}.bin`, body] as const);
  return zipParts(oneSheet('<sheetData/>', Object.fromEntries(more)));
}

/** A document type behind so long a comment that a look at the beginning misses it, in a part that nobody reads. */
function hiddenDoctype(): Uint8Array {
  const xml = `<!--${'x'.repeat(70_000)}--><!DOCTYPE a [<!ENTITY b "c">]><a/>`;
  return zipParts(oneSheet('<sheetData/>', { 'customXml/item9.xml': xml }));
}

/** As many styles as a workbook takes, each with a font and a format of its own. */
function styles(count: number): Uint8Array {
  const all = (make: (at: number) => string) => Array.from({ length: count }, (_, at) => make(at)).join('');
  const fonts = all((at) => `<font><sz val="${8 + (at % 40)}"/><name val="字体${at}"/></font>`);
  const xfs = all((at) => `<xf numFmtId="0" fontId="${at}" fillId="0" borderId="0" applyFont="1"/>`);
  const xml = `<styleSheet xmlns="${MAIN}"><fonts count="${count}">${fonts}</fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${count}">${xfs}</cellXfs></styleSheet>`;
  const links = relationships({ rId1: 'worksheet worksheets/sheet1.xml', rId2: 'styles styles.xml' });
  const more = { 'xl/_rels/workbook.xml.rels': links, 'xl/styles.xml': xml };
  return zipParts(oneSheet(`<sheetData><row r="1"><c r="A1" s="${count - 1}"><v>15.6</v></c></row></sheetData>`, more));
}

function deep(depth: number): Uint8Array {
  return zipParts({
    ...oneSheet(''),
    'xl/worksheets/sheet1.xml': worksheet(`${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`),
  });
}

/** Files that were slow once, and honest ones that are as large. */
export const SLOW_FILES: readonly SlowFile[] = [
  { name: '1,000 sheets that name one part of 4,900 rows', ends: 'damaged', bytes: () => onePart(1_000, 4_900) },
  { name: '400,000 defined names', ends: 'tooLarge', bytes: () => names(400_000) },
  { name: '900,000 defined names', ends: 'tooLarge', isHeavy: true, bytes: () => names(900_000) },
  {
    name: 'a formula of 8,000 signs shared by 1,000,000 cells',
    ends: 'tooLarge',
    isHeavy: true,
    bytes: () => sharedFormula(8_000, 1_000_000),
  },
  { name: '390 parts of 990 kB of zeros', ends: 'ratioTooHigh', bytes: () => zeros(390, 990_000) },
  { name: 'a document type behind a comment of 70 kB', ends: 'dtd', bytes: hiddenDoctype },
  { name: 'elements 100,000 deep', ends: 'damaged', bytes: () => deep(100_000) },
  { name: '45,000 styles', ends: 'opened', bytes: () => styles(45_000) },
  { name: '200,000 rows of 12 columns', ends: 'opened', isHeavy: true, bytes: () => bigWorkbook(200_000, 12) },
];
