import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

const PICTURES = new URL('../../test-results/share/', import.meta.url);
const LOOKS = [
  ['light-350', '?pane=350'],
  ['light-320', '?pane=320'],
  ['dark-350', '?pane=350&theme=dark'],
  ['contrast-320', '?pane=320&theme=contrast'],
] as const;

describe.each(LOOKS)('共享, %s', (look, query) => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    bench = await openWorkbench({ query });
    await bench.pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await bench.pane.getByRole('tab', { name: '共享' }).click();
  });
  afterAll(() => bench.close());

  const press = (name: string) => bench.pane.getByRole('button', { name, exact: true }).click();

  async function looksRight(name: string): Promise<void> {
    await bench.page.waitForTimeout(300);
    await bench.page.screenshot({ path: fileURLToPath(new URL(`${name}-${look}.png`, PICTURES)) });
    const pane = new AxeBuilder({ page: bench.page }).include(['iframe', 'body']);
    const { violations } = await pane.exclude(['iframe', '[data-tabster-dummy]']).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(', ')}`);
    expect(found).toEqual([]);
    const wider = await bench.pane.evaluate(() => {
      const width = document.documentElement.clientWidth;
      return [...document.querySelectorAll('body *')]
        .filter((part) => part.getBoundingClientRect().right > width + 1)
        .map((part) => `${part.tagName} ${part.textContent.slice(0, 20)}`);
    });
    expect(wider).toEqual([]);
  }

  it('answers the first question at once, and asks for nothing twice', async () => {
    await bench.pane.getByText('WPS 与旧版 Excel 不能加载本加载项，请发公式版。').waitFor();
    await looksRight('1-first');
  });

  it('shows what would leave, makes the copies and offers to save them', async () => {
    await press('先看要发出什么');
    await bench.pane.getByRole('heading', { name: '将要发出' }).or(bench.pane.getByText('将要发出')).first().waitFor();
    await looksRight('2-leaving');
    await press('生成');
    await bench.pane.getByText(/\d+ 份已做好/).waitFor({ timeout: 120_000 });
    await looksRight('3-made');
  });

  it('makes a copy of the whole workbook, and says where nothing can come back', async () => {
    const fold = (name: string) => bench.pane.getByRole('button', { name, exact: true }).first().click();
    await fold('分发副本');
    await fold('整本公式版');
    await fold('导出 CSV');
    await press('生成整本公式版');
    await bench.pane.getByText(/已生成：0 处换成普通公式，0 处换成数值/).waitFor();
    await looksRight('5-whole');
    await fold('把公式版换回函数');
    await press('先看能恢复什么');
    await bench.pane.getByText('本工作簿不是整本公式版，没有可恢复的公式。').waitFor();
    await looksRight('6-restore');
    await fold('整本公式版');
    await fold('导出 CSV');
    await fold('把公式版换回函数');
    await fold('分发副本');
  });

  it('shows conflicts first when files came back', async () => {
    const [download] = await Promise.all([
      bench.page.waitForEvent('download'),
      bench.pane
        .getByRole('button', { name: /^下载 / })
        .first()
        .click(),
    ]);
    await bench.pane.getByRole('button', { name: '收回并核对' }).click();
    await bench.pane.getByLabel('选择交回的文件').setInputFiles(await download.path());
    await bench.pane.getByText(/份已核对/).waitFor({ timeout: 60_000 });
    await looksRight('4-collected');
    expect(bench.errors).toEqual([]);
    expect(bench.foreign).toEqual([]);
  });
});
