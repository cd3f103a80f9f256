import { chromium, type Browser } from 'playwright-core';
import { afterAll, inject } from 'vitest';

let opened: Promise<Browser> | undefined;

/** The browser of this test file: opened when first asked for and closed after the file; what opens a page closes the page. */
export function browserOfFile(): Promise<Browser> {
  opened ??= chromium.launch({
    executablePath: inject('executablePath'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return opened;
}

afterAll(async () => (await opened)?.close());
