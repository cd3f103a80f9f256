import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { browserOfFile } from './support/browserOfFile';
import { openWorkbench, type OpenWorkbench, type WithWorkbench } from './support/openWorkbench';

const PICTURES = new URL('../../test-results/hosts/', import.meta.url);
mkdirSync(PICTURES, { recursive: true });
const picture = (name: string) => fileURLToPath(new URL(`${name}.png`, PICTURES));

describe('what the pane asks of Excel', () => {
  it('empties the undo list at its first reading by the question for merged cells alone, once a sheet', async () => {
    const bench = await openWorkbench();
    try {
      await bench.pane.getByText('台账：', { exact: false }).first().waitFor();
      const reading = await bench.page.evaluate(() => (globalThis as WithWorkbench).workbench?.meter());
      expect(new Set(reading?.undoCleared)).toEqual(new Set(['Range.GetMergedAreasOrNullObject']));
      expect(reading?.undoCleared.length).toBeLessThanOrEqual((await sheetNames(bench)).length);
    } finally {
      await bench.close();
    }
  });
});

function sheetNames({ pane }: OpenWorkbench): Promise<readonly string[]> {
  return pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name');
      await context.sync();
      return sheets.items.map(({ name }) => name);
    }),
  );
}

describe('states of a host', () => {
  it('环境自检 tells software and system, and nothing of the ledger', async () => {
    const bench = await openWorkbench({ query: '?excel=1.20&functions=named&platform=mac&pane=320' });
    try {
      await bench.pane.getByRole('button', { name: '关于' }).click();
      const box = bench.pane.getByRole('textbox', { name: '环境自检' });
      await bench.pane.waitForFunction(() => /处理器/.test(document.querySelector('textarea')?.value ?? ''));
      const text = await box.inputValue();
      expect(text).toContain('所在软件：Excel Mac 16.0.19000.20000');
      expect(text).toContain('ExcelApi 1.20');
      expect(text).toMatch(/office\.js 来自：http\S+（版本：16\.0\.\d+\.\d+）/);
      expect(text).toContain('下载文件：不可以');
      for (const sheet of await sheetNames(bench)) expect(text).not.toContain(sheet);
      expect(text).not.toMatch(/公司|示例台账|xlsx/);
      await bench.page.screenshot({ path: picture('about') });
      await bench.pane.getByRole('tab', { name: '共享' }).click();
      await bench.pane.getByText('分发副本').first().waitFor();
      await bench.page.screenshot({ path: picture('mac-no-downloads') });
      expect(bench.errors).toEqual([]);
    } finally {
      await bench.close();
    }
  });

  it('without office.js, and without functions, the pane says what is to be done', async () => {
    const page = await (await browserOfFile()).newPage({ viewport: { width: 320, height: 600 }, locale: 'zh-CN' });
    await page.route('**/office/office.js', (route) => route.abort());
    await page.goto(`${inject('url')}/taskpane.html`);
    await page.getByText('没有取得 Office 的脚本 office.js').waitFor();
    expect(await page.locator('body').innerText()).toContain('/office/office.js');
    await page.screenshot({ path: picture('no-office-js') });
    // A network that lets the request wait, neither answering nor refusing it: the page's own sentence stands there.
    await page.unroute('**/office/office.js');
    await page.route('**/office/office.js', () => undefined);
    await page.goto(`${inject('url')}/taskpane.html`, { waitUntil: 'commit' });
    await page.getByText('若此处长时间没有变化').waitFor();
    await page.close();
    const bench = await openWorkbench({ query: '?functions=off&excel=1.14&pane=320' });
    try {
      await bench.pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
      await bench.pane.getByText('不支持自定义函数').first().waitFor();
      await bench.page.screenshot({ path: picture('no-functions') });
    } finally {
      await bench.close();
    }
  });
});
