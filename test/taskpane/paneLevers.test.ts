import { describe, expect, it } from 'vitest';
import { MORE_LEVERS, PANE_LEVERS, paneLever } from '../../src/taskpane/levers/all';
import type { LeverField, Setting } from '../../src/taskpane/levers/lever';
import type { Entry } from '../../src/text/pane/entry';

const asked = (field: LeverField<Setting>): readonly LeverField<Setting>[] =>
  field.kind === 'needs' ? field.fields.flatMap(asked) : [field];

const names = Object.keys(PANE_LEVERS) as (keyof typeof PANE_LEVERS)[];
const words = names.flatMap((name): Entry[] => {
  const { label, fields = [], problems } = paneLever(name);
  const labels = fields.flatMap(asked).flatMap((field) => ('label' in field ? [field.label] : []));
  const options = fields.flatMap((field) => (field.kind === 'choice' ? field.options.map((one) => one.label) : []));
  return [label, ...labels, ...options, ...Object.values<Entry>(problems)];
});

describe('the levers of the pane', () => {
  it('say nothing in English to a Chinese reader but grades, and no Chinese to an English one', () => {
    expect(words.length).toBeGreaterThan(40);
    expect(words.filter(([zh]) => /[A-Za-z]/.test(zh.replace(/A、B、C、D|[CD](?= 类)/g, '')))).toEqual([]);
    expect(words.filter(([, en]) => /[\u4e00-\u9fff]/.test(en) || en === '')).toEqual([]);
  });

  it('ask by fields of their own setting, whose first values they may take', () => {
    const numbers = MORE_LEVERS.flatMap((name) => {
      const { fields = [], start } = paneLever(name);
      expect(fields.length, name).toBeGreaterThan(0);
      return fields.flatMap(asked).flatMap((field) => {
        if (field.kind !== 'slider' && field.kind !== 'number') return [];
        const value = Number((start as unknown as Record<string, unknown>)[field.key] ?? 0);
        return [value >= field.min && value <= field.max];
      });
    });
    expect(numbers.length).toBeGreaterThan(12);
    expect(numbers.every(Boolean)).toBe(true);
  });
});
