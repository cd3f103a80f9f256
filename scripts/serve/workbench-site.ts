import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { officeTag, withOwnOfficeScript } from '../build/office-source';
import { inRoot } from '../root';
import { fileUnder } from './file-under';
import type { Content, Site } from './site';

const officeFolder = inRoot('node_modules/@microsoft/office-js/dist');
const sampleFile = inRoot('assets/sample/示例台账.xlsx');
const officeScript = '/office/office.js';

/** Univer styles its elements inline and draws on canvas; it needs no evaluated code and no other origin. */
const workbenchPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * The trial host: the workbench page at '/', the add-in's own build beside it, and office.js from the package.
 * The pane's page is the production one but for two things: the bridge is loaded first, and office.js comes from here.
 */
export function workbenchSite(dist: string): Site {
  const pages: Readonly<Record<string, () => Promise<Content | undefined>>> = {
    '/': () => workbenchPage(dist),
    '/taskpane.html': () => bridgedPane(dist),
    '/sample.xlsx': () => Promise.resolve({ kind: 'file', file: sampleFile }),
    '/standalone/': () => fileContent(dist, 'standalone/index.html'),
    '/favicon.ico': () => fileContent(dist, 'icons/icon-32.png'),
  };
  return async (asked) => {
    const content = await (pages[asked]?.() ?? plainFile(dist, asked));
    return content && { ...content, headers: { ...ownOriginOnly, ...content.headers } };
  };
}

/** Puts the bridge before office.js and takes office.js from the same server; changes nothing else. */
export function withBridge(html: string): string {
  const tag = officeTag(officeScript);
  return withOwnOfficeScript(html, officeScript).replace(
    tag,
    `<script src="/workbench/pane-bridge.js"></script>${tag}`,
  );
}

const ownOriginOnly = { 'cross-origin-resource-policy': 'same-origin' };

const plainFile = (dist: string, asked: string): Promise<Content | undefined> =>
  asked.startsWith('/office/') ? fileContent(officeFolder, asked.slice('/office'.length)) : fileContent(dist, asked);

async function fileContent(folder: string, relative: string): Promise<Content | undefined> {
  const file = await fileUnder(folder, relative);
  return file === undefined ? undefined : { kind: 'file', file };
}

async function workbenchPage(dist: string): Promise<Content | undefined> {
  const content = await fileContent(dist, 'workbench/index.html');
  return content && { ...content, headers: { 'content-security-policy': workbenchPolicy } };
}

async function bridgedPane(dist: string): Promise<Content | undefined> {
  const file = await fileUnder(dist, 'taskpane.html');
  if (file === undefined) return undefined;
  const html = withBridge(await readFile(path.resolve(file), 'utf8'));
  return { kind: 'html', html, headers: { 'content-security-policy': "frame-ancestors 'self'" } };
}
