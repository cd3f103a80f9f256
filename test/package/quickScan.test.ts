import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PackageError } from '../../src/package/packageError';
import { FormulaReader } from '../../src/package/read/formulaReader';
import { SheetScanner } from '../../src/package/read/sheetScanner';
import { finish, type Steps } from '../../src/steps/steps';
import { scanPlainly, scanSteps } from '../../src/package/xml/scanXml';
import type { XmlHandlers } from '../../src/package/xml/xmlHandlers';
import { XmlTreeBuilder } from '../../src/package/xml/xmlElement';
import { ledger, LEDGERS, partsOf } from './support/parts';

type Scan = (xml: string, handlers: XmlHandlers) => Steps<void>;
const quickly: Scan = (xml, handlers) => scanSteps(xml, 'part.xml', handlers);
/** The parser alone, which the quick reading is held against. */
const plainly: Scan = (xml, handlers) =>
  scanPlainly(xml, 'part.xml', { handlers, from: { at: 0, open: [], hasRoot: false } });

/** Everything that a scan says, pieces of text joined; or the code of its refusal. */
function told(scan: Scan, xml: string): unknown {
  const said: unknown[] = [];
  let text = '';
  let depth = 0;
  const say = (one: unknown) => {
    said.push(text, one);
    text = '';
  };
  const handlers: XmlHandlers = {
    open: ({ attributes, ...tag }) => {
      depth++;
      say([tag, Object.entries(attributes)]);
    },
    close: (name, end) => {
      depth--;
      say([name, end]);
    },
    text: (piece) => {
      if (depth > 0) text += piece;
    },
  };
  return coded(() => finish(scan(xml, handlers))) ?? said;
}

/** The code with which something is refused. */
function coded(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof PackageError) return error.code;
    throw error;
  }
}

/** What a worksheet's cells come to, their places included. */
function cellsBy(scan: Scan, xml: string): unknown {
  const tree = new XmlTreeBuilder(xml, () => undefined);
  const strings = ['甲', '乙 & 丙', '_x000D_'];
  const formulas = new FormulaReader('part.xml', new Set(), { limit: 1_000, spent: 0 });
  const scanner = new SheetScanner(tree, {
    ...{ xml, part: 'part.xml', strings, date1904: false, styles: 4, countCell: () => undefined },
    formulas,
  });
  const refused = coded(() => {
    finish(scan(xml, scanner));
    finish(formulas.finish());
  });
  if (refused !== undefined) return refused;
  const { cells, rows, places, heights, columns } = scanner;
  const where = Array.from({ length: places.length }, (_, at) => [places.column(at), places.start(at), places.end(at)]);
  return { cells, rows, heights, columns, where, root: tree.root };
}

const pick = (...of: readonly string[]) => fc.constantFrom(...of);
/** Usual pieces, and now and then one that a quick reading may trip over. */
const mostly = (usual: readonly string[], ...odd: readonly string[]) =>
  fc.oneof({ weight: 24, arbitrary: pick(...usual) }, { weight: 1, arbitrary: pick(...odd) });
const texts = mostly(
  ['', '12.5', '0', ' 7 ', '企业名称', 'a&amp;b', '&#10;', '&#x4E2D;', ']]', 'x\r\ny', '\r', '𠀀', '_x000D_', '>'],
  ...['&#0;', '&x;', '&', 'a]]>b', '\u0001', '\uFFFE', '<!--注-->', '<![CDATA[<]]>', '<?pi x?>'],
);
const more = mostly(
  ['', '', '', ' x="1"', ' x="a&#9;\tb"', '\n x="]]>"', ' __proto__="1"', ' constructor="1"'],
  ...[" x='<'", ' x = "1"', ' r="A1"', ' é="1"', ' x', ' x="1"y="2"'],
);
const cell = fc
  .record({
    place: pick(' r="A1"', ' r="B2"', ' r="AB12"', '', ' r="a1"', ' r="XFE1"', ' r="1"'),
    style: pick('', ' s="2"', ' s="99"'),
    type: pick('', ' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="inlineStr"', ' t="n"'),
    inner: pick('v', 'v', 'is><t', 'is><t xml:space="preserve"', 'f', 'f t="shared" si="0"', 'x:v'),
    text: texts,
    more,
  })
  .map(({ place, style, type, inner, text, more }) => {
    const head = `<c${place}${style}${type}${more}`;
    const names = inner.split('><').map((name) => name.split(' ')[0] ?? '');
    const close = names.reverse().map((name) => `</${name}>`);
    return text === '' ? `${head}/>` : `${head}><${inner}>${text}${close.join('')}</c>`;
  });
const row = fc
  .tuple(
    pick('', ' r="1"', ' r="7"', ' r="7" ht="20" customFormat="1" s="1"', ' r="0"'),
    more,
    fc.array(cell, { maxLength: 4 }),
    pick('', '', '\n', '字'),
  )
  .map(([r, more, cells, text]) => `<row${r}${more}>${cells.join(text)}</row>`);
const sheet = fc
  .record({
    head: mostly(
      ['', '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n', '\uFEFF<?xml version="1.0"?>'],
      ...['<?xml version="1.1"?>', ' <?xml version="1.0"?>', '<!DOCTYPE a>', '<!-- x -->', 'x'],
    ),
    prefix: pick('', 'x:'),
    rows: fc.array(row, { maxLength: 4 }),
    merges: pick('', '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'),
    tail: mostly(['', '\n'], '<a/>', 'x', '<!-- x -->', '<!DOCTYPE a>'),
  })
  .map(({ head, prefix, rows, merges, tail }) => {
    const data = prefix === '' ? rows.join('') : rows.join('').replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}`);
    return `${head}<${prefix}worksheet xmlns="m"><${prefix}sheetData>${data}</${prefix}sheetData>${merges}</${prefix}worksheet>${tail}`;
  });
/** A sheet with a few signs of it lost, doubled or put elsewhere. */
const broken = fc
  .tuple(
    sheet,
    fc.array(fc.tuple(fc.nat(), fc.nat(9), pick('', '<', '>', '"', '/', '&', ' ', '</row>', '</c>', '<c r="A1">')), {
      maxLength: 2,
    }),
  )
  .map(([xml, cuts]) =>
    cuts.reduce((now, [at, length, put]) => {
      const place = at % (now.length + 1);
      return now.slice(0, place) + put + now.slice(place + length);
    }, xml),
  );

describe('XML read quickly', () => {
  it('says what the parser says of any sheet, well-formed or not', () => {
    const seen = { read: 0, refused: 0 };
    fc.assert(
      fc.property(fc.oneof(sheet, broken), (xml) => {
        const plain = told(plainly, xml);
        seen[typeof plain === 'string' ? 'refused' : 'read']++;
        expect(told(quickly, xml)).toEqual(plain);
      }),
      { numRuns: 1_500 },
    );
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(150);
  });

  it('takes the cells that the parser takes, at their places', () => {
    fc.assert(
      fc.property(fc.oneof(sheet, broken), (xml) => {
        expect(cellsBy(quickly, xml)).toEqual(cellsBy(plainly, xml));
      }),
      { numRuns: 1_500 },
    );
  });

  it.each(LEDGERS)('reads every part of %s as the parser does', (name) => {
    const parts = partsOf(ledger(name));
    const xml = Object.entries(parts).filter(([path]) => /\.(?:xml|rels)$/.test(path));
    expect(xml.length).toBeGreaterThan(5);
    for (const [path, bytes] of xml) {
      const text = strFromU8(bytes);
      // Said of half a million pieces at once: what differs where is for a debugger.
      expect(isDeepStrictEqual(told(quickly, text), told(plainly, text)), path).toBe(true);
    }
  });

  it('hands a text of any size over at any place', () => {
    const many = '<row><c r="A1"><v>1</v></c></row>'.repeat(20_000);
    for (const [before, behind] of [
      ['', '<!-- x -->'],
      ['<!-- x -->', ''],
      ['', '<row>'],
      ['', '&nbsp;'],
    ] as const) {
      const xml = `<worksheet><sheetData>${before}${many}${behind}</sheetData></worksheet>`;
      expect(cellsBy(quickly, xml)).toEqual(cellsBy(plainly, xml));
    }
  });

  it('goes as deep as the parser and no deeper', () => {
    const deep = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
    for (const depth of [255, 256, 257]) expect(told(quickly, deep(depth))).toEqual(told(plainly, deep(depth)));
    expect(told(quickly, deep(257))).toBe('damaged');
  });
});
