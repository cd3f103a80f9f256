import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/engine/assess/judge';
import { loadPack } from '../../../src/engine/policy/loadPack';
import { verdictSql } from '../../../src/engine/report/verdict/verdictSql';
import { verdictInWords } from '../../../src/engine/report/verdict/verdictCells';
import { askDuckDb } from '../../support/duckDb';
import { generatedLedger } from '../../support/generatedLedger';
import { ledgerDifferences } from '../../support/ledgerDifferences';
import { readingRows } from '../../support/readingRows';
import { seedOf } from '../../support/seeds';

const CHOSEN = '税收 / 面积 < 如果(规模 = 规上, 8, 如果(行业组 = 化工, 5, 3))';
const COUNT = `如果(${CHOSEN}, 1, 0) + 如果(容积率 < 如果(行业组 = 化工, 2, 5), 1, 0) + 如果(营业收入 < 5, 1, 0) + 如果(研发经费 < 2, 1, 0) + 如果(综合能耗 > 5, 1, 0) + 如果(等级 = D, 1, 0)`;

const FEW = '如果(容积率 < 2, 1, 0) + 如果(营业收入 < 5, 1, 0) + 如果(等级 = D, 1, 0)';

/** 有两个以上情形的: circumstances of which so many are counted, as every document on inefficient land has it. */
const policy = (count: string) => `id: counted-2026
title: 计县低效用地认定办法
short: 计县2026
place: 计县
aliases: []
status: issued
published: 2026-01-01
source: ""
conventions: {}
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
  容积率: { field: plotRatio, whenBlank: unknown }
  营业收入: { field: revenue, whenBlank: unknown }
  研发经费: { field: rdSpending, whenBlank: unknown }
  综合能耗: { field: energy, whenBlank: unknown }
  等级: { field: grade, whenBlank: unknown }
  规模: { field: aboveScale, words: { 规上: [是], 规下: [否] }, whenBlank: unknown }
  行业组: { field: industry, words: { 化工: [化学原料和化学制品制造业], 其他: [纺织业] }, whenBlank: unknown }
values: {}
paths:
  hit: first
  rules:
    - { path: 一类, when: "${count} >= 3 and 规模 = 规下", assumption: 试写 }
    - { path: 二类, when: "${count} >= 2", assumption: 试写 }
    - { path: 三类, when: "${count} >= 1", assumption: 试写 }
    - { path: 四类, when: 其余, assumption: 试写 }
`;
const unresolved = (missing: readonly string[]): string => `待核实：缺 ${missing.join('、')}`;

describe('so many of several circumstances', () => {
  const pack = loadPack(policy(COUNT));

  it('is a query of moderate length, which DuckDB answers as the kernel does', { timeout: 120_000 }, async () => {
    const { ledger, context } = generatedLedger(pack, 5000, { seed: seedOf(31) });
    const judgement = judge(ledger, context, 'paths');
    if (!judgement) throw new Error('no paths');
    const query = verdictSql(judgement, { table: '台账', as: '路径', unresolved });
    // The conditions themselves are 1,300 signs; it had grown with the square and the fourth power of what is chosen.
    expect(query.length).toBeLessThan(400_000);
    const { rows, table } = readingRows(judgement, '台账');
    const ours = rows.map((row) => verdictInWords(judgement, row, unresolved));
    expect(await askDuckDb(table, query, '路径')).toEqual(ours);
    expect(['一类', '二类', '三类', '四类'].filter((answer) => !ours.includes(answer))).toEqual([]);
    expect(ours.some((answer) => answer.startsWith('待核实'))).toBe(true);
  });

  it('of a few is a formula, and LibreOffice answers it as the kernel does', { timeout: 240_000 }, () => {
    const { differences, rows, formulas } = ledgerDifferences(loadPack(policy(FEW)), { rows: 2000, seed: seedOf(33) });
    expect(differences.slice(0, 3)).toEqual([]);
    expect(formulas).toBe(rows);
  });

  it('is written as values where a formula would be longer than a spreadsheet takes', { timeout: 240_000 }, () => {
    const { differences, rows, formulas } = ledgerDifferences(pack, { rows: 200, seed: seedOf(35) });
    expect(differences.slice(0, 3)).toEqual([]);
    expect([rows > 150, formulas]).toEqual([true, 0]);
  });
});
