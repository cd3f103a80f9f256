import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, inject, it } from 'vitest';
import { browserOfFile } from './support/browserOfFile';
import { openWorkbench } from './support/openWorkbench';

const PICTURES = new URL('../../test-results/hosts/', import.meta.url);
mkdirSync(PICTURES, { recursive: true });
const picture = (name: string) => fileURLToPath(new URL(`${name}.png`, PICTURES));

describe('a place that is no place for the pane says so in one sentence', () => {
  it.each([
    ['no host', '/taskpane.html'],
    ['Word', '/?app=word'],
  ])('%s', async (name, path) => {
    const page = await (await browserOfFile()).newPage({ viewport: { width: 700, height: 600 }, locale: 'zh-CN' });
    await page.goto(inject('url') + path);
    const pane = path.includes('app') ? await (await page.waitForSelector('#pane')).contentFrame() : page.mainFrame();
    await pane?.getByText('亩均推演要在 Excel 中使用').waitFor({ timeout: 60_000 });
    await page.screenshot({ path: picture(`host-${name.replace(' ', '-')}`) });
    await page.close();
  });

  it.each([
    ['readonly', '?book=readonly&pane=320', '本工作簿只能看，不能改'],
    ['xls', '?book=xls&pane=320', '本工作簿是旧格式（.xls）'],
    ['editing', '?book=editing&pane=320', '请按回车结束编辑'],
    ['excel-2016', '?excel=2016&pane=320', '请换用新版 Excel'],
  ])('a workbook or an Excel that is %s', async (name, query, words) => {
    const bench = await openWorkbench({ query });
    try {
      await bench.pane.getByText(words, { exact: false }).first().waitFor({ timeout: 60_000 });
      await bench.page.screenshot({ path: picture(name) });
    } finally {
      await bench.close();
    }
  });
});

it('a workbook that is open for reading only is judged all the same; what would write says why it does not', async () => {
  const bench = await openWorkbench({ query: '?book=readonly' });
  try {
    await bench.pane.getByText('本工作簿只能看').first().waitFor({ timeout: 60_000 });
    await bench.pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await bench.pane.getByText('只读打开').first().waitFor();
    await bench.pane.getByRole('tab', { name: '判定' }).click();
    await bench.pane.getByText('重点排查').first().waitFor();
  } finally {
    await bench.close();
  }
});
