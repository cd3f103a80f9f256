import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { chromium } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { SAME_BITS } from '../engine/simulate/uncertain/sameBits';

/** The draws of a fixed scenario as one script for any browser. */
function script(): string {
  const bundle = buildSync({
    stdin: {
      contents: `import { sameBits } from './sameBits'; globalThis.sameBits = sameBits();`,
      resolveDir: fileURLToPath(new URL('../engine/simulate/uncertain', import.meta.url)),
    },
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'silent',
  });
  return bundle.outputFiles[0]?.text ?? '';
}

it('draws the same bits in this browser as in Node', async () => {
  const browser = await chromium.launch({ executablePath: inject('executablePath'), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.addScriptTag({ content: script() });
  const found = await page.evaluate(() => (globalThis as unknown as { sameBits: string }).sameBits);
  await browser.close();
  expect(found).toBe(SAME_BITS);
});
