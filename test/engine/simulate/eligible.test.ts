import { describe, expect, it } from 'vitest';
import { rowsByRule } from '../../../src/engine/simulate/eligible';
import { paneText } from '../../../src/text/pane';

const table = {
  rows: 3,
  readings: new Map([
    ['亩均税收', { values: Float64Array.of(4, 12, NaN), missing: new Uint32Array(3) }],
    ['等级', { values: Uint16Array.of(2, 1, 2), words: ['C', 'D'], missing: new Uint32Array(3) }],
  ]),
  values: new Map([['重点排查线', 5]]),
};

describe('which parcels a lever applies to, by a rule', () => {
  it.each([
    ['亩均税收 < 重点排查线', [1, 0, 0]],
    ['等级 = D', [1, 0, 1]],
    ['亩均税收 < 重点排查线 or 等级 = C', [1, 1, 0]],
    ['其余', [1, 1, 1]],
    [paneText('zh-CN')('ruleHint').replace('如：', ''), [1, 0, 0]],
  ])('%s', (rule, holds) => {
    expect(rowsByRule(rule, table)).toEqual({ kind: 'rows', holds: Uint8Array.from(holds) });
  });

  it('says what is wrong with a rule', () => {
    expect(rowsByRule('亩均税收 <', table)).toMatchObject({ kind: 'wrongRule', code: 'syntax' });
    expect(rowsByRule('等级 = E', table)).toMatchObject({ kind: 'wrongRule', code: 'unknownWord', part: 'E' });
  });
});
