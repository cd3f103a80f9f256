import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../src/engine/assess/applyPolicy';
import { grade } from '../../../src/engine/assess/grade';
import { gradeText } from '../../../src/engine/assess/gradeText';
import { judge } from '../../../src/engine/assess/judge';
import { fieldsRead, readingsOf } from '../../../src/engine/assess/readings';
import type { Cell } from '../../../src/engine/ledger/cell';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { loadPack } from '../../../src/engine/policy/loadPack';
import { gradeSql } from '../../../src/engine/report/grade/gradeSql';
import { verdictInWords } from '../../../src/engine/report/verdict/verdictCells';
import { verdictSql } from '../../../src/engine/report/verdict/verdictSql';
import { unresolvedText } from '../../../src/text/functions';
import { askDuckDb } from '../../support/duckDb';
import { readingRows } from '../../support/readingRows';

/** A policy that reads blanks of the figures themselves, has a name of the query's own columns for something else, and numbers of many places. */
const POLICY = `id: blanks-2026
title: 空县办法
short: 空县2026
place: 空县
aliases: []
status: issued
published: 2026-01-01
source: ""
conventions: {}
fields:
  税收: { field: taxPaid, whenBlank: -9, assumption: 没有填报的另列 }
  面积: { field: landArea, whenBlank: 0, assumption: 没有填报的按零 }
  区镇: { field: township, words: { 城区: [东街道, 西街道], 乡镇: [其余] }, whenBlank: 乡镇, assumption: 没有填的在乡镇 }
  组别: { field: industry, words: { 化工: [化学原料和化学制品制造业], 其他: [其余] }, whenBlank: 其他, assumption: 没有填的为其他 }
values: {}
paths:
  hit: first
  rules:
    - { path: 未填报, when: 税收 < 0 or 面积 = 0, assumption: 试写 }
    - { path: 城区低效, when: "亩均税收 < 如果(组别 = 化工, 1005.9919627417555, 35.592769744649445) and 区镇 = 城区", assumption: 试写 }
    - { path: 保留, when: 其余, assumption: 试写 }
grading:
  floor: 0
  indicators:
    税收分: { formula: 税收, benchmark: 本组平均, assumption: 试写 }
  cohorts:
    各处: { when: 其余, each: 区镇, method: ratio, weights: { 税收分: 100 }, quotas: [{ grade: A, share: 0.5 }, { grade: B, share: 0.5 }], assumption: 试写 }
  outright:
    - { when: 税收 < 0, grade: 未填报, assumption: 试写 }
`;
const HEADS = ['企业名称', '税收（万元）', '用地面积（亩）', '区镇', '行业'];
const ROWS: Cell[][] = [
  ['空县永昌化工有限公司', 9000, 10, '东街道', '化学原料和化学制品制造业'],
  ['空县大同机械有限公司', 9000, 10, '西街道', '纺织业'],
  ['空县长风塑胶有限公司', '', 10, '东街道', '纺织业'],
  ['空县金山五金有限公司', 300, '', '某镇', ''],
  ['空县和平家具有限公司', 300, 10, '', '纺织业'],
  ['空县东方电子有限公司', 100, 10, '东街道', ''],
];
const PATHS = ['城区低效', '保留', '未填报', '未填报', '保留', '城区低效'];
const GRADES = ['A', 'A', '未填报', 'A', 'A', 'B'];

const pack = loadPack(POLICY);
const ledger = readLedger(matchHeaders([HEADS]), ROWS, { fields: fieldsRead(pack), zeroIsBlank: false });
const context = { policy: applyPolicy(pack), cohort: ledger };

describe('a policy that reads blanks of tax and land, and words of townships, in its own way', () => {
  it('judges and grades by them', () => {
    const paths = judge(ledger, context, 'paths');
    expect(paths && ROWS.map((_, row) => verdictInWords(paths, row, unresolvedText))).toEqual(PATHS);
    const verdicts = grade(ledger, context)?.verdicts ?? [];
    expect(verdicts.map((verdict) => gradeText(verdict, unresolvedText))).toEqual(GRADES);
  });

  it('does so as a query, asked of DuckDB, numbers of many places too', { timeout: 60_000 }, async () => {
    const [paths, grades] = [judge(ledger, context, 'paths'), grade(ledger, context)];
    if (!paths || !grades) throw new Error('neither judged nor graded');
    const { table } = readingRows({ ledger, context, readings: readingsOf(ledger, context) }, '台账');
    const asked = { table: '台账', unresolved: unresolvedText };
    expect(await askDuckDb(table, verdictSql(paths, { ...asked, as: '路径' }), '路径')).toEqual(PATHS);
    const query = gradeSql(grades, { ...asked, order: 'row', as: '评定等级' });
    expect(await askDuckDb(table, query, '评定等级')).toEqual(GRADES);
  });
});
