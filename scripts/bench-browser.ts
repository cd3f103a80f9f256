import { chromium, type Browser, type Page } from 'playwright-core';
import type { WorkbenchApi } from '../src/workbench/page/workbenchApi';
import { benchRequests } from './bench/browser/requests';
import { benchStandalone } from './bench/browser/standalone';
import { benchTasks } from './bench/browser/tasks';
import { benchWhatIf } from './bench/browser/whatIf';
import { benchBrowserSharing } from './bench/browserSharing';
import { sampleLedger } from '../test/support/sample/sampleLedger';
import { sampleWorkbook } from './bench/sampleWorkbook';
import { ensureBuilt } from './build/build';
import { developmentBuild } from './build/options';
import { requireBrowser } from './find-browser';
import { serve } from './serve';

type WithWorkbench = typeof globalThis & { readonly workbench?: WorkbenchApi };

/** Times what a person waits for with a ledger of so many rows and 30 columns in the workbench. Prints; asserts nothing. */
async function benchBrowser(rows: number): Promise<void> {
  await ensureBuilt(developmentBuild);
  const served = await serve({ port: 0 });
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const start = performance.now();
  await page.goto(served.url);
  await page.waitForFunction(() => (globalThis as WithWorkbench).workbench !== undefined);
  await settle(page);
  say('page usable, sample ledger shown', performance.now() - start);
  await openLarge(page, Math.min(rows, MOST_IN_A_FILE));
  if (rows > MOST_IN_A_FILE) await grow(page, MOST_IN_A_FILE, rows);
  await reading(page, rows);
  if (rows > MOST_IN_A_FILE) {
    await browser.close();
    await served.close();
    return;
  }
  await spill(page, 'AF5', '=RENEWAL_PATH(A3:AD4,A5:AD20004,"嵊州2021")');
  await spill(page, 'AG5', '=MUJUN_TIER(L5:L20004,G5:G20004,"嵊州2021")');
  await projection(page);
  await browser.close();
  await served.close();
}

/** What the workbench opens in good time; 200,000 x 30 is past its caps as a file (276 MB of XML), and is refused at once. */
const MOST_IN_A_FILE = 20_000;
/** Rows written in one request. */
const AT_ONCE = 5_000;

/** Writes more rows of the sample below those there, through office.js into the host's own model. */
async function grow(page: Page, from: number, to: number): Promise<void> {
  const pane = page.frames()[1];
  if (!pane) throw new Error('no pane');
  const { rows } = sampleLedger({ rows: to, seed: 1 });
  const start = performance.now();
  for (let at = from; at < to; at += AT_ONCE) {
    const values = rows.slice(at, Math.min(at + AT_ONCE, to)).map((row) => row.map((cell) => cell ?? ''));
    await pane.evaluate(
      ([row, cells]) =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem('示例台账');
          sheet.getRangeByIndexes(row, 0, cells.length, cells[0]?.length ?? 1).values = cells;
          await context.sync();
        }),
      [at + HEADER_ROWS, values] as const,
    );
  }
  await settle(page);
  say(`${(to - from).toLocaleString('en-US')} more rows written through office.js`, performance.now() - start);
}

/** A title, a blank row and two header rows. */
const HEADER_ROWS = 4;

/** From pressing 读取 to the findings shown, and the longest tasks on the page's thread meanwhile. */
async function reading(page: Page, rows: number): Promise<void> {
  const pane = page.frames()[1];
  if (!pane) throw new Error('no pane');
  const button = pane.getByRole('button', { name: /^(?:更新|读取当前工作表)$/ }).first();
  await button.waitFor({ timeout: 600_000 });
  await page.waitForTimeout(2000);
  const tasks = await longTasks(pane);
  const start = performance.now();
  await button.click();
  await pane.getByRole('progressbar').first().waitFor();
  await pane.getByRole('progressbar').first().waitFor({ state: 'detached', timeout: 600_000 });
  await pane.getByText('发现的问题').first().waitFor();
  say(`${rows.toLocaleString('en-US')} x 30 read, from the press to the findings`, performance.now() - start);
  console.log(`  tasks over 50 ms on the pane's thread meanwhile: ${await tasks()} ms`);
}

type Pane = ReturnType<Page['frames']>[number];

/** Watches for tasks over 50 ms from now on; the answer lists those seen so far. */
async function longTasks(pane: Pane): Promise<() => Promise<string>> {
  await pane.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    });
  });
  return async () => {
    const seen = await pane.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
    return seen.map(Math.round).join(', ') || 'none';
  };
}

/** The what-if over the large ledger, and the longest task on the page's thread while it ran. */
async function projection(page: Page): Promise<void> {
  const pane = page.frames()[1];
  if (!pane) throw new Error('no pane');
  await pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
  await pane.getByRole('tab', { name: '推演' }).click();
  await page.waitForTimeout(3000);
  const tasks = await longTasks(pane);
  const start = performance.now();
  await pane.getByRole('button', { name: '开始推演' }).click();
  await pane.getByRole('button', { name: '写入工作表' }).waitFor();
  say('what-if over 20,000 parcels, ten years', performance.now() - start);
  await page.waitForTimeout(500);
  console.log(`  tasks over 50 ms on the page's thread meanwhile: ${await tasks()} ms`);
}

const settle = (page: Page) => page.evaluate(() => (globalThis as WithWorkbench).workbench?.settled());

function say(what: string, milliseconds: number): void {
  console.log(`${what}: ${(milliseconds / 1000).toFixed(2)} s`);
}

async function openLarge(page: Page, rows: number): Promise<void> {
  const buffer = Buffer.from(sampleWorkbook(rows));
  const start = performance.now();
  await page
    .getByLabel('打开工作簿')
    .setInputFiles({ name: '大台账.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByText('大台账.xlsx', { exact: true }).first().waitFor({ timeout: 600_000 });
  await settle(page);
  say(
    `${rows.toLocaleString('en-US')} x 30 opened (${(buffer.length / 1e6).toFixed(1)} MB)`,
    performance.now() - start,
  );
}

async function spill(page: Page, address: string, formula: string): Promise<void> {
  const pane = page.frames()[1];
  if (!pane) throw new Error('no pane');
  const start = performance.now();
  await pane.evaluate(
    ([where, text]) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('示例台账').getRange(where).formulas = [[text]];
        await context.sync();
      }),
    [address, formula] as const,
  );
  await settle(page);
  say(formula, performance.now() - start);
  const last = await page.evaluate(
    (where) => (globalThis as WithWorkbench).workbench?.values('示例台账', where),
    address.replace(/\d+/, '20004'),
  );
  console.log(`  last row answers ${JSON.stringify(last)}`);
}

/** Copies made and merged, in a workbench of their own: it asks before it lets go of a workbook with changes. */
async function benchSharing(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(url);
  await page.waitForFunction(() => (globalThis as WithWorkbench).workbench !== undefined);
  await settle(page);
  const pane = page.frames()[1];
  if (!pane) throw new Error('no pane');
  for (const line of await benchBrowserSharing(page, pane)) console.log(line);
}

/** A screen by itself, in a browser of its own. */
async function benchScreen(bench: (browser: Browser, url: string) => Promise<void>): Promise<void> {
  await ensureBuilt(developmentBuild);
  const served = await serve({ port: 0 });
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: ['--no-sandbox'] });
  await bench(browser, served.url);
  await browser.close();
  await served.close();
}

const [what, only, acts = ''] = process.argv.slice(2);
if (what === 'standalone') await benchScreen((browser) => benchStandalone(browser, only));
else if (what === 'requests') await benchScreen(benchRequests);
else if (what === 'tasks')
  await benchScreen((browser, url) => benchTasks(browser, url, Number(only ?? 20_000), new RegExp(acts)));
else if (what !== 'what-if') {
  await benchBrowser(Number(what ?? 20_000));
  await benchScreen(benchSharing);
}
if (!['standalone', 'requests', 'tasks'].includes(what ?? '')) await benchScreen(benchWhatIf);
