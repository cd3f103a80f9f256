import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../src/engine/policy/loadPack';
import { PackError } from '../../../src/engine/policy/packError';
import { valuesOn } from '../../../src/engine/policy/valuesOn';
import shengzhou from '../../../src/engine/policy/packs/shengzhou-2021/pack.yaml';

/** The line (from 1) of the first place where a text stands. */
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

function failureOf(text: string): PackError {
  try {
    loadPack(text, new Map(), '本地.yaml');
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error('the pack loads');
}

describe('a broken pack says where and what was expected', () => {
  it.each([
    ['yaml', '  以下以上含本数:', '  以下以上含本数: ["', '以下以上含本数'],
    ['shape', 'unit: 年', 'unti: 年', 'unti'],
    ['shape', 'published: 2021-10-25', 'published: 2021-13-25', '2021-13-25'],
    ['shape', 'status: draft', 'status: 草案', '草案'],
    ['rule', '建筑质量 = 差', '建筑质量 = 糟', '建筑质量 = 糟'],
    ['rule', '亩均税收 <= 重点检查线', '亩均税收 <= 重点检察线', '重点检察线'],
    ['unknownField', 'field: obsoleteCapacity', 'field: oldStuff', 'oldStuff'],
  ])('%s: %s -> %s', (code, from, to, part) => {
    const broken = shengzhou.replace(from, to);
    const error = failureOf(broken);
    expect([error.code, error.place.file]).toEqual([code, '本地.yaml']);
    // A key that must not be there is told with the mapping it stands in, whose first line is within a line of it.
    expect(Math.abs(error.place.line - lineOf(broken, part))).toBeLessThanOrEqual(code === 'yaml' ? 80 : 1);
    expect(error.expected).not.toBe('');
  });

  it('names the circle of values that need each other', () => {
    const circle = shengzhou
      .replace('value: 5\n        citation', 'value: 重点检查线 / 2\n        citation')
      .replace('value: 10', 'value: 2 * 重点排查线');
    expect(failureOf(circle)).toMatchObject({ code: 'cycle', expected: '重点排查线 -> 重点检查线 -> 重点排查线' });
  });

  it('does not follow aliases, of which a short text can be endless', () => {
    const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`;
    expect(failureOf(bomb).code).toBe('yaml');
  });
});

it('a value that follows from another moves with it, from the document and from the workbook', () => {
  const pack = loadPack(shengzhou.replace('value: 10', 'value: 2 * 重点排查线'));
  expect(valuesOn(pack, undefined).get('重点检查线')).toBe(10);
  expect(valuesOn(pack, undefined, new Map([['重点排查线', 6]])).get('重点检查线')).toBe(12);
});
