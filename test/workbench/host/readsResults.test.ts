import { describe, expect, it } from 'vitest';
import type { WireAction, WirePath } from '../../../src/workbench/host/wire/messages';
import { readsResults } from '../../../src/workbench/host/wire/readsResults';

const path = (Name: string): WirePath => ({ Id: 1, ObjectPathType: 3, Name, ParentObjectPathId: 0 });
const reads = (action: Partial<WireAction>, name = 'GetRange') =>
  readsResults({ Actions: [{ Id: 1, ObjectPathId: 1, ActionType: 2, ...action }], ObjectPaths: { '1': path(name) } });

describe('a request waits for formulas', () => {
  it.each(['values', 'text', 'formulas', 'valueTypes', 'items/values', 'hasSpill', '*'])(
    'where it loads %s',
    (name) => {
      expect(reads({ QueryInfo: { Select: ['address', name] } })).toBe(true);
    },
  );

  it('where it loads everything, or asks where values are', () => {
    expect(reads({})).toBe(true);
    expect(reads({ ActionType: 1 }, 'GetUsedRangeOrNullObject')).toBe(true);
    expect(reads({ ActionType: 1 }, 'GetSpillParentOrNullObject')).toBe(true);
  });

  it('and not where it writes, or loads what no formula decides', () => {
    expect(reads({ ActionType: 4, Name: 'Values' })).toBe(false);
    expect(reads({ QueryInfo: { Select: ['name', 'address', 'format/fill/color'] } })).toBe(false);
  });
});
