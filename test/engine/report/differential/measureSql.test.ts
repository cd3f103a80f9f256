import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { grade } from '../../../../src/engine/assess/grade';
import { gradeText } from '../../../../src/engine/assess/gradeText';
import { judge } from '../../../../src/engine/assess/judge';
import { measuresOf, type MeasureVerdict } from '../../../../src/engine/assess/measures';
import { readingsOf } from '../../../../src/engine/assess/readings';
import { loadPack } from '../../../../src/engine/policy/loadPack';
import type { Day } from '../../../../src/engine/quantity/day';
import { measureSql } from '../../../../src/engine/report/verdict/measureSql';
import { verdictInWords } from '../../../../src/engine/report/verdict/verdictCells';
import { unresolvedText as unresolved } from '../../../../src/text/functions';
import { askDuckDb, type Table } from '../../../support/duckDb';
import { generatedLedger } from '../../../support/generatedLedger';
import { readingRows } from '../../../support/readingRows';
import { seedOf } from '../../../support/seeds';

const ROWS = 5000;
const text = readFileSync(new URL('../../../fixtures/policies/linxian-2026/pack.yaml', import.meta.url), 'utf8');
/** Amounts by formulas, words in between, blanks, days between days, and what rows were judged and graded to be. */
const MORE = `  技改补助:
    unit: 万元
    lines:
      - { when: "评定等级 in {A, B} and 技改投资 > 0", amount: "四舍五入(取小(200, 技改投资 * 30%) * 在营系数, 1)", assumption: 试写 }
      - { when: "路径 in {收储, 整治} or 久", words: 不补助, assumption: 试写 }
      - { when: 承租户数 >= 5, amount: "0 - 进一(承租户数 / 3, 1)", assumption: 试写 }
      - { when: 路径 = 保留, assumption: 试写 }
  信贷:
    unit: ""
    lines:
      - { when: 上年等级 为空 and 前年等级 不为空, words: 补报后定, assumption: 试写 }
      - { when: 评定等级 = D or 路径 = 督促, words: 限制, assumption: 试写 }
      - { when: 亩均税收 > 10, words: 优先, assumption: 试写 }
  年限:
    unit: 年
    lines:
      - { when: 其余, amount: 舍去((基准日 - 成立日期) / 365.25), assumption: 试写 }
formulas:
  在营系数: 如果(久, 0.5, 1) + 容积率 / 10
conditions:
  久: 基准日 - 成立日期 > 5000
`;
const pack = loadPack(text + MORE);
const overlay = {
  ...{ values: new Map<string, number>(), outputLines: new Map<string, number>(), asOf: '2026-02-28' as Day },
  ...{ places: new Map<string, { row: number; column: number }>(), units: new Map<string, string>() },
};

/** An amount to six decimals and nothing, or nothing and what is said. */
function said(verdict: MeasureVerdict | undefined): string {
  switch (verdict?.kind) {
    case 'amount':
      return `${verdict.amount.toFixed(6)}|`;
    case 'words':
      return `|${verdict.words}`;
    case 'unresolved':
      return `|${unresolved(verdict.missing)}`;
    default:
      return '|无';
  }
}

describe('measures as queries, asked of DuckDB on 5,000 rows', () => {
  const { ledger, context } = generatedLedger(pack, ROWS, { seed: seedOf(17), overlay });
  const judged = { ledger, context, readings: readingsOf(ledger, context) };
  const { rows, table } = readingRows(judged, '读数与结论');
  const paths = judge(ledger, context, 'paths');
  const grades = grade(ledger, context);
  const ofRow = (row: number) => [
    paths ? verdictInWords(paths, row, unresolved) : null,
    gradeText(grades?.verdicts[row] ?? { kind: 'notData' }, unresolved),
  ];
  const results: Table = {
    name: table.name,
    columns: [...table.columns, ...['路径', '评定等级'].map((name) => ({ name, type: 'VARCHAR' as const }))],
    rows: table.rows.map((line, at) => [...line, ...ofRow(rows[at] ?? -1)]),
  };

  it.each(measuresOf(ledger, context).map(({ measure, verdicts }) => [measure.name, measure, verdicts] as const))(
    '%s',
    { timeout: 120_000 },
    async (_, measure, verdicts) => {
      const query = measureSql(measure, context, {
        ...{ table: table.name, amount: '数', words: '说明' },
        said: { none: '无', unresolved },
      });
      const isNumber = measure.lines.some(({ amount }) => amount);
      const amount = isNumber ? `COALESCE(printf('%.6f', CAST("数" AS DOUBLE)), '')` : `''`;
      const shown = `SELECT *, ${amount} || '|' || COALESCE("说明", '') AS "答案" FROM (${query}) AS asked`;
      const theirs = await askDuckDb(results, shown, '答案');
      const ours = rows.map((row) => said(verdicts[row]));
      const wrong = ours.flatMap((own, at) =>
        own === theirs[at] ? [] : [`${String(at)}: ${own} / ${String(theirs[at])}`],
      );
      expect(theirs).toHaveLength(ours.length);
      expect(wrong.slice(0, 5)).toEqual([]);
      expect(ours.length).toBeGreaterThan(0.9 * ROWS);
      // Every kind of answer that the measure has came up, and rows that nobody can tell.
      const kinds = new Set(rows.map((row) => verdicts[row]?.kind));
      expect(kinds.has('unresolved')).toBe(true);
      expect(kinds.has('amount')).toBe(isNumber);
      expect(kinds.size).toBeGreaterThan(1);
    },
  );
});
