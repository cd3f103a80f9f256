import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CAPS, type Caps } from '../../src/package/caps';
import { openPackage } from '../../src/package/openPackage';
import { PackageError } from '../../src/package/packageError';
import { packageMessage } from '../../src/text/package';
import { compound } from './support/compound';
import { forge } from './support/forge';
import { MAIN, oneSheet, relationships, worksheet, zipParts } from './support/makePackage';
import { ledger, LEDGERS } from './support/parts';

const good = oneSheet('<sheetData><row><c><v>1</v></c></row></sheetData>');

function refusal(bytes: Uint8Array, caps: Partial<Caps> = {}): PackageError {
  try {
    openPackage(bytes, caps);
  } catch (error) {
    if (error instanceof PackageError) return error;
    throw error;
  }
  throw new Error('opened');
}

const SIZE = 24;
const SHEET = 'xl/worksheets/sheet1.xml';

describe('what is not a workbook is named', () => {
  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'notAFile'],
    ['a CSV file', Buffer.from('序号,名称\n1,甲'), 'notZip'],
    ['a file with a password', compound('EncryptedPackage'), 'encrypted'],
    ['an .xls file', compound('Workbook'), 'legacyXls'],
    ['an .xls file of Excel 5', compound('Book'), 'legacyXls'],
    ['an old Word file', compound('WordDocument'), 'notWorkbook'],
    ['a plain zip file', zipParts({ 'a.txt': 'x' }), 'notWorkbook'],
    [
      'a Word file',
      zipParts({
        '_rels/.rels': relationships({ rId1: 'officeDocument word/document.xml' }),
        'word/document.xml': '<w:document xmlns:w="urn:w"/>',
      }),
      'notWorkbook',
    ],
    [
      'a binary workbook',
      zipParts({ '_rels/.rels': relationships({ rId1: 'officeDocument xl/workbook.bin' }), 'xl/workbook.bin': 'x' }),
      'notWorkbook',
    ],
    ['half a file', ledger(LEDGERS[0]).subarray(0, 50_000), 'damaged'],
    ['a sheet that is no XML', zipParts({ ...good, [SHEET]: '<worksheet><sheetData>' }), 'damaged'],
    ['a sheet that is not there', zipParts({ ...good, 'xl/_rels/workbook.xml.rels': relationships({}) }), 'damaged'],
    ['bytes that are not UTF-8', zipParts({ ...good, [SHEET]: Uint8Array.of(60, 97, 255, 62) }), 'damaged'],
    [
      'a text that is not there',
      zipParts(oneSheet('<sheetData><row><c t="s"><v>7</v></c></row></sheetData>')),
      'damaged',
    ],
    ['a row beyond the sheet', zipParts(oneSheet('<sheetData><row r="1048577"/></sheetData>')), 'damaged'],
    ['a column beyond the sheet', zipParts(oneSheet('<sheetData><row><c r="XFE1"/></row></sheetData>')), 'damaged'],
    ['deep nesting', zipParts({ ...good, [SHEET]: worksheet('<a>'.repeat(500) + '</a>'.repeat(500)) }), 'damaged'],
  ])('%s', (_, bytes, code) => {
    expect(refusal(bytes).code).toBe(code);
  });

  it('opens what stands beside those', () => {
    expect(openPackage(zipParts(good)).model.sheets).toHaveLength(1);
  });
});

describe('zip files made to harm', () => {
  it.each(['../evil.xml', '/etc/passwd', 'xl/../../evil', 'C:\\evil', 'xl\\..\\evil'])(
    'refuses the path %s',
    (path) => {
      expect(refusal(zipSync({ [path]: [Uint8Array.of(1), {}], 'a.xml': Uint8Array.of(1) })).code).toBe('damaged');
    },
  );

  it('refuses one name twice, whatever its case', () => {
    const error = refusal(zipParts({ ...good, 'XL/Workbook.xml': '<workbook/>' }));
    expect(error).toMatchObject({ code: 'damaged', details: { part: 'XL/Workbook.xml' } });
  });

  it('refuses 10,000 entries', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`a/${String(i)}.xml`, 'x']));
    const error = refusal(zipParts(many, 0));
    expect(error).toMatchObject({ code: 'tooManyEntries', details: { limit: 2_000, found: 10_000 } });
  });

  it('refuses a part, and a sum of parts, by declared size before it inflates anything', () => {
    const lying = forge(zipParts(good), SHEET, { field: SIZE, value: 300_000_000 });
    expect(refusal(lying)).toMatchObject({
      code: 'tooLarge',
      details: { part: SHEET, unit: 'bytes', found: 300_000_000 },
    });
    const total = refusal(zipParts({ ...good, 'a.bin': 'x'.repeat(900) }, 0), { totalBytes: 1_000 });
    expect(total).toMatchObject({ code: 'tooLarge', details: { limit: 1_000 } });
  });

  it('refuses a suspicious ratio above 1 MB only', () => {
    const spaces = (length: number) => zipParts({ ...good, 'xl/media/a.bin': new Uint8Array(length) });
    expect(refusal(spaces(3_000_000))).toMatchObject({ code: 'ratioTooHigh', details: { part: 'xl/media/a.bin' } });
    expect(openPackage(spaces(900_000)).model.sheets).toHaveLength(1);
  });

  it('stops a part that inflates past what it declares, read or not', () => {
    const bomb = { ...good, 'xl/media/a.bin': new Uint8Array(40_000_000) };
    const lying = forge(zipParts(bomb), 'xl/media/a.bin', { field: SIZE, value: 1_000 });
    expect(refusal(lying)).toMatchObject({ code: 'damaged', details: { part: 'xl/media/a.bin', limit: 1_000 } });
    const sheet = forge(zipParts(good), SHEET, { field: SIZE, value: 10 });
    expect(refusal(sheet)).toMatchObject({ code: 'damaged', details: { part: SHEET } });
  });

  it('refuses a zip inside which entries are encrypted', () => {
    expect(refusal(forge(zipParts(good), SHEET, { field: 8, value: 0x80001 })).code).toBe('encrypted');
  });

  it('caps cells, elements and written-out formulas', () => {
    const row = `<row>${'<c/>'.repeat(100)}</row>`;
    expect(refusal(zipParts(oneSheet(`<sheetData>${row}</sheetData>`)), { cells: 99 })).toMatchObject({
      code: 'tooLarge',
      details: { unit: 'cells', limit: 99 },
    });
    const merges = `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(100)}</mergeCells>`;
    expect(refusal(zipParts(oneSheet(merges)), { elements: 50 }).details.unit).toBe('elements');
    const master = `<c><f t="shared" si="0" ref="A1:CV1">"${'a'.repeat(1000)}"</f></c>`;
    const shared = `<sheetData><row>${master}${'<c><f t="shared" si="0"/></c>'.repeat(99)}</row></sheetData>`;
    expect(refusal(zipParts(oneSheet(shared)), { sharedFormulas: 50_000 }).details.unit).toBe('characters');
  });
});

describe('document types', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`;
  const outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  it.each([
    ['a sheet', SHEET, `<?xml version="1.0"?>${laughs}<worksheet xmlns="${MAIN}"/>`],
    [
      'the workbook',
      'xl/workbook.xml',
      `<!-- x -->\n${outside}<workbook xmlns="${MAIN}"><sheets>&x;</sheets></workbook>`,
    ],
    ['a part nobody reads', 'xl/drawings/vmlDrawing1.vml', `${outside}<xml>&x;</xml>`],
    ['an unread UTF-16 part', 'docProps/core.xml', Buffer.from(`\uFEFF${outside}<a/>`, 'utf16le')],
  ])('are refused in %s', (_, part, xml) => {
    expect(refusal(zipParts({ ...good, [part]: xml }))).toMatchObject({ code: 'dtd', details: { part } });
  });
});

describe('bytes at random', () => {
  const ledgerBytes = ledger(LEDGERS[2]);
  const opens = (bytes: Uint8Array) => {
    try {
      openPackage(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(PackageError);
    }
  };

  it('never fail in another way than by PackageError', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 4096 }), opens), { numRuns: 300 });
    const afterSignature = (bytes: Uint8Array) => {
      opens(Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]));
      opens(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...bytes]));
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 4096 }), afterSignature), { numRuns: 200 });
  });

  it('nor do ledgers cut short or with bits turned', () => {
    const cut = fc.integer({ min: 0, max: ledgerBytes.length - 1 });
    fc.assert(
      fc.property(cut, (end) => {
        expect(refusal(ledgerBytes.subarray(0, end))).toBeInstanceOf(PackageError);
      }),
      { numRuns: 60 },
    );
    const turned = fc.array(fc.tuple(cut, fc.integer({ min: 0, max: 7 })), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(turned, (bits) => {
        const bytes = Uint8Array.from(ledgerBytes);
        for (const [at, bit] of bits) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        opens(bytes);
      }),
      { numRuns: 150 },
    );
  });

  it('nor do sheets with their text changed anywhere', () => {
    const inner =
      '<cols><col min="1" max="3" width="9"/></cols><sheetData><row r="1" spans="1:2"><c r="A1" s="1" t="str"><f t="shared" ref="A1:A2" si="0">B1</f><v>x</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>';
    const place = fc.integer({ min: 0, max: inner.length });
    fc.assert(
      fc.property(
        place,
        place,
        fc.constantFrom('', '<', '>', '"', '&x;', '0', '-', 'ZZZZZ', '99999999999', '</row>'),
        (a, b, piece) => {
          opens(zipParts(oneSheet(inner.slice(0, Math.min(a, b)) + piece + inner.slice(Math.max(a, b)))));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the sentence for each refusal', () => {
  it('says what happened and what to do, in both languages', () => {
    const details = { part: SHEET, unit: 'bytes', limit: DEFAULT_CAPS.partBytes, found: 300_000_000 } as const;
    expect(packageMessage({ code: 'tooLarge', details }, 'zh-CN')).toContain(
      `（位置：${SHEET}）有 300 MB，超过 250 MB`,
    );
    expect(packageMessage({ code: 'encrypted', details: {} }, 'zh-CN')).toBe(
      '这个文件设了打开密码，这里读不了。请在 WPS 或 Excel 中另存为不带密码的副本后再打开；原文件没有改动。',
    );
    const codes = [
      'notAFile',
      'encrypted',
      'legacyXls',
      'notZip',
      'notWorkbook',
      'damaged',
      'tooManyEntries',
      'tooLarge',
      'ratioTooHigh',
      'dtd',
      'badChange',
    ] as const;
    for (const code of codes) {
      expect(packageMessage({ code, details: {} }, 'zh-CN')).toMatch(/请.*。$/);
      expect(packageMessage({ code, details: {} }, 'en')).toMatch(/^[A-Z][ -~]*\.$/);
    }
  });
});
