import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annualTargets, policyTargets } from '../../../src/engine/policy/targets/annualTargets';
import { policyTasks } from '../../../src/engine/policy/targets/policyTasks';
import { builtInPacks } from '../../../src/engine/policy/packs';

const SEEDS = new URL('../../../../shared/seeds/', import.meta.url);

describe('targets of the policies', () => {
  it('are what the documents set', () => {
    const of = (id: string) => annualTargets({ id }).map(({ kind, value, by }) => [kind, value, by]);
    expect(of('shengzhou-2021')).toEqual([
      ['area', 3000, '2023-12-31'],
      ['taxPerMu', 30, '2023-12-31'],
    ]);
    const xuchang = [
      ['share', 0.6, '2021-12-31'],
      ['area', 13_700, '2022-12-31'],
    ];
    expect(of('xuchang-2021-draft')).toEqual(xuchang);
    expect(of('xuchang-2021')).toEqual(xuchang);
    expect(of('taicang-2023')).toEqual([]);
    // What a ledger of land cannot show is not split.
    expect([of('jiaxing-2024'), of('jiading-2017')]).toEqual([[], []]);
  });

  it.each(builtInPacks().map((pack) => [pack.id, pack] as const))('%s is quoted to the letter', (id, { source }) => {
    const quotes = policyTargets({ id }).flatMap(({ basis }) => (basis.kind === 'cited' ? [basis.citation.quote] : []));
    const file = new URL(source, SEEDS);
    if (!existsSync(file)) {
      console.warn(`quotes of ${id} not checked: the source texts are not beside this checkout`);
      expect(quotes.filter((quote) => quote.length < 4)).toEqual([]);
      return;
    }
    const text = readFileSync(file, 'utf8').replace(/\n\d+、/g, '');
    expect(quotes.filter((quote) => !text.includes(quote))).toEqual([]);
  });
});

describe('tasks of the policies', () => {
  it('are 嘉定 eighteen in five groups and 许昌 twenty with a deadline each', () => {
    const jiading = policyTasks({ id: 'jiading-2017' });
    expect(jiading?.form).toBe('grouped');
    expect(jiading?.tasks).toHaveLength(18);
    expect(new Set(jiading?.tasks.map(({ group }) => group)).size).toBe(5);
    expect(jiading?.tasks[4]).toMatchObject({ number: 5, task: '开发低效用地', departments: '区经委、规土局' });
    const xuchang = policyTasks({ id: 'xuchang-2021' });
    expect(xuchang?.form).toBe('followed');
    expect(xuchang?.tasks).toHaveLength(20);
    expect(xuchang?.tasks.filter(({ deadline, note }) => deadline === '' && note === '')).toEqual([]);
    expect(policyTasks({ id: 'shengzhou-2021' })).toBeUndefined();
  });

  it.each(['jiading-2017', 'xuchang-2021-draft'])('%s: every word stands in the document', (id) => {
    const list = policyTasks({ id });
    const file = new URL(list?.source ?? '', SEEDS);
    const said = (list?.tasks ?? []).flatMap(({ task, detail, departments, deadline, goal }) => [
      task,
      detail,
      departments,
      deadline,
      goal,
    ]);
    expect(said.length).toBeGreaterThan(50);
    if (!existsSync(file)) {
      console.warn(`words of ${id} not checked: the source texts are not beside this checkout`);
      return;
    }
    // Cells of the table are broken over lines; page numbers stand inside sentences.
    const text = readFileSync(file, 'utf8')
      .replace(/\n\d+、/g, '')
      .replace(/\s/g, '');
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  });
});
