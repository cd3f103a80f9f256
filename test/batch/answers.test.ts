import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/batch/read/answers';
import { Told } from '../../src/batch/told';

const folder = mkdtempSync(path.join(tmpdir(), 'mujun-answers-'));
const file = path.join(folder, '待答.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asked = (...lines: readonly string[]) => lines.map((line) => `- { ${line} }`).join('\n');
const read = (text: string) => {
  writeFileSync(file, text);
  return readAnswers(file);
};

describe('待答.yaml, whoever filled it in', () => {
  it('gives what was answered, as words; what was left open is left out', () => {
    const text = asked(
      '文件: a, 指纹: p, 问题: 哪年？, 可选: [2023], 答: 2023',
      '文件: b, 指纹: q, 问题: 单位？, 答: ',
    );
    expect(read(text)).toEqual([{ file: 'a', print: 'p', question: '哪年？', answer: '2023' }]);
  });

  it.each<[string, string | (() => string), string]>([
    ['no list', '甲: 1', '不是待答文件：应为一列'],
    ['a list of words', '- 甲\n- 乙', '不是待答文件：应为一列'],
    ['something else', asked('文件: 1, 问题: 甲'), '有一项没有 文件、指纹、问题'],
    ['no YAML', '- 文件: a\n- [', '第 2 行读不懂'],
    ['a name twice', '- 文件: a\n  文件: b', '第 2 行读不懂'],
    ['names that stand for each other', `- &a [x]\n- ${'*a, '.repeat(3)}`, '第 2 行读不懂'],
    ['an alias', '- &a { 文件: a }\n- *a', '不能用 & 和 * 引用'],
    ['brackets without end', () => '['.repeat(100_000), '读不懂'],
    ['lists within lists without end', () => '- '.repeat(100_000), '读不懂'],
    ['names within names without end', () => '? '.repeat(100_000), '读不懂'],
    ['two texts in one', '- 文件: a\n---\n- 文件: b', '第 2 行读不懂'],
    ['as many levels as nobody writes', `${'['.repeat(60)}${']'.repeat(60)}`, '有一项没有 文件、指纹、问题'],
    ['marks without end', () => '&a '.repeat(100_000), '第 1 行读不懂'],
    ['200,000 names', () => Array.from({ length: 200_000 }, (_, at) => `k${at}:`).join('\n'), '不是待答文件：应为一列'],
    ['more than there are questions', () => '#'.repeat(3_000_001), '太大，不是待答文件'],
  ])('%s is told', (_, text, words) => {
    const told = () => read(typeof text === 'string' ? text : text());
    expect(told).toThrow(Told);
    expect(told).toThrow(words);
  });

  it('that is not there, or is a folder, is told', () => {
    for (const other of [path.join(folder, '没有.yaml'), folder]) expect(() => readAnswers(other)).toThrow(Told);
  });
});
