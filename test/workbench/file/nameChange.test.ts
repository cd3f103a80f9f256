import { describe, expect, it } from 'vitest';
import type { GridName } from '../../../src/workbench/book/names';
import { nameChange } from '../../../src/workbench/file/nameChange';

const name = (id: string, text: string, more: Partial<GridName> = {}): GridName => ({
  id,
  name: text,
  formula: '=Sheet1!$A$1',
  comment: '',
  visible: true,
  ...more,
});
const loaded = new Map([name('1', '亩均线'), name('2', '基准日', { sheetId: 's2' })].map((one) => [one.id, one]));
const placeOf = (id: string) => ['s1', 's2'].indexOf(id);

describe('names to save', () => {
  it('are none where none changed', () => {
    expect(nameChange({ now: [...loaded.values()], loaded, placeOf })).toBeUndefined();
  });

  it('are the new, the changed and the gone', () => {
    const now = [name('1', '亩均线', { formula: '=5' }), name('9', '亩均政策')];
    expect(nameChange({ now, loaded, placeOf })).toEqual({
      put: [
        { name: '亩均线', formula: '5', hidden: false },
        { name: '亩均政策', formula: 'Sheet1!$A$1', hidden: false },
      ],
      removed: ['1!基准日'],
    });
  });

  it('are removed under the old name when renamed', () => {
    const now = [name('1', '新亩均线'), name('2', '基准日', { sheetId: 's2' })];
    expect(nameChange({ now, loaded, placeOf })).toEqual({
      put: [{ name: '新亩均线', formula: 'Sheet1!$A$1', hidden: false }],
      removed: ['亩均线'],
    });
  });
});
