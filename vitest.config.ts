import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import './scripts/build/policies.js';

/** `import text from './x.yaml'` gives the file's text, as webpack's asset/source does. */
const yamlText = {
  name: 'yaml-text',
  enforce: 'pre' as const,
  load: (id: string) => (id.endsWith('.yaml') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}` : null),
};

export default defineConfig({
  plugins: [yamlText],
  test: {
    reporters: ['default', './scripts/tally-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/**/*.apart.test.ts'],
          setupFiles: ['./test/support/fixSeeds.ts', './test/support/readPolicies.ts'],
          testTimeout: 30_000,
          // Files share their worker's modules: the engine is pure, and loading it anew for each file took half the time.
          isolate: false,
          unstubGlobals: true,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          // Files that put other modules in the place of ours need modules of their own.
          include: ['test/**/*.apart.test.ts'],
          setupFiles: ['./test/support/fixSeeds.ts', './test/support/readRules.ts'],
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // After the others; two at a time, for a browser waits for half of its time.
          sequence: { groupOrder: 1 },
          include: ['test/browser/**/*.spec.ts'],
          globalSetup: ['./test/browser/setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
