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

/** The script of a page that stands in the place of the pane, and the name it puts on its window once it is ready. */
interface Script {
  readonly file: string;
  readonly ready: string;
}

/** Runs the contract against the port over Excel. */
const CONTRACT: Script = { file: 'test/browser/port/page.ts', ready: 'portPage' };
/** Runs the pane's own commands. */
const COMMANDS: Script = { file: 'test/browser/hosts/commandPage.ts', ready: 'commandPage' };

/** Opens the workbench with, in the place of the pane, a page that runs the contract against the port over Excel. */
export function openPortPage(url: string): Promise<OpenPort> {
  return openScript(url, CONTRACT);
}

/** The same with a page that runs the pane's commands, without its views. */
export function openCommandPage(url: string): Promise<OpenPort> {
  return openScript(url, COMMANDS);
}

async function openScript(url: string, script: Script): Promise<OpenPort> {
  const page = await (await browserOfFile()).newPage({ viewport: { width: 1366, height: 768 } });
  return { page, pane: await openPane(page, url, script), close: () => page.close() };
}

const scripts = new Map<string, Promise<string>>();

async function openPane(page: Page, url: string, { file, ready }: Script): Promise<Frame> {
  const html = await paneHtml();
  await page.route('**/taskpane.html', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  for (const [name, entry] of [
    ['port-page', file],
    ['simulate-worker', 'src/worker/simulate.worker.ts'],
    // The one that has its solver in itself.
    ['allocate-worker', 'src/standalone/workers/allocate.ts'],
  ] as const) {
    // Made before the page asks: office.js waits only so long for a page that is not there yet.
    const body = await bundle(entry);
    await page.route(`**/${name}.js`, (route) =>
      route.fulfill({ contentType: 'text/javascript; charset=utf-8', body }),
    );
  }
  await page.exposeFunction('personTypes', (...typed: [string, string, string]) => types(page, ...typed));
  await page.exposeFunction('personSelects', (sheet: string, address: string) => selects(page, sheet, address));
  await page.goto(url);
  await page.waitForFunction(() => 'workbench' in window);
  const pane = await (await page.waitForSelector('#pane')).contentFrame();
  if (pane === null) throw new Error('the workbench has no pane');
  await pane.waitForFunction((name) => name in window, ready, { timeout: 120_000 });
  return pane;
}

/** The pane's own page, policy and all, with the contract in the place of the add-in. */
async function paneHtml(): Promise<string> {
  const page = await readFile(inRoot('src/taskpane/index.html'), 'utf8');
  return withBridge(page).replace('</body>', '<script src="/port-page.js"></script></body>');
}

function bundle(entry: string): Promise<string> {
  const known = scripts.get(entry) ?? bundled(entry);
  scripts.set(entry, known);
  return known;
}

async function bundled(entry: string): Promise<string> {
  const built = await build({
    ...{
      entryPoints: [inRoot(entry)],
      bundle: true,
      write: false as const,
      format: 'iife' as const,
      charset: 'utf8' as const,
    },
    ...{
      external: ['node:module'],
      loader: { '.yaml': 'text' as const, '.wasm': 'binary' as const },
      logLevel: 'error' as const,
      logOverride: { 'empty-import-meta': 'silent' as const },
    },
  });
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
