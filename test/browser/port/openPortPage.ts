import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import type { Frame, Page } from 'playwright-core';
import { inRoot } from '../../../scripts/root';
import { withBridge } from '../../../scripts/serve/workbench-site';
import type { WorkbenchApi } from '../../../src/workbench/page/workbenchApi';
import { browserOfFile } from '../support/browserOfFile';

/** The pane's frame, and how to close its page. */
export interface OpenPort {
  readonly page: Page;
  readonly pane: Frame;
  close(): Promise<void>;
}

interface Grid {
  readonly workbench: WorkbenchApi;
}

/** Opens the workbench with, in the place of the pane, a page that runs the contract against the port over Excel. */
export async function openPortPage(url: string): Promise<OpenPort> {
  const page = await (await browserOfFile()).newPage({ viewport: { width: 1366, height: 768 } });
  return { page, pane: await openPane(page, url), close: () => page.close() };
}

async function openPane(page: Page, url: string): Promise<Frame> {
  const [html, script] = [await paneHtml(), await bundle()];
  await page.route('**/taskpane.html', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await page.route('**/port-page.js', (route) =>
    route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script }),
  );
  await page.exposeFunction('personTypes', (...typed: [string, string, string]) => types(page, ...typed));
  await page.exposeFunction('personSelects', (sheet: string, address: string) => selects(page, sheet, address));
  await page.goto(url);
  await page.waitForFunction(() => 'workbench' in window);
  const pane = await (await page.waitForSelector('#pane')).contentFrame();
  if (pane === null) throw new Error('the workbench has no pane');
  await pane.waitForFunction(() => 'portPage' in window);
  return pane;
}

/** The pane's own page, policy and all, with the contract in the place of the add-in. */
async function paneHtml(): Promise<string> {
  const page = await readFile(inRoot('src/taskpane/index.html'), 'utf8');
  return withBridge(page).replace('</body>', '<script src="/port-page.js"></script></body>');
}

async function bundle(): Promise<string> {
  const entryPoints = [inRoot('test/browser/port/page.ts')];
  const built = await build({ entryPoints, bundle: true, write: false, format: 'iife', charset: 'utf8' });
  return built.outputFiles[0]?.text ?? '';
}

async function selects(page: Page, sheet: string, address: string): Promise<void> {
  await page.evaluate((where) => (window as unknown as Grid).workbench.select(...where), [sheet, address] as const);
}

/** Types over a cell, or clears it; a click gives the grid the keyboard. */
async function types(page: Page, ...[sheet, address, text]: [string, string, string]): Promise<void> {
  await selects(page, sheet, address);
  await page.locator('#grid canvas[id^="univer-sheet-main-canvas"]').click({ position: { x: 300, y: 300 } });
  await selects(page, sheet, address);
  if (text === '') await page.keyboard.press('Delete');
  else {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await page.evaluate(() => (window as unknown as Grid).workbench.settled());
}
