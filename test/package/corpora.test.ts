import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { PackageError } from '../../src/package/packageError';
import { savePackage } from '../../src/package/savePackage';
import { packageMessage } from '../../src/text/package';
import { ODD_SHAPES } from '../support/corpora/oddShapes';
import { tryWorkbook } from '../support/corpora/tryWorkbook';

const FOLDER = new URL('../fixtures/package/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));

it.each(files)('%s: filled in one cell, saved and opened again, is the same but for that cell', (name) => {
  const tried = tryWorkbook(new Uint8Array(readFileSync(new URL(name, FOLDER))));
  expect({ ...tried, cells: 0 }).toEqual({ ended: 'opened', cells: 0, wrong: [] });
});

it('tells a part that was lost and a file that cannot be read', () => {
  expect(tryWorkbook(new Uint8Array([80, 75, 1])).ended).not.toBe('opened');
});

it.each(ODD_SHAPES.map((one) => [one.name, one] as const))(
  'a workbook %s is read, and saved in one cell only',
  (_, shape) => {
    const bytes = shape.bytes();
    const line = openPackage(bytes).model.sheets[0]?.cells.get(0);
    expect([line?.get(0)?.value, line?.get(1)?.value]).toEqual([shape.first ?? '企业名称', 15.6]);
    expect(tryWorkbook(bytes).wrong).toEqual([]);
  },
);

it('a sheet named like a chart sheet that is not shown is refused in words that say which', () => {
  const opened = openPackage(ODD_SHAPES.find(({ name }) => name.includes('chart sheet'))?.bytes() ?? new Uint8Array());
  const saving = () => savePackage(opened, { sheets: [{ id: '9', added: { name: '图表1' } }] });
  try {
    saving();
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    expect(packageMessage(error, 'zh-CN')).toBe(
      '已经有一张工作表叫“图表1”（图表工作表和隐藏的工作表也算），文件没有写出。请把其中一张改名后再保存。',
    );
  }
});
