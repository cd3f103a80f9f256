import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { inRoot } from '../../../scripts/root';
import { browserOfFile } from './browserOfFile';
import { editionDisk, pickFromDisk, type EditionDisk } from './editionDisk';

/** The stand-alone edition in a browser, and what it complained of or asked for meanwhile. */
export type OpenEdition = {
  readonly page: Page;
  readonly errors: string[];
  /** Requests that left the folder of the edition. */
  readonly foreign: string[];
  readonly choose: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<void>;
  /** Presses a button that saves, and gives the file. */
  readonly saved: (button: string) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Drops a file on the page. */
  readonly drop: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<void>;
  readonly close: () => Promise<void>;
} & EditionDisk;

export interface EditionOptions {
  readonly width?: number;
  readonly height?: number;
  readonly isDark?: boolean;
  /** The picker of files answers with the file put on the disk last. */
  readonly hasPicker?: boolean;
  /** As a browser without what came after Chromium 86 and could be called. */
  readonly isOld?: boolean;
  /** As a browser that lets no page start a worker. */
  readonly hasNoWorkers?: boolean;
  /** As a browser that does not know the policy's word for WebAssembly, and so runs none: Chromium before 97. */
  readonly hasNoWasm?: boolean;
}

/** The built edition's page as a file of this machine. */
export const EDITION_FILE = `file://${inRoot('dist', 'standalone', 'index.html')}`;

export async function openEdition(url: string, options: EditionOptions = {}): Promise<OpenEdition> {
  const { width = 1366, height = 768, isDark = false } = options;
  const colorScheme = isDark ? 'dark' : 'light';
  const context = await (
    await browserOfFile()
  ).newContext({ viewport: { width, height }, locale: 'zh-CN', colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const folder = url.slice(0, url.lastIndexOf('/') + 1);
  page.on('request', (request) => {
    if (!request.url().startsWith(encodeURI(decodeURI(folder))) && !/^(?:data|blob):/.test(request.url()))
      foreign.push(request.url());
  });
  const { isOld = false, hasNoWorkers = false, hasPicker = false } = options;
  await page.addInitScript(forget, { isOld, hasNoWorkers });
  if (hasPicker) await page.addInitScript(pickFromDisk);
  if (options.hasNoWasm === true) await forbidWasm(page, url);
  await page.goto(url);
  await page.getByRole('button', { name: '打开台账' }).waitFor();
  return {
    ...{ page, errors, foreign },
    choose: (file) => choose(page, file),
    drop: (file) => drop(page, file),
    ...editionDisk(page),
    saved: (button) => saved(page, button),
    close: () => context.close(),
  };
}

async function forbidWasm(page: Page, url: string): Promise<void> {
  await page.route(url, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace(" 'wasm-unsafe-eval'", '') });
  });
}

/** Takes away what some browsers lack. A picker of the system cannot be answered by a test. */
function forget({ isOld, hasNoWorkers }: { isOld: boolean; hasNoWorkers: boolean }): void {
  Reflect.deleteProperty(window, 'showOpenFilePicker');
  if (hasNoWorkers) Reflect.deleteProperty(window, 'Worker');
  if (!isOld) return;
  const typed = Object.getPrototypeOf(Float64Array.prototype) as object;
  for (const name of ['toSorted', 'toReversed', 'toSpliced', 'with', 'findLast', 'findLastIndex', 'at'])
    for (const target of [Array.prototype, typed]) Reflect.deleteProperty(target, name);
  for (const [target, names] of [
    [window, ['structuredClone', 'Iterator', 'scheduler']],
    [Object, ['hasOwn', 'groupBy']],
    [Map, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
    [Array, ['fromAsync']],
    [AbortSignal, ['timeout', 'any']],
    [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
    [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
    [Crypto.prototype, ['randomUUID']],
    [Intl, ['Segmenter']],
    [Element.prototype, ['checkVisibility', 'setHTMLUnsafe', 'getHTML']],
  ] as const)
    for (const name of names) Reflect.deleteProperty(target, name);
}

async function choose(
  page: Page,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}

async function drop(page: Page, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) {
  const data = await page.evaluateHandle(
    ([own, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], own));
      return data;
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );
  await page.getByRole('region', { name: '亩均推演 独立版' }).dispatchEvent('drop', { dataTransfer: data });
}

async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).first().click(),
  ]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}
