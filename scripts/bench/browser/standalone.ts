import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { buildStandalone } from '../../build/standalone';
import { inRoot } from '../../root';
import { sampleWorkbook } from '../sampleWorkbook';

const LEDGERS = ['嵊越市亩均效益评价台账', '许越市低效用地处置台账', '太浦市产业载体底数清单'];
const POLICY = '嵊州2021（征求意见稿）';
/** A file of 200,000 rows holds so many columns within the caps. */
const COLUMNS_OF_MANY = 16;

/** Times what a person waits for in the stand-alone edition, opened from a folder, with some of the ledgers. Prints; asserts nothing. */
export async function benchStandalone(browser: Browser, only = ''): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mujun-'));
  await buildStandalone(folder);
  const url = pathToFileURL(path.join(folder, 'index.html')).href;
  for (const { name, bytes } of ledgers().filter((one) => one.name.includes(only)))
    await timed(browser, url, { name, bytes: bytes() });
  await rm(folder, { recursive: true });
}

function ledgers(): readonly { readonly name: string; readonly bytes: () => Uint8Array }[] {
  return [
    ...LEDGERS.map((name) => ({ name, bytes: () => readFileSync(inRoot('test', 'fixtures', `${name}.xlsx`)) })),
    { name: '20,000 x 30', bytes: () => sampleWorkbook(20_000) },
    { name: '200,000 x 16', bytes: () => sampleWorkbook(200_000, 1, COLUMNS_OF_MANY) },
  ];
}

interface Ledger {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function timed(browser: Browser, url: string, { name, bytes }: Ledger): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  const mainThread = await mainThreadTime(page);
  await page.addInitScript(watch);
  await page.goto(url);
  await page.getByRole('button', { name: '打开台账' }).waitFor();
  const said: string[] = [];
  const time = async (what: string, work: () => Promise<unknown>) => {
    await longest(page);
    const [start, busy] = [performance.now(), await mainThread()];
    await work();
    const seconds = (performance.now() - start) / 1000;
    const own = (await mainThread()) - busy;
    said.push(
      `${what} ${seconds.toFixed(2)} s (the page's own ${own.toFixed(2)} s, longest task ${await longest(page)} ms)`,
    );
  };
  // Playwright hands over no more than 50 MB of a file itself.
  await page.evaluate(taken, Buffer.from(bytes).toString('base64'));
  await time('read', async () => {
    await page.evaluate(drop, name);
    await page
      .getByText(/^台账：/)
      .first()
      .waitFor();
  });
  await time('tiers', async () => {
    await page.getByLabel('政策').selectOption({ label: POLICY });
    await page.getByRole('tab', { name: '判定', exact: true }).click();
    await page.getByText('改造路径').first().waitFor();
  });
  await page.getByRole('tab', { name: '台账', exact: true }).click();
  const write = page.getByRole('button', { name: '写入结果列', exact: true });
  // A ledger with open questions asks first.
  if (await write.isVisible()) {
    await time('results written', async () => {
      await write.click();
      await page
        .getByText(/已写入/)
        .first()
        .waitFor();
    });
    await time('saved', async () => {
      const save = page.getByRole('button', { name: '另存为新文件', exact: true });
      await Promise.all([page.waitForEvent('download'), save.click()]);
      await page.getByText('已另存为').first().waitFor();
    });
  }
  console.log(`${name} (${(bytes.length / 1e6).toFixed(1)} MB): ${said.join('; ')}`);
  await context.close();
}

/** Seconds that the page's main thread has worked: other programs on the machine do not count. */
async function mainThreadTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN;
  };
}

type Watched = typeof globalThis & { longest?: number; taken?: string };

function watch(): void {
  new PerformanceObserver((list) => {
    const own = globalThis as Watched;
    for (const { duration } of list.getEntries()) own.longest = Math.max(own.longest ?? 0, duration);
  }).observe({ entryTypes: ['longtask'] });
}

/** The longest task over 50 ms since it was asked last. */
async function longest(page: Page): Promise<number> {
  return page.evaluate(() => {
    const own = globalThis as Watched;
    const found = own.longest ?? 0;
    own.longest = 0;
    return Math.round(found);
  });
}

function taken(base64: string): void {
  (globalThis as Watched).taken = base64;
}

/** Drops the file on the page. */
function drop(name: string): void {
  const text = atob((globalThis as Watched).taken ?? '');
  const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], `${name}.xlsx`));
  document
    .querySelector('#root > *')
    ?.firstElementChild?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}
