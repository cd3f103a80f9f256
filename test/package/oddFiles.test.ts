import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { PackageModel } from '../../src/package/model';
import { openPackage } from '../../src/package/openPackage';
import { PackageError } from '../../src/package/packageError';
import { savePackage } from '../../src/package/savePackage';
import { sheetsToFile } from '../../src/package/sheetsToFile';

const file = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/package/${name}.xlsx`, import.meta.url)));
const value = ({ sheets }: PackageModel, row: number, column: number, sheet = 0) =>
  sheets[sheet]?.cells.get(row)?.get(column)?.value;

/** Saved with one more cell, and opened again. */
function patched(bytes: Uint8Array, row = 20, column = 20): PackageModel {
  const opened = openPackage(bytes);
  const sheet = opened.model.sheets.find(({ cellless }) => cellless !== true);
  const cells = new Map([[row, new Map([[column, { value: '补', type: 'string' as const }]])]]);
  const saved = savePackage(opened, { sheets: [{ id: sheet?.id ?? '', cells }] });
  return openPackage(saved).model;
}

describe('files that Excel opens', () => {
  it('with a module sheet of old macros that has no part: opened, kept, saved', () => {
    for (const model of [openPackage(file('module-sheet-no-rid')).model, patched(file('module-sheet-no-rid'))]) {
      expect(model.sheets.some(({ cellless, state }) => cellless === true && state === 'veryHidden')).toBe(true);
      const ledger = model.sheets.findIndex(({ name }) => name === '台账');
      expect([value(model, 0, 0, ledger), value(model, 0, 1, ledger)]).toEqual(['企业名称', 15.6]);
    }
  });

  it('with rows that have no number: they stand where their cells say', () => {
    for (const model of [openPackage(file('rows-without-r')).model, patched(file('rows-without-r'))])
      expect([value(model, 4, 0), value(model, 1, 0)]).toEqual([5, undefined]);
  });

  it('with a cell that stands twice: a blank takes nothing away', () => {
    expect(value(openPackage(file('cell-twice')).model, 0, 0)).toBe(15.6);
  });

  it('strict, with times of day, spans and days before March 1900', () => {
    const { model } = openPackage(file('strict-times'));
    expect([0, 1, 2, 3].map((column) => value(model, 0, column))).toEqual([45418, 0.5, 1.25, 31]);
  });

  it.each(['sheet-in-gb18030', 'sheet-in-latin1'])('%s: read by what it declares, and saved', (name) => {
    const texts = (model: PackageModel) =>
      [...(model.sheets[0]?.cells.values() ?? [])].flatMap((line) => [...line.values()].map((cell) => cell.value));
    const before = texts(openPackage(file(name)).model);
    expect(before.join('')).toMatch(name === 'sheet-in-latin1' ? /Série/ : /[\u4e00-\u9fff]/);
    expect(texts(patched(file(name)))).toEqual([...before, '补']);
  });

  it('what is saved is opened again, however often a text repeats itself', () => {
    const model = patched(file('saved-not-reopened'));
    expect(model.sheets[0]?.cells.size).toBeGreaterThan(0);
    const long = [
      {
        name: '表',
        freezeRows: 0,
        blocks: [{ row: 0, column: 0, values: Array.from({ length: 300 }, () => ['-'.repeat(20_000)]) }],
      },
    ];
    expect(value(openPackage(sheetsToFile(long)).model, 299, 0)).toBe('-'.repeat(20_000));
  });

  it('a text longer than a cell takes is cut where it says so, and never saved by a change', () => {
    const long = '文'.repeat(40_000);
    const sheet = { name: '表', freezeRows: 0, blocks: [{ row: 0, column: 0, values: [[long]] }] };
    const held = String(value(openPackage(sheetsToFile([sheet])).model, 0, 0));
    expect([held.length, held.endsWith('后面的没有写出）')]).toEqual([32_767, true]);
    const opened = openPackage(sheetsToFile([{ ...sheet, blocks: [] }]));
    const cells = new Map([[0, new Map([[0, { value: long, type: 'string' as const }]])]]);
    expect(() => savePackage(opened, { sheets: [{ id: opened.model.sheets[0]?.id ?? '', cells }] })).toThrow(
      PackageError,
    );
  });
});

/** A small file with its parts changed. */
function forged(change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(
    sheetsToFile([{ name: '表', freezeRows: 0, blocks: [{ row: 0, column: 0, values: [['甲']] }] }]),
  );
  change(parts);
  return zipSync(parts, { level: 4 });
}

const refusal = (bytes: Uint8Array) => {
  try {
    openPackage(bytes);
    return 'opened';
  } catch (error) {
    return error instanceof PackageError ? error.code : String(error);
  }
};

describe('files made to be slow', () => {
  it('a thousand sheets that name one part', () => {
    const bytes = forged((parts) => {
      const book = new TextDecoder().decode(parts['xl/workbook.xml']);
      const [tag = ''] = /<sheet [^>]*\/>/.exec(book) ?? [];
      const more = Array.from({ length: 1000 }, (_, at) =>
        tag.replace(/name="[^"]*"/, `name="表${at}"`).replace(/sheetId="\d+"/, `sheetId="${at + 100}"`),
      );
      parts['xl/workbook.xml'] = strToU8(book.replace(tag, tag + more.join('')));
    });
    expect(refusal(bytes)).toBe('damaged');
  });

  it('two hundred thousand names', () => {
    const bytes = forged((parts) => {
      const book = new TextDecoder().decode(parts['xl/workbook.xml']);
      const names = Array.from({ length: 200_000 }, (_, at) => `<definedName name="n${at}">1</definedName>`);
      parts['xl/workbook.xml'] = strToU8(
        book.replace('</sheets>', `</sheets><definedNames>${names.join('')}</definedNames>`),
      );
    });
    expect(refusal(bytes)).toBe('tooLarge');
  });

  it('many parts of nothing, each below what one may be', () => {
    const bytes = forged((parts) => {
      const zeros = new Uint8Array(990_000);
      for (let at = 0; at < 60; at++) parts[`xl/media/image${at}.png`] = zeros;
    });
    expect(refusal(bytes)).toBe('ratioTooHigh');
  });

  it('a document type behind a long comment, in a part that nobody reads', () => {
    const bytes = forged((parts) => {
      const noise = Array.from({ length: 9000 }, (_, at) => ` ${(at * 7919) % 100_003}`).join('');
      parts['xl/drawings/drawing9.xml'] = strToU8(`<!--${noise}--><!DOCTYPE a [<!ENTITY b "c">]><a/>`);
    });
    expect(refusal(bytes)).toBe('dtd');
  });
});
