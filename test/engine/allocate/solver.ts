import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { highsSolver } from '../../../src/engine/allocate/highsSolver';

/** HiGHS from the bytes of the package, as the worker loads it. */
export const solver = highsSolver(readFileSync(fileURLToPath(import.meta.resolve('highs/runtime'))));
