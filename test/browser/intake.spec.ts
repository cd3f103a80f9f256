import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPackage } from '../../src/package/createPackage';
import type { CellChange } from '../../src/package/model';
import { partsOf } from '../package/support/parts';
import { SHENGYUE } from '../support/fixtureSheet';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

const PICTURES = new URL('../../test-results/intake/', import.meta.url);
const HEADERS = ['序号', '企业名称', '统一社会信用代码', '用地面积(亩)', '税收(万元)', '亩均税收', '企业状态', '备注'];
const ROWS: (string | number)[][] = [
  [1, ' 甲公司', '91350100m000100y43', '１０', 40, 4, '正常', ''],
  [2, '乙公司', '', '20', '1,600', 9, '正常', '出租5亩'],
  [3, '丙公司', 9.13306837000123e17, 5, 100, 20, '注销', ''],
  [4, '甲公司', '91350100M000100Y43', 30, 40, 1.33, '正常', ''],
];

/** A small ledger with what needs looking at, as a file. */
function messyWorkbook(): Uint8Array {
  const cellsOf = (line: readonly (string | number)[]) =>
    new Map<number, CellChange>(
      line.flatMap((value, column): [number, CellChange][] =>
        value === '' ? [] : [[column, { value, type: typeof value === 'number' ? 'number' : 'string' }]],
      ),
    );
  const cells = new Map([HEADERS, ...ROWS].map((line, row) => [row, cellsOf(line)] as const));
  return createPackage({ sheets: [{ id: 'new-1', added: { name: '台账' }, cells }] });
}

async function saved(bench: OpenWorkbench): Promise<Record<string, Uint8Array>> {
  const [download] = await Promise.all([
    bench.page.waitForEvent('download'),
    bench.page.getByRole('button', { name: '下载工作簿' }).click(),
  ]);
  return partsOf(new Uint8Array(readFileSync(await download.path())));
}

/** Parts as texts to compare, byte for byte but for what `change` takes out. */
function textsOf(parts: Record<string, Uint8Array>, change = (text: string) => text): Record<string, string> {
  const decoder = new TextDecoder('latin1');
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, change(decoder.decode(bytes))]));
}

function withoutResults(xml: string): string {
  return xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1');
}

function picture(bench: OpenWorkbench, name: string) {
  mkdirSync(PICTURES, { recursive: true });
  return bench.page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, PICTURES)) });
}

describe('reading a ledger', () => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    bench = await openWorkbench();
  });
  afterAll(() => bench.close());

  it('changes not one byte of the workbook', async () => {
    await bench.openFile(`${SHENGYUE}.xlsx`);
    await bench.pane.getByText('台账：亩均评价台账（1,200 户，表头第 3–4 行）').waitFor();
    await bench.pane.getByRole('button', { name: '发现的问题' }).click();
    await bench.pane.getByRole('button', { name: '列的含义' }).click();
    await picture(bench, '嵊越');
    const original = partsOf(new Uint8Array(readFileSync(new URL(`../fixtures/${SHENGYUE}.xlsx`, import.meta.url))));
    const before = await saved(bench);
    // The grid calculates when it opens a file, so the results kept beside formulas may differ from the file's.
    expect(textsOf(before, withoutResults)).toEqual(textsOf(original, withoutResults));
    await bench.pane.getByRole('button', { name: '更改' }).first().click();
    await bench.pane.getByRole('button', { name: '更新' }).first().click();
    await bench.pane.getByRole('progressbar').first().waitFor({ state: 'detached' });
    await bench.pane.getByRole('button', { name: '一户怎么算' }).click();
    expect(textsOf(await saved(bench))).toEqual(textsOf(before));
  });

  it('tidies cells on request, logs them, and gives them back', async () => {
    await bench.openFile('待整理.xlsx', messyWorkbook());
    await bench.pane.getByText('台账：台账（4 户，表头第 1 行）').waitFor();
    const before = await bench.values('台账', 'A1:H5');
    await bench.pane.getByRole('button', { name: '可整理的单元格' }).click();
    await bench.pane.getByRole('button', { name: /^以文本保存的数字/ }).click();
    await picture(bench, '可整理的单元格');
    await bench.pane.getByRole('button', { name: /^全部整理/ }).click();
    await bench.pane.getByText(/^已整理 5 处，逐格记在工作表“修改记录”/).waitFor();
    expect((await bench.values('台账', 'B2:E3')).map((line) => [line[0], line[2], line[3]])).toEqual([
      ['甲公司', 10, 40],
      ['乙公司', 20, 1600],
    ]);
    expect((await bench.values('修改记录', 'C4:G4'))[0]).toEqual(['B2', '甲公司', '企业名称', ' 甲公司', '甲公司']);
    await bench.pane.getByRole('button', { name: '撤销本次写入' }).click();
    await bench.pane.getByText(/^已撤销/).waitFor();
    expect(await bench.values('台账', 'A1:H5')).toEqual(before);
  });

  it('brings rows together as chosen and writes the answer to every row', async () => {
    await bench.pane.getByRole('button', { name: '一户怎么算' }).click();
    await bench.pane.getByLabel('同一信用代码合为一户（一企多地）').check();
    await bench.pane.getByText(/^1 户由多行合成/).waitFor();
    await picture(bench, '一户怎么算');
    await bench.pane.getByRole('button', { name: '发现的问题' }).click();
    await bench.pane.getByRole('button', { name: '写出问题清单' }).click();
    await bench.pane.getByText(/^已写入新工作表“发现问题清单”/).waitFor();
    await picture(bench, '问题清单');
    expect(bench.errors).toEqual([]);
    expect(bench.foreign).toEqual([]);
  });
});
