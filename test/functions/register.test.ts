import { afterEach, describe, expect, it, vi } from 'vitest';
import { registerFunctions } from '../../src/functions/register';
import { FUNCTIONS } from '../../src/functions/all';

/** What the runtime's error class keeps. */
class RuntimeError {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

type Registered = (...args: unknown[]) => unknown;

function registered(): Map<string, Registered> {
  const functions = new Map<string, Registered>();
  vi.stubGlobal('CustomFunctions', {
    associate: (name: string, implementation: Registered) => functions.set(name, implementation),
    Error: RuntimeError,
    ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!' },
  });
  registerFunctions();
  return functions;
}

function call(name: string, ...args: unknown[]): unknown {
  // The runtime appends its invocation object.
  return registered().get(name)?.(...args, { address: 'Sheet1!A1' });
}

function thrown(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('functions as the runtime calls them', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('every one of the table is there', () => {
    expect([...registered().keys()]).toEqual(FUNCTIONS.map(({ name }) => name));
  });

  it('a refusal of one cell among others stands in its cell, with its message', () => {
    expect(call('MUJUN_TO_MU', [[2000], ['/'], ['很多']], [['㎡']])).toEqual([
      [3],
      [new RuntimeError('#N/A', '缺 面积')],
      [new RuntimeError('#VALUE!', '面积“很多”不是数字，请改正原表')],
    ]);
  });

  it('the refusal of a single cell is thrown, so that its message is shown', () => {
    const error = thrown(() => call('MUJUN_FAR_GAIN', [[60]], [['/']], [[1.6]], null));
    expect(error).toEqual(new RuntimeError('#N/A', '缺 现容积率'));
  });

  it('omitted arguments arrive as null', () => {
    expect(call('MUJUN_PRICE_WAIVED', [[60]], [[1]], [[2]], [[2]], [[30]], null)).toEqual([[1800]]);
    expect(call('MUJUN_TIER', [[480]], [[60]], [['嵊州2021']], null, null)).toEqual([['重点检查']]);
  });
});
