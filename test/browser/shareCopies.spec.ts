import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CellChange, PackageModel } from '../../src/package/model';
import { openPackage } from '../../src/package/openPackage';
import { savePackage } from '../../src/package/savePackage';
import { sampleWorkbook } from '../../scripts/bench/sampleWorkbook';
import { TAIPU } from '../support/fixtureSheet';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

const PICTURES = new URL('../../test-results/share/', import.meta.url);
const OURS = /MUJUN_|RENEWAL_/;

const bytesOf = async (download: Download) => new Uint8Array(readFileSync(await download.path()));

function formulasOf({ sheets }: PackageModel, name: string): string[] {
  const sheet = sheets.find((one) => one.name === name);
  return [...(sheet?.cells.values() ?? [])].flatMap((row) => [...row.values()].flatMap(({ formula }) => formula ?? []));
}

describe('copies that are opened again', () => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    bench = await openWorkbench({ query: '?pane=320' });
  });
  afterAll(() => bench.close());

  const button = (name: string | RegExp) => bench.pane.getByRole('button', { name, exact: typeof name === 'string' });
  const tab = (name: string) => bench.pane.getByRole('tab', { name }).click();
  const downloaded = async (name: string | RegExp) => {
    const [download] = await Promise.all([bench.page.waitForEvent('download'), button(name).first().click()]);
    return bytesOf(download);
  };
  const picture = async (name: string) => {
    await bench.page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, PICTURES)) });
  };

  it('整本公式版 of a workbook with functions has none, and 恢复公式 brings them back to the same answers', async () => {
    await bench.openFile('示例.xlsx', sampleWorkbook(60));
    await bench.pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await bench.pane.getByText('公式（随数据更新）').click();
    await button('写入结果列').click();
    await bench.pane
      .getByText(/已写入/)
      .first()
      .waitFor();
    await bench.settled();
    const answers = () => bench.values('示例台账', 'AE5:AF64');
    const written = await answers();
    expect(new Set(written.flat()).size).toBeGreaterThan(4);
    await tab('共享');
    await button('整本公式版').click();
    await button('生成整本公式版').click();
    await bench.pane.getByText(/已生成：2 处换成普通公式/).waitFor({ timeout: 60_000 });
    await picture('5-whole');
    const copy = await downloaded('下载');
    const { model } = openPackage(copy);
    expect(model.sheets.flatMap(({ name }) => formulasOf(model, name)).filter((text) => OURS.test(text))).toEqual([]);
    expect(await answers()).toEqual(written);

    await bench.openFile('公式版.xlsx', copy);
    expect(await answers()).toEqual(written);
    await tab('共享');
    await button('把公式版换回函数').first().click();
    await button('先看能恢复什么').click();
    await bench.pane.getByText(/可恢复 \d+ 个公式；发出后没有变化。/).waitFor({ timeout: 60_000 });
    await picture('6-restore');
    await button('把公式版换回函数').last().click();
    await bench.pane.getByText(/已恢复 \d+ 个公式。/).waitFor({ timeout: 60_000 });
    await bench.settled();
    expect(await answers()).toEqual(written);
    await button('撤销本次写入').click();
    await bench.pane.getByText(/已撤销/).waitFor();
    await bench.settled();
    expect(await answers()).toEqual(written);
  }, 240_000);

  it('a township’s copy with live functions answers as at home, by the home 产出线', async () => {
    await bench.openFile(`${TAIPU}.xlsx`);
    await bench.pane.getByLabel('政策').selectOption('taicang-2023');
    await tab('共享');
    await bench.pane.getByLabel('对方用什么软件打开').selectOption('live');
    await bench.pane.getByLabel('税收').selectOption({ label: '发' });
    await button('先看要发出什么').click();
    await button('生成').click();
    await bench.pane.getByText(/\d+ 份已做好/).waitFor({ timeout: 120_000 });
    const opened = openPackage(await downloaded(/^下载 /));
    const [sheet] = opened.model.sheets;
    if (!sheet) throw new Error('no sheet');
    const results = [...sheet.cells].flatMap(([row, line]) =>
      [...line].flatMap(([column, cell]) => (OURS.test(cell.formula ?? '') ? [{ row, column, cell }] : [])),
    );
    expect(results.length).toBeGreaterThan(20);
    // Without the answers that it was sent with, whatever is shown has been calculated here.
    const cells = new Map<number, Map<number, CellChange>>();
    for (const { row, column, cell } of results) {
      const line = cells.get(row) ?? new Map<number, CellChange>();
      const formula = cell.formula?.replaceAll('_xldudf_', '') ?? '';
      cells.set(row, line.set(column, { value: null, type: 'blank', formula }));
    }
    await bench.openFile('函数版.xlsx', savePackage(opened, { sheets: [{ id: sheet.id, cells }] }));
    const [rows, columns] = [results.map(({ row }) => row), new Set(results.map(({ column }) => column))];
    for (const column of columns) {
      const letter = String.fromCharCode(65 + column);
      const seen = await bench.values(
        sheet.name,
        `${letter}${Math.min(...rows) + 1}:${letter}${Math.max(...rows) + 1}`,
      );
      const sent = results.filter((one) => one.column === column).map(({ cell }) => String(cell.value));
      expect(seen.map(([value]) => String(value))).toEqual(sent);
      expect(new Set(sent).size).toBeGreaterThan(1);
    }
    expect(bench.errors).toEqual([]);
    expect(bench.foreign).toEqual([]);
  }, 240_000);
});
