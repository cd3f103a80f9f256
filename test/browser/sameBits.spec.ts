import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { expect, it } from 'vitest';
import { SAME_BITS } from '../engine/simulate/uncertain/sameBits';
import { browserOfFile } from './support/browserOfFile';

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
  const page = await (await browserOfFile()).newPage();
  await page.addScriptTag({ content: script() });
  const found = await page.evaluate(() => (globalThis as unknown as { sameBits: string }).sameBits);
  await page.close();
  expect(found).toBe(SAME_BITS);
});
