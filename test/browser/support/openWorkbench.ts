import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { WorkbenchApi } from '../../../src/workbench/page/workbenchApi';
import type { Cell } from '../../../src/engine/ledger/index';
import { browserOfFile } from './browserOfFile';

/** A workbench in a browser, as a person has it, and what the page complained of or asked for meanwhile. */
export interface OpenWorkbench {
  readonly page: Page;
  readonly pane: Frame;
  readonly errors: string[];
  readonly foreign: string[];
  /** Opens an .xlsx by the same button a person presses. */
  readonly openFile: (file: string, bytes?: Uint8Array) => Promise<void>;
  /** Writes formulas through Excel.run, as the pane does, and waits until every cell has its answer. */
  readonly putFormulas: (sheet: string, address: string, formulas: string[][]) => Promise<void>;
  readonly values: (sheet: string, address: string) => Promise<Cell[][]>;
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface WorkbenchOptions {
  readonly query?: string;
  readonly width?: number;
  readonly height?: number;
  /** Files that do not arrive, until `page.unroute` of the same. */
  readonly without?: string;
}

/** The page's own object, seen from inside the browser. */
export type WithWorkbench = typeof globalThis & { readonly workbench?: WorkbenchApi };

/** office.js sets two inline styles that the pane's policy refuses; nothing is lost by it. */
const STYLES_OF_OFFICE = /Applying inline style violates/;

export async function openWorkbench(options: WorkbenchOptions = {}): Promise<OpenWorkbench> {
  const viewport = { width: options.width ?? 1366, height: options.height ?? 768 };
  const context = await (await browserOfFile()).newContext({ viewport, locale: 'zh-CN', ...looksOf(options.query) });
  const page = await context.newPage();
  const errors: string[] = [];
  const foreign: string[] = [];
  watch(page, errors, foreign);
  if (options.without !== undefined) await page.route(options.without, (route) => route.abort());
  await page.goto(`${inject('url')}/${options.query ?? ''}`);
  await page.waitForFunction(() => (globalThis as WithWorkbench).workbench !== undefined);
  const pane = await paneOf(page);
  const settled = () => page.evaluate(() => (globalThis as WithWorkbench).workbench?.settled());
  await settled();
  return { page, pane, errors, foreign, settled, ...actions(page, pane, settled), close: () => context.close() };
}

/** What the system tells the page: in high contrast it forces its colours; motion would only be caught half way. */
function looksOf(query = ''): BrowserContextOptions {
  const still = { reducedMotion: 'reduce' } as const;
  return /theme=contrast/.test(query) ? { ...still, forcedColors: 'active', colorScheme: 'dark' } : still;
}

function watch(page: Page, errors: string[], foreign: string[]): void {
  const own = inject('url');
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !STYLES_OF_OFFICE.test(message.text())) errors.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${own}/`) && !/^(?:data|blob):/.test(url)) foreign.push(url);
  });
}

async function paneOf(page: Page): Promise<Frame> {
  const handle = await page.waitForSelector('iframe');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('the pane has no frame');
  await frame.waitForFunction(() => document.querySelector('[role="tablist"]') !== null);
  return frame;
}

function actions(page: Page, pane: Frame, settled: () => Promise<void>) {
  return {
    openFile: async (file: string, bytes?: Uint8Array) => {
      const buffer = Buffer.from(bytes ?? readFileSync(new URL(`../../fixtures/${file}`, import.meta.url)));
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      await page.getByLabel('打开工作簿').setInputFiles({ name: file, mimeType, buffer });
      const discard = page.getByRole('button', { name: '放弃更改并打开' });
      const opened = page.getByText(file, { exact: true }).first();
      await discard.or(opened).first().waitFor();
      if (await discard.isVisible()) await discard.click();
      await opened.waitFor();
      await settled();
    },
    putFormulas: async (sheet: string, address: string, formulas: string[][]) => {
      await pane.evaluate(
        ([name, where, texts]) =>
          Excel.run(async (context) => {
            context.workbook.worksheets.getItem(name).getRange(where).formulas = texts;
            await context.sync();
          }),
        [sheet, address, formulas] as const,
      );
      await settled();
    },
    values: (sheet: string, address: string) =>
      page.evaluate(([name, where]) => (globalThis as WithWorkbench).workbench?.values(name, where) ?? [], [
        sheet,
        address,
      ] as const) as Promise<Cell[][]>,
  };
}
