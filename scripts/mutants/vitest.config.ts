import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import shared from '../../vitest.config';
import { root } from '../root';
import { placesOf, readPlan } from './plan';

const folder = process.env['MUJUN_MUTANTS'] ?? '';
const { code } = readPlan(folder);
/** Once it is noted what every test comes by, the code counts no more. */
const isNoted = existsSync(placesOf(folder).reached);

/** The changed code in the place of the files'. */
const changed = {
  name: 'changed-code',
  enforce: 'pre' as const,
  load: (id: string) => {
    const text = code[path.relative(root, id).replaceAll(path.sep, '/')];
    return (isNoted ? text?.replace(/stryCov_9fa48\((?:"\d+"(?:, )?)+\)/g, '0') : text) ?? null;
  },
};

/** One file, which loads the tests of a folder once and tries every change on them. */
export default defineConfig({
  root,
  plugins: [...(shared.plugins ?? []), changed],
  test: {
    name: 'mutants',
    include: ['scripts/mutants/everyChange.ts'],
    testNamePattern: /^every change$/,
    setupFiles: ['./test/support/fixSeeds.ts', './test/support/readPolicies.ts'],
    testTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
  },
});
