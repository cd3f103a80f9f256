import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerHere, FUNCTIONS } from '../../src/functions/all';
import type { Argument } from '../../src/functions/arguments';
import { EXAMPLES } from '../../src/functions/examples';
import { functionMetadata } from '../../src/functions/metadata';
import { tokenize } from '../../src/formula/tokens';

/** Nobody reads more while typing a formula. */
const LONGEST_HELP = 200;

/** The arguments of a call as they are written, '' where one is left out. */
function argumentsOf(formula: string, name: string): string[] {
  const own: string[] = [''];
  for (const { kind, text } of tokenize(formula.slice(`=${name}(`.length, -1))) {
    if (kind === 'other' && text === ',') own.push('');
    else own.push((own.pop() ?? '') + text);
  }
  return own;
}

/** A ledger of two rows, and columns of it for what is asked for one by one. */
const HEADERS = [
  [
    '企业名称',
    '镇街',
    '用地面积(亩)',
    '税收(万元)',
    '符合规划',
    '建筑质量',
    '存量类型',
    '销号日期',
    '用途',
    '综合得分',
  ],
];
const ROWS = [
  ['甲公司', '甘霖镇', 10, 40, '是', '差', '低效', '2021-06-01', '工业', 80],
  ['乙公司', '长乐镇', 20, 160, '是', '好', '低效', '', '工业', 60],
];
const RESULTS = [
  ['方案', '年份', '指标', '统计', '数值', '单位'],
  ['方案一', 2027, '处置面积', 'P5', 120, '亩'],
];
const BLOCKS: Readonly<Record<string, Argument>> = { headers: HEADERS, rows: ROWS, cohort: ROWS, results: RESULTS };
const WORDS: Readonly<Record<string, Argument>> = {
  code: [['91330683MA2D8KXQ3C']],
  park: [['东园'], ['西园']],
  precinct: [['一'], ['一']],
};

function given(written: string, parameter: string): Argument {
  if (written === '') return undefined;
  if (written.startsWith('"')) return written.slice(1, -1);
  if (/^[\d.]+$/.test(written)) return Number(written);
  return BLOCKS[parameter] ?? WORDS[parameter] ?? (written.includes(':') ? [[0.8], [1.6]] : 5);
}

describe.each(FUNCTIONS)('the example of $name', ({ name, parameters }) => {
  const example = EXAMPLES[name] ?? '';

  it('stands in the help of both languages, no longer than can be read, and in docs/functions.md', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const { functions } = functionMetadata(language) as { functions: { id: string; description: string }[] };
      const help = functions.find(({ id }) => id === name)?.description ?? '';
      expect(help.endsWith(example) && help.length <= LONGEST_HELP).toBe(true);
    }
    const doc = readFileSync(new URL('../../docs/functions.md', import.meta.url), 'utf8');
    expect(doc.replaceAll(' ', '')).toContain(`\n${example}\n`);
  });

  it('refers to cells with data, never to whole columns or rows', () => {
    const kinds = tokenize(example).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'columns' || kind === 'rows')).toEqual([]);
  });

  it('has the arguments that are asked for, and is answered', () => {
    expect(example.startsWith(`=${name}(`) && example.endsWith(')')).toBe(true);
    const written = argumentsOf(example, name);
    const needed = parameters.filter(({ optional }) => !optional).length;
    expect([written.length >= needed, written.length <= parameters.length]).toEqual([true, true]);
    const answer = answerHere(
      name,
      written.map((one, index) => given(one, parameters[index]?.name ?? '')),
    );
    expect(answer.length).toBeGreaterThan(0);
  });
});

it('has no example but those of functions', () => {
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(FUNCTIONS.map(({ name }) => name).toSorted());
});
