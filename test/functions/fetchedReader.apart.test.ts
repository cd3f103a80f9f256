import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Cell } from '../../src/engine/ledger/index';

class RuntimeError {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

async function page() {
  const functions = new Map<string, (...args: unknown[]) => unknown>();
  vi.stubGlobal('CustomFunctions', {
    associate: (name: string, implementation: (...args: unknown[]) => unknown) => functions.set(name, implementation),
    Error: RuntimeError,
    ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!' },
  });
  const { registerFunctions } = await import('../../src/functions/register');
  registerFunctions();
  return (policy: Cell[][] | string) => functions.get('MUJUN_TIER')?.([[30]], [[10]], policy, null, null, {});
}

const PART = '../../src/engine/policy/readingParts';

/** The workbook's own policy: 嵊州's, with a line of rules that its person wrote out. */
const TABLE: Cell[][] = [
  ['名称', '值'],
  ['政策', '嵊州2021'],
  ['', ''],
  ['类别', '序号', '其他条件', '结论'],
  ['档位', 1, '亩均税收 < 4', '低'],
  ['档位', 2, '其余', '高'],
].map((row) => [...row, ...Array.from({ length: 4 - row.length }, () => '')]);

describe('functions before what reads rules has been fetched', () => {
  // Modules anew, as a page has them that has fetched its first script alone.
  beforeEach(() => vi.resetModules());
  afterEach(() => vi.doUnmock(PART));

  it('answer a shipped policy at once', async () => {
    const tier = await page();
    expect(tier('嵊州2021')).toEqual([['重点排查']]);
  });

  it('answer a rule of a person’s own once it is here, and from then on at once', async () => {
    const tier = await page();
    const first = tier(TABLE);
    expect(first).toBeInstanceOf(Promise);
    expect(await first).toEqual([['低']]);
    expect(tier(TABLE)).toEqual([['低']]);
  });

  it('say so where it did not come', async () => {
    vi.doMock(PART, () => {
      throw new Error('offline');
    });
    const tier = await page();
    await expect(tier(TABLE)).rejects.toEqual(
      new RuntimeError('#N/A', '程序的一部分没有取到，请检查网络后按 Ctrl+Alt+F9 重新计算'),
    );
    expect(tier('嵊州2021')).toEqual([['重点排查']]);
  });
});
