import { strToU8, zipSync } from 'fflate';

/** The parts of a package by path; strings are stored as UTF-8. */
export type PartTexts = Readonly<Record<string, string | Uint8Array>>;

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Zips parts as they are. */
export function zipParts(parts: PartTexts, level: 0 | 1 | 6 = 6): Uint8Array {
  const entries = Object.entries(parts).map(
    ([path, body]) => [path, typeof body === 'string' ? strToU8(body) : body] as const,
  );
  return zipSync(Object.fromEntries(entries), { level });
}

/** A relationships part; targets by id, each "type target". */
export function relationships(targets: Readonly<Record<string, string>>): string {
  const list = Object.entries(targets).map(([id, spec]) => {
    const [type = '', target = ''] = spec.split(' ');
    return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  });
  return `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${list.join('')}</Relationships>`;
}

/** A worksheet part around the given elements. */
export function worksheet(inner: string): string {
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${inner}</worksheet>`;
}

/** The parts of a workbook with one sheet, "表", whose inner XML is given; `more` adds or replaces parts. */
export function oneSheet(inner: string, more: PartTexts = {}): PartTexts {
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': relationships({ rId1: 'officeDocument xl/workbook.xml' }),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships({ rId1: 'worksheet worksheets/sheet1.xml' }),
    'xl/worksheets/sheet1.xml': worksheet(inner),
    ...more,
  };
}

/** A sheet of numbers and texts as wide ledgers have them, as sheetData XML. */
export function bigSheetData(rows: number, columns: number): string {
  const names = Array.from({ length: columns }, (_, i) => (i < 26 ? '' : 'A') + String.fromCharCode(65 + (i % 26)));
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = names.map((name, column) =>
      column < 5
        ? `<c r="${name}${String(row + 1)}" t="s"><v>${String((row * 7 + column) % 5000)}</v></c>`
        : `<c r="${name}${String(row + 1)}"><v>${(row * column * 1.37).toFixed(2)}</v></c>`,
    );
    return `<row r="${String(row + 1)}" spans="1:${String(columns)}">${cells.join('')}</row>`;
  });
  return `<sheetData>${lines.join('')}</sheetData>`;
}

/** A workbook of that size with 5,000 shared strings. */
export function bigWorkbook(rows: number, columns: number): Uint8Array {
  const items = Array.from({ length: 5000 }, (_, i) => `<si><t>嵊越企业第${String(i)}号</t></si>`);
  return zipParts(
    oneSheet(bigSheetData(rows, columns), {
      'xl/_rels/workbook.xml.rels': relationships({
        rId1: 'worksheet worksheets/sheet1.xml',
        rId2: 'sharedStrings sharedStrings.xml',
      }),
      'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${items.join('')}</sst>`,
    }),
  );
}
