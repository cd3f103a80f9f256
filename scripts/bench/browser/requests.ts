import type { Browser, Frame, Page } from 'playwright-core';
import type { WorkbenchApi } from '../../../src/workbench/page/workbenchApi';
import { sampleWorkbook } from '../sampleWorkbook';

type WithWorkbench = typeof globalThis & { readonly workbench?: WorkbenchApi };

/** What went over the wire since it was last asked: requests without releases, releases, kB up and down in UTF-8. */
interface Traffic {
  requests: number;
  releases: number;
  up: number;
  down: number;
}

const COMMANDS = [
  { name: '读取', press: /^(?:更新|读取当前工作表)$/ },
  { name: '写入结果列', press: /^写入结果列$/ },
  { name: '标准台账', press: /^写入或更新标准台账$/ },
  { name: '核对表', press: /^写核对表$/ },
] as const;

/** Presses the large commands over a made-up ledger, and counts what each sends to the host. Prints; asserts nothing. */
export async function benchRequests(browser: Browser, url: string): Promise<void> {
  for (const rows of [1_200, 20_000]) {
    const page = await openWorkbench(browser, url);
    const pane = await openLedger(page, rows);
    await count(page);
    for (const command of COMMANDS) {
      const start = performance.now();
      const isThere = await press(pane, command.press);
      if (!isThere) continue;
      await finished(page, pane);
      const { requests, releases, up, down } = await counted(page);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const sent = `${String(requests)} requests + ${String(releases)} releases, ${kB(up)} up, ${kB(down)} down`;
      console.log(`${command.name}, ${rows.toLocaleString('en-US')} rows: ${seconds} s, ${sent}`);
    }
    await page.close();
  }
}

/** A workbench on a page of its own. */
export async function openWorkbench(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  // A busy machine takes its time.
  page.setDefaultTimeout(300_000);
  await page.goto(url);
  await page.waitForFunction(() => (globalThis as WithWorkbench).workbench !== undefined);
  return page;
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;

/** Opens a made-up ledger of so many rows, waits until it is read, and chooses a policy. */
export async function openLedger(page: Page, rows: number): Promise<Frame> {
  await settle(page);
  const buffer = Buffer.from(sampleWorkbook(rows));
  await page
    .getByLabel('打开工作簿')
    .setInputFiles({ name: '台账.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByText('台账.xlsx', { exact: true }).first().waitFor({ timeout: 600_000 });
  await settle(page);
  const pane = page.frames()[1];
  if (!pane) throw new Error('no pane');
  await pane
    .getByText(`（${rows.toLocaleString('en-US')} 户`)
    .first()
    .waitFor({ timeout: 600_000 });
  await pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
  await page.waitForTimeout(5_000);
  return pane;
}

async function press(pane: Frame, name: RegExp): Promise<boolean> {
  for (const tab of ['判定', '台账']) {
    const button = pane.getByRole('button', { name }).first();
    if (await button.isVisible()) {
      await button.click();
      return true;
    }
    await pane.getByRole('tab', { name: tab }).click();
  }
  const button = pane.getByRole('button', { name }).first();
  const isThere = await button.isVisible();
  if (isThere) await button.click();
  return isThere;
}

/** Nothing is on its way for a second, and the workbench has calculated. */
export async function finished(page: Page, pane: Frame): Promise<void> {
  await page.waitForTimeout(1_000);
  await pane.getByRole('progressbar').first().waitFor({ state: 'detached', timeout: 600_000 });
  await settle(page);
  await pane.getByRole('progressbar').first().waitFor({ state: 'detached', timeout: 600_000 });
}

const settle = (page: Page) => page.evaluate(() => (globalThis as WithWorkbench).workbench?.settled());

/** Listens on both frames from now on. */
async function count(page: Page): Promise<void> {
  const listen = ([isPane]: readonly [boolean]) => {
    const seen = { requests: 0, releases: 0, up: 0, down: 0 };
    Object.assign(globalThis, { traffic: seen });
    addEventListener('message', ({ data }: MessageEvent<{ rich?: unknown }>) => {
      if (typeof data.rich !== 'string') return;
      const bytes = new TextEncoder().encode(data.rich).length;
      if (isPane) seen.down += bytes;
      else {
        seen.up += bytes;
        if (/"Name":"_RemoveReference"/.test(data.rich) && bytes < 3_000) seen.releases += 1;
        else seen.requests += 1;
      }
    });
  };
  await page.evaluate(listen, [false] as const);
  await page.frames()[1]?.evaluate(listen, [true] as const);
}

async function counted(page: Page): Promise<Traffic> {
  const take = () => {
    const { traffic } = globalThis as unknown as { traffic: Traffic };
    const now = { ...traffic };
    Object.assign(traffic, { requests: 0, releases: 0, up: 0, down: 0 });
    return now;
  };
  const [up, down] = [await page.evaluate(take), await page.frames()[1]?.evaluate(take)];
  return { ...up, down: down?.down ?? 0 };
}
