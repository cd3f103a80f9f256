import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Frame, Page } from 'playwright-core';
import { sampleWorkbook } from './sampleWorkbook';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** From pressing 生成 to 40 copies, and from choosing 40 returned files to their comparison, with the pane's long tasks. */
export async function benchBrowserSharing(page: Page, pane: Frame): Promise<string[]> {
  await open(page, pane);
  const button = (name: string | RegExp) => pane.getByRole('button', { name, exact: typeof name === 'string' }).first();
  await pane.getByLabel('发给谁').selectOption('both');
  await button('先看要发出什么').click();
  await pane.getByText('将要发出').first().waitFor();
  const making = await watched(pane, async () => {
    await button('生成').click();
    await pane.getByText('已生成 40 份副本').waitFor({ timeout: 300_000 });
  });
  const [download] = await Promise.all([page.waitForEvent('download'), button('下载全部（压缩包）').click()]);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  const returned = Object.entries(files).map(([name, bytes]) => ({ name, mimeType: XLSX, buffer: Buffer.from(bytes) }));
  await button('收回并核对').click();
  const merging = await watched(pane, async () => {
    await pane.getByLabel('选择交回的文件').setInputFiles(returned);
    await pane.getByText(/40 份已核对/).waitFor({ timeout: 300_000 });
  });
  return [`1,200 rows split to 40 copies, from the press: ${making}`, `40 returned files merged: ${merging}`];
}

async function open(page: Page, pane: Frame): Promise<void> {
  const buffer = Buffer.from(sampleWorkbook(1_200));
  await page.getByLabel('打开工作簿').setInputFiles({ name: '分发.xlsx', mimeType: XLSX, buffer });
  await page.getByText('分发.xlsx', { exact: true }).first().waitFor();
  await pane
    .getByText(/1,200 户/)
    .first()
    .waitFor();
  await pane.getByRole('tab', { name: '台账' }).click();
  await pane.getByLabel('政策').selectOption('shengzhou-2021');
  await pane.getByRole('tab', { name: '共享' }).click();
}

async function watched(pane: Frame, work: () => Promise<void>): Promise<string> {
  await pane.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { shareTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    });
  });
  const start = performance.now();
  await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const tasks = await pane.evaluate(() => (globalThis as unknown as { shareTasks: number[] }).shareTasks);
  return `${seconds} s; longest task on the pane's thread ${Math.max(0, ...tasks).toFixed(0)} ms`;
}
