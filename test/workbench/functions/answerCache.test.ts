import { describe, expect, it } from 'vitest';
import { AnswerCache } from '../../../src/workbench/functions/answerCache';

const call = (...args: unknown[]) => ({ name: 'F', args, address: null, allowErrors: false });
const place = (row: number) => ({ unit: 'u', sheet: 's', row, column: 0 });

describe('answers of functions', () => {
  it('are asked once for equal arguments, and told to every cell that waits', () => {
    const cache = new AnswerCache();
    const first = cache.entry(call([[1, 2]]));
    const second = cache.entry(call([[1, 2]]));
    expect([first.isNew, second.isNew]).toEqual([true, false]);
    cache.wait(first.entry, place(1));
    cache.wait(second.entry, place(2));
    cache.wait(second.entry, place(2));
    expect(cache.value(first.entry)).toBeUndefined();
    expect(cache.settle(first.entry, { value: 'A' }).map(({ row }) => row)).toEqual([1, 2]);
    expect(cache.value(second.entry)).toMatchObject({ _value: 'A' });
  });

  it('tell blanks from zero and from empty text', () => {
    const cache = new AnswerCache();
    expect([call(0), call(null), call('')].map((one) => cache.entry(one).isNew)).toEqual([true, true, true]);
  });

  it('are forgotten on request, but not those still awaited', () => {
    const cache = new AnswerCache();
    const answered = cache.entry(call(1)).entry;
    cache.settle(answered, { value: 1 });
    cache.entry(call(2));
    cache.clear();
    expect([cache.entry(call(1)).isNew, cache.entry(call(2)).isNew]).toEqual([true, false]);
  });

  it('of functions that broke down are asked again, others are not', () => {
    const cache = new AnswerCache();
    cache.settle(cache.entry(call(1)).entry, { error: '#VALUE!', broke: true });
    cache.settle(cache.entry(call(2)).entry, { error: '#N/A', message: '请指定政策' });
    cache.forgetBroken();
    expect([cache.entry(call(1)).isNew, cache.entry(call(2)).isNew]).toEqual([true, false]);
  });

  it('do not grow for ever', () => {
    const cache = new AnswerCache();
    for (let i = 0; i < 20_010; i++) cache.settle(cache.entry(call(i)).entry, { value: i });
    expect(cache.entry(call(0)).isNew).toBe(true);
    expect(cache.entry(call(20_009)).isNew).toBe(false);
  });
});
