import { defineConfig } from 'vitest/config';
import shared from '../../vitest.config';
import { FOLDERS } from './folders';

const { tests = [] } = FOLDERS[process.env['MUJUN_MUTANTS'] ?? ''] ?? {};

/** The tests of one folder alone, with the reading of texts that all tests have. */
export default defineConfig({
  plugins: shared.plugins ?? [],
  test: {
    name: 'mutants',
    include: tests.map((place) => (place.endsWith('.ts') ? place : `${place}/**/*.test.ts`)),
    setupFiles: ['./test/support/fixSeeds.ts'],
    testTimeout: 60_000,
  },
});
