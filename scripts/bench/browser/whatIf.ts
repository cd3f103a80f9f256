import type { Browser, Frame, Page } from 'playwright-core';
import { seededRandom } from '../../../test/support/sample/seededRandom';
import type { WorkbenchApi } from '../../../src/workbench/page/workbenchApi';
import { sampleWorkbook } from '../sampleWorkbook';

type WithWorkbench = typeof globalThis & { readonly workbench?: WorkbenchApi };

const PARCELS = 10_000;

/** Times the 推演 screen over 10,000 parcels: sliders, progress, and runs stopped at any moment. Prints; asserts nothing. */
export async function benchWhatIf(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(url);
  await page.waitForFunction(() => (globalThis as WithWorkbench).workbench !== undefined);
  const pane = await openScreen(page);
  await sliders(pane);
  await stops(page, pane);
  await page.close();
}

const settled = (page: Page) => page.evaluate(() => (globalThis as WithWorkbench).workbench?.settled());

/** The 推演 screen over a made-up ledger, with its first estimate shown. */
async function openScreen(page: Page): Promise<Frame> {
  await settled(page);
  const buffer = Buffer.from(sampleWorkbook(PARCELS));
  await page
    .getByLabel('打开工作簿')
    .setInputFiles({ name: '万户.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByText('万户.xlsx', { exact: true }).first().waitFor({ timeout: 600_000 });
  await settled(page);
  const pane = page.frames()[1];
  if (!pane) throw new Error('no pane');
  const read = pane.getByRole('button', { name: /^(?:更新|读取当前工作表)$/ }).first();
  const found = pane.getByText(`（10,000 户`).first();
  await read.or(found).first().waitFor({ timeout: 600_000 });
  if (!(await found.isVisible())) await read.click();
  await found.waitFor({ timeout: 600_000 });
  await pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
  await pane.getByRole('button', { name: '写入结果列' }).waitFor();
  await pane.getByRole('tab', { name: '推演' }).click();
  await pane.getByText(/^预计 \d+ 年/).waitFor({ timeout: 60_000 });
  // Nobody has found a slider sooner.
  await page.waitForTimeout(1500);
  return pane;
}

/** From a move of the slider to the frame in which the new estimate is painted. */
async function sliders(pane: Frame): Promise<void> {
  const times = await pane.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"][aria-label="处置比例"]');
    const line = [...document.querySelectorAll('[aria-live="polite"] span')].find((of) =>
      of.textContent.startsWith('预计'),
    );
    if (!slider || !line) throw new Error('no slider');
    const written = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const move = (value: number) => {
      written?.set?.call(slider, String(value));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      slider.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const changed = () =>
      new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(resolve));
        });
        watch.observe(line, { characterData: true, childList: true, subtree: true });
      });
    const took: number[] = [];
    for (let index = 0; index < 40; index++) {
      const seen = changed();
      const start = performance.now();
      move(20 + ((index * 37) % 60));
      await seen;
      took.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return took;
  });
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? NaN);
  console.log(
    `slider over ${PARCELS.toLocaleString('en-US')} parcels, from the move to the estimate painted: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms (first ${Math.round(times[0] ?? NaN)} ms)`,
  );
}

/** Everything the ledger's sheet holds, and the names of the sheets. */
async function contentsOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const text = JSON.stringify((globalThis as WithWorkbench).workbench?.values('示例台账', 'A1:AD10004'));
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  });
}

const button = (pane: Frame, name: string) => pane.getByRole('button', { name, exact: true });

/** A whole run with its progress, then runs stopped at random moments of it. */
async function stops(page: Page, pane: Frame): Promise<void> {
  const before = await contentsOf(page);
  const whole = await runOnce(pane, undefined);
  console.log(
    `a run of 5,000 draws over ${PARCELS.toLocaleString('en-US')} parcels: ${whole.took.toFixed(0)} ms; longest wait for progress ${whole.gap.toFixed(0)} ms`,
  );
  const random = seededRandom(7);
  const stopped: number[] = [];
  let partial = 0;
  for (let index = 0; index < 40; index++) {
    const run = await runOnce(pane, random() * whole.took * 0.95);
    if (run.stopped === undefined) continue;
    stopped.push(run.stopped);
    if (run.partial) partial++;
  }
  stopped.sort((a, b) => a - b);
  const median = stopped[Math.floor(stopped.length / 2)] ?? NaN;
  const same = before === (await contentsOf(page));
  console.log(
    `stopped at ${stopped.length} random moments: the pane is free after ${median.toFixed(0)} ms (median), ${(stopped.at(-1) ?? NaN).toFixed(0)} ms at most; ${partial} kept a labelled part; the ledger's cells ${same ? 'are the same' : 'CHANGED'}`,
  );
}

interface OneRun {
  readonly took: number;
  /** The longest time without a change of the progress shown. */
  readonly gap: number;
  /** From pressing 停止 to the pane being free; undefined where the run had ended before. */
  readonly stopped?: number;
  readonly partial: boolean;
}

/** Presses 开始推演 and, after a while, 停止; timed in the page itself. */
async function runOnce(pane: Frame, stopAfter: number | undefined): Promise<OneRun> {
  await button(pane, '开始推演').waitFor();
  const run = await pane.evaluate(async (after) => {
    const named = (name: string) =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    const busy = () => document.querySelector('[role="status"] [role="progressbar"]');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const start = performance.now();
    named('开始推演')?.click();
    while (!busy()) await frame();
    let [last, gap, pressed, shown] = [performance.now(), 0, 0, ''];
    while (busy()) {
      const text = busy()?.parentElement?.textContent ?? '';
      const now = performance.now();
      if (text !== shown) {
        gap = Math.max(gap, now - last);
        [last, shown] = [now, text];
      }
      if (after !== undefined && pressed === 0 && now - start >= after) {
        pressed = performance.now();
        named('停止')?.click();
      }
      await frame();
    }
    const end = performance.now();
    return { took: end - start, gap: Math.max(gap, end - last), ...(pressed > 0 ? { stopped: end - pressed } : {}) };
  }, stopAfter);
  // What had been drawn is summed up after the pane is free.
  if (run.stopped !== undefined) await pane.waitForTimeout(700);
  const partial = run.stopped !== undefined && (await pane.getByText('中途停止').count()) > 0;
  return { ...run, partial };
}
