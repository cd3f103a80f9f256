import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { grade } from '../../../../src/engine/assess/grade';
import { readingsOf } from '../../../../src/engine/assess/readings';
import { loadPack } from '../../../../src/engine/policy/loadPack';
import template from '../../../../src/engine/policy/packs/grading-template/pack.yaml';
import type { Day } from '../../../../src/engine/quantity/day';
import { gradeSql } from '../../../../src/engine/report/grade/gradeSql';
import { askDuckDb } from '../../../support/duckDb';
import { generatedLedger } from '../../../support/generatedLedger';
import { gradeShown } from '../../../support/gradeDifferences';
import { RANKED, UNREAD_CORRECTIONS, UNREAD_POINTS } from '../../../support/rankedPolicy';
import { readingRows } from '../../../support/readingRows';
import { seedOf } from '../../../support/seeds';

const unresolved = (missing: readonly string[]): string => `待核实：缺 ${missing.join('、')}`;
const textOf = (id: string) =>
  readFileSync(new URL(`../../../fixtures/policies/${id}/pack.yaml`, import.meta.url), 'utf8');
const LINXIAN = textOf('linxian-2026');
const each = (column: string) => LINXIAN.replaceAll(/(when: 规模 = 规.\n)/g, `$1      each: ${column}\n`);
const ROWS = 5000;
const overlay = {
  ...{ values: new Map<string, number>(), outputLines: new Map<string, number>(), asOf: '2026-02-28' as Day },
  ...{ places: new Map<string, { row: number; column: number }>(), units: new Map<string, string>() },
};

describe.each([
  ['the template', template],
  ['every group of it between its least and its most', template.replaceAll('method: ratio', 'method: minMax')],
  ['a document that needs everything', LINXIAN],
  ['within each township, the highest as benchmark and the min-max method too', each('区镇')],
  ['within each word of the policy’s own', each('行业组')],
  [
    'enterprises of one parcel together',
    LINXIAN.replace('  floor: 20\n', '  floor: 20\n  together: { by: 区镇, add: [税收, 营业收入] }\n'),
  ],
  [
    'points and totals rounded before they are ranked',
    LINXIAN.replace('  floor: 20\n', '  floor: 20\n  total: { decimals: 0, assumption: 试写 }\n').replaceAll(
      /(benchmark: (?:本组平均|直接计分))/g,
      '$1, decimals: 1',
    ),
  ],
  [
    'totals times a factor, equal ones told apart by two things, one of them often missing',
    LINXIAN.replace(
      '  floor: 20\n',
      '  floor: 20\n  total: { decimals: 0, assumption: 试写 }\n  ties: [营业收入, 税收 / 面积]\n  factor: 如果(上年等级 = D, 0.9, 1)\n',
    ),
  ],
  ['scores, ranks and means asked for, totals bounded, vetoed rows in the mean', RANKED],
  ['the same within each township', RANKED.replaceAll(/(when: 规模 = 规.\n)/g, `$1      each: 区镇\n`)],
  ['points that nobody may read as none', UNREAD_POINTS],
  ['corrections of which nobody can tell', UNREAD_CORRECTIONS],
  ['温岭', textOf('wenling-2022')],
  ['皖', textOf('anhui-2022')],
])('grades as a query, asked of DuckDB on 5,000 rows: %s', (name, text) => {
  it('scores, ranks and grades as the kernel does, row by row', { timeout: 240_000 }, async () => {
    const { ledger, context } = generatedLedger(loadPack(text), ROWS, { seed: seedOf(11), overlay });
    const grades = grade(ledger, context);
    if (!grades) throw new Error(`${name} does not grade`);
    const judged = { ledger, context, readings: readingsOf(ledger, context) };
    const { rows, table } = readingRows(judged, '台账');
    const query = gradeSql(grades, { table: '台账', order: 'row', as: '评定等级', unresolved });
    const shown = `SELECT *, COALESCE(printf('%.6f', "综合得分"), '') || '|' || COALESCE(CAST("本组位次" AS VARCHAR), '') || '|' || "评定等级" AS "答案" FROM (${query}) AS asked`;
    const theirs = await askDuckDb(table, shown, '答案');
    const ours = rows.map((row) => gradeShown(grades.verdicts[row] ?? { kind: 'notData' }));
    const wrong = ours.flatMap((own, at) =>
      own === theirs[at] ? [] : [`${String(at)}: ${own} / ${String(theirs[at])}`],
    );
    expect(theirs).toHaveLength(ours.length);
    expect(ours.length).toBeGreaterThan(0.9 * ROWS);
    expect(wrong.slice(0, 5)).toEqual([]);
    const kinds = new Set(rows.map((row) => grades.verdicts[row]?.kind));
    expect(kinds.has('ranked')).toBe(true);
  });
});
