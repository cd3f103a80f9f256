import { describe, expect, it } from 'vitest';
import { judge, type Judgement } from '../../../../src/engine/assess/judge';
import { builtInPacks } from '../../../../src/engine/policy/packs';
import { verdictSql } from '../../../../src/engine/report/verdict/verdictSql';
import { verdictInWords } from '../../../../src/engine/report/verdict/verdictCells';
import { askDuckDb } from '../../../support/duckDb';
import { generatedLedger } from '../../../support/generatedLedger';
import { readingRows } from '../../../support/readingRows';
import { seedOf } from '../../../support/seeds';

const unresolved = (missing: readonly string[]): string => `待核实：缺 ${missing.join('、')}`;
/** A few rows come out blank and are no data. */
const ROWS = 101_000;

const dataRows = ({ ledger }: Judgement): number[] =>
  ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));

const cases = builtInPacks().flatMap((pack) =>
  (['tiers', 'paths'] as const).flatMap((table) => (pack[table] ? [[pack.id, table, pack] as const] : [])),
);

describe.each(cases)('%s %s over 100,000 generated rows', (id, table, pack) => {
  it('DuckDB answers as the kernel does, row by row', { timeout: 240_000 }, async () => {
    const { ledger, context } = generatedLedger(pack, ROWS, { seed: seedOf(7) });
    const judgement = judge(ledger, context, table);
    if (!judgement) throw new Error(`no ${table} in ${id}`);
    const query = verdictSql(judgement, { table: '标准台账', as: '答案', unresolved });
    const theirs = await askDuckDb(readingRows(judgement, '标准台账').table, query, '答案');
    const ours = dataRows(judgement).map((row) => verdictInWords(judgement, row, unresolved));
    const wrong = ours.flatMap((own, row) =>
      own === theirs[row] ? [] : [`${String(row)}: ${own} / ${String(theirs[row])}`],
    );
    expect(theirs).toHaveLength(ours.length);
    expect(ours.length).toBeGreaterThan(100_000);
    expect(wrong.slice(0, 5)).toEqual([]);
    // Every answer and some 待核实 must have come up, or nothing has been shown.
    const seen = new Set(ours.map((own) => (own.startsWith('待核实') ? '待核实' : own)));
    expect([...judgement.answers, '待核实'].filter((answer) => !seen.has(answer))).toEqual([]);
  });
});

it('the query of 嵊州 reads like the table', () => {
  const pack = builtInPacks().find(({ id }) => id === 'shengzhou-2021');
  if (!pack) throw new Error('no pack');
  const { ledger, context } = generatedLedger(pack, 10);
  const judgement = judge(ledger, context, 'paths');
  const query = judgement ? verdictSql(judgement, { table: '标准台账', as: '路径', unresolved }) : '';
  expect(
    query
      .split('\n')
      .slice(2, 10)
      .map((line) => line.trim()),
  ).toEqual([
    `"落后产能" = '是' AS r1, -- 关停退出`,
    `"整治可达标" = '否' AS r2, -- 关停退出`,
    `"符合规划" = '否' AS r3, -- 功能转型`,
    `"保留工业用地" = '否' AS r4, -- 功能转型`,
    `"符合产业导向" = '否' AS r5, -- 待研判`,
    `("亩均税收" <= 5 OR "等级" = 'D') AND "建筑质量" = '差' AS r6, -- 拆除重建`,
    `("亩均税收" <= 15 OR "等级" IN ('C', 'D')) AND NOT ("设施老旧" = '否' AND "管理粗放" = '否') AS r7, -- 整治提升`,
    'TRUE AS r8 -- 保留',
  ]);
});
