import { expose, type Endpoint } from 'comlink';
import wasm from 'highs/runtime';
import { highsSolver } from '../../engine/allocate/index';
import { createAllocateService } from '../../worker/allocateService';

/** HiGHS lies in this very script: a page opened from a folder may not fetch anything. */
expose(
  createAllocateService(() => highsSolver(wasm)),
  self as unknown as Endpoint,
);
