import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../src/engine/assess/applyPolicy';
import { grade, type GradeVerdict } from '../../../src/engine/assess/grade';
import { judge } from '../../../src/engine/assess/judge';
import { fieldsRead } from '../../../src/engine/assess/readings';
import type { Cell } from '../../../src/engine/ledger/cell';
import { numberAt, textAt } from '../../../src/engine/column/verbs';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { withOwnColumns } from '../../../src/engine/ledger/ownColumns';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { lintPack } from '../../../src/engine/policy/lint/lintPack';
import { loadPack } from '../../../src/engine/policy/loadPack';
import { verdictSql } from '../../../src/engine/report/verdict/verdictSql';
import { verdictInWords } from '../../../src/engine/report/verdict/verdictCells';
import { fieldOf } from '../../../src/engine/ledger/fields';
import type { Day } from '../../../src/engine/quantity/day';
import { askDuckDb } from '../../support/duckDb';
import { formulasOf, gradeDifferences, gradedSheets, gradesSaid } from '../../support/gradeDifferences';
import { generatedLedger } from '../../support/generatedLedger';
import { ledgerDifferences } from '../../support/ledgerDifferences';
import { readingRows } from '../../support/readingRows';
import { seedOf } from '../../support/seeds';

const TEXT = readFileSync(new URL('../../fixtures/policies/linxian-2026/pack.yaml', import.meta.url), 'utf8');
const PACK = loadPack(TEXT, new Map(), '林县.yaml');
const asOf = '2026-02-28' as Day;
const unresolved = (missing: readonly string[]): string => `待核实：缺 ${missing.join('、')}`;
const NO_PLACES = {
  ...{ values: new Map<string, number>(), outputLines: new Map<string, number>() },
  ...{ places: new Map<string, { row: number; column: number }>(), units: new Map<string, string>() },
};

type Row = Readonly<Record<string, Cell>>;

function ledgerOf(rows: readonly Row[], pack = PACK) {
  const heads = [...new Set(['企业名称', ...rows.flatMap((row) => Object.keys(row))])];
  const cells = rows.map((row, at) =>
    heads.map((head) => row[head] ?? (head === '企业名称' ? `企业${String(at)}` : '')),
  );
  return readLedger(matchHeaders([heads]), cells, { fields: fieldsRead(pack), zeroIsBlank: false });
}

function pathsOf(rows: readonly Row[], pack = PACK): string[] {
  const ledger = ledgerOf(rows, pack);
  const judgement = judge(ledger, { policy: applyPolicy(pack, { asOf }) }, 'paths');
  if (!judgement) throw new Error('no paths');
  return rows.map((_, row) => verdictInWords(judgement, row, unresolved));
}

function gradesOf(rows: readonly Row[], pack = PACK): readonly GradeVerdict[] {
  return grade(ledgerOf(rows, pack), { policy: applyPolicy(pack, { asOf }) })?.verdicts ?? [];
}

const FINE: Row = {
  ...{ '税收(万元)': 100, 上年税收: 100, '用地面积(亩)': 10, 容积率: 1.5, 行业: '纺织业', 规模: '是' },
  ...{ 成立日期: '2010-01-01', 上年等级: 'A', 前年等级: 'A', 营业收入: 1000, 化学需氧量: 1, 区镇: '一镇' },
};
const one = (more: Row): string => pathsOf([{ ...FINE, ...more }])[0] ?? '';

describe('what a document needs to say', () => {
  it('has no findings', () => {
    expect(lintPack(PACK)).toEqual([]);
  });

  it('满 n 年 at 基准日, the number of years a value of the policy; 29 February counts to the month’s last day', () => {
    expect(one({ 成立日期: '2023-02-28' })).toBe('保留');
    expect(one({ 成立日期: '2023-03-01' })).toBe('不评价');
    const leap = loadPack(TEXT.replace('value: 3, citation', 'value: 2, citation'));
    expect(pathsOf([{ ...FINE, 成立日期: '2024-02-29' }], leap)).toEqual(['保留']);
    expect(one({ 成立日期: '' })).toBe('待核实：缺 成立日期');
    const judgement = judge(ledgerOf([FINE]), { policy: applyPolicy(PACK) }, 'paths');
    expect(judgement && verdictInWords(judgement, 0, unresolved)).toBe('待核实：缺 基准日');
  });

  it('columns of its own are found by every name, go before names with such words in them, and can be set aside', () => {
    const heads = ['企业名称', '企业成立日期', 'COD', '出租户数', '2023年等级', '技术改造投资（元）'];
    const headers = matchHeaders([heads]);
    const fields = fieldsRead(PACK);
    const row = ['甲', '2020-01-01', 3, 2, 'D类', 5_000_000];
    const ledger = readLedger(headers, [row], { fields, zeroIsBlank: false });
    const label = (own: string) => fields.find((id) => fieldOf(id).label === own) ?? '';
    expect(numberAt(ledger, label('化学需氧量'), 0)).toBe(3);
    expect(numberAt(ledger, label('承租户数'), 0)).toBe(2);
    expect(numberAt(ledger, label('技改投资'), 0)).toBe(500);
    expect(textAt(ledger, label('成立日期'), 0)).toBe('2020-01-01');
    expect(textAt(ledger, label('前年等级'), 0)).toBe('D类');
    const aside = withOwnColumns(headers, fields, (column) => column === 2);
    const without = readLedger(aside, [row], { fields, zeroIsBlank: false });
    expect(numberAt(without, label('化学需氧量'), 0)).toBeNaN();
    const twice = readLedger(matchHeaders([['COD', '化学需氧量']]), [[1, 2]], { fields, zeroIsBlank: false });
    expect(twice.headers.doubts.map(({ field }) => field.label)).toContain('化学需氧量');
  });

  it('years in a row in a grade', () => {
    expect(one({ 上年等级: 'D', 前年等级: 'D' })).toBe('收储');
    expect(one({ 上年等级: 'D', 前年等级: 'C' })).toBe('保留');
    expect(one({ 上年等级: 'C', 前年等级: 'D' })).toBe('保留');
    expect(one({ 上年等级: 'D', 前年等级: '' })).toBe('待核实：缺 前年等级');
  });

  it('the mean of the years there are, and a floor by class with 其余 for whatever is not named', () => {
    expect(one({ '税收(万元)': 60, 上年税收: 39, 容积率: 1.1 })).toBe('整治');
    // Not 整治: the mean is of the one year there is. The larger of the two years is not known.
    expect(one({ '税收(万元)': 60, 上年税收: '', 容积率: 1.1 })).toBe('待核实：缺 上年度税收');
    expect(one({ '税收(万元)': 30, 上年税收: '', 容积率: 1.1 })).toBe('整治');
    expect(one({ '税收(万元)': 30, 上年税收: 30, 容积率: 1.1, 行业: '造纸和纸制品业' })).toBe('保留');
    expect(one({ '税收(万元)': 30, 上年税收: 30, 容积率: 0.9, 行业: '造纸和纸制品业' })).toBe('整治');
    expect(one({ '税收(万元)': 30, 上年税收: 30, 容积率: 0.6, 行业: '化学原料和化学制品制造业' })).toBe('保留');
    expect(one({ '税收(万元)': 30, 上年税收: 30, 容积率: 0.6, 行业: '' })).toBe('待核实：缺 行业');
  });

  it('每, 取小 and 取大', () => {
    expect(one({ 承租户数: 5 })).toBe('保留');
    expect(one({ 承租户数: 6 })).toBe('督促');
    expect(one({ '税收(万元)': 9, 上年税收: 9.9 })).toBe('督促');
    expect(one({ '税收(万元)': 9, 上年税收: 10 })).toBe('保留');
  });

  it('quotas as bounds, rounded; those of a small cohort; corrected and without a grade after ranking', () => {
    const many = (count: number, more: Row = {}) =>
      Array.from({ length: count }, (_, at) => ({ ...FINE, ...more, '税收(万元)': 40 - at * 0.1 }));
    const letters = (rows: readonly Row[]) => gradesOf(rows).map((own) => ('grade' in own ? own.grade : '?'));
    const count = (rows: readonly Row[], wanted: string) => letters(rows).filter((own) => own === wanted).length;
    // 33 × 20 % = 6.6 at most; 33 × 5 % = 1.65 at least.
    expect([count(many(33), 'A'), count(many(33), 'D')]).toEqual([6, 2]);
    expect(new Set(letters(many(9)))).toEqual(new Set(['A', 'B']));
    // 13 × 20 % = 2.6, to the nearest.
    expect(count(many(13, { 规模: '否' }), 'A')).toBe(3);
    const raised = gradesOf([...many(20), { ...FINE, 营业收入: 1, 化学需氧量: 900, 容积率: 0, '税收(万元)': 150 }]);
    expect(raised.some((own) => own.kind === 'ranked' && own.before !== undefined && own.grade === 'B')).toBe(true);
    const exempt = gradesOf([...many(20), { ...FINE, 企业状态: '初创期' }]).at(-1);
    expect(exempt).toMatchObject({ kind: 'ranked', grade: '不定等级', of: 21 });
  });

  it('the highest as benchmark, less is better, what is missing, points as they are, no cap, weights under 100', () => {
    const two = gradesOf([
      { ...FINE, '税收(万元)': 200, 营业收入: 3000, 化学需氧量: 2 },
      { ...FINE, '税收(万元)': 100, 营业收入: '', 化学需氧量: '', 容积率: 0.5 },
    ]);
    const score = (at: number) => (two[at]?.kind === 'ranked' ? two[at].score : NaN);
    // 40 of the highest, 20 of the only mean, 10 of the only mean, 10 of 15 points at most.
    expect(score(0)).toBe(80);
    // Half of the highest, the mean, three points off, five points.
    expect(score(1)).toBe(20 + 20 - 3 + 5);
  });

  it('stepped and capped: the first tenant 10, each more 5, 20 at most; each full million of 技改 2, 10 at most', () => {
    const scores = [{}, { 承租户数: 1 }, { 承租户数: 2 }, { 承租户数: 9 }, { 技改投资: 350 }, { 技改投资: 9000 }].map(
      (more) => gradesOf([{ ...FINE, ...more }])[0],
    );
    const points = scores.map((own) => (own?.kind === 'ranked' ? own.score : NaN) - 80);
    expect(points).toEqual([0, -10, -15, -20, 6, 10]);
    expect(gradesOf([{ ...FINE, 技改投资: '有' }])).toEqual([{ kind: 'unresolved', missing: ['技改投资'] }]);
  });

  it('ranked within each word of a column, without listing the words', () => {
    const apart = loadPack(TEXT.replace('when: 规模 = 规上\n', 'when: 规模 = 规上\n      each: 区镇\n'));
    const rows = ['一镇', '二镇', '二镇', ''].map((township, at) => ({
      ...FINE,
      区镇: township,
      '税收(万元)': 90 - at,
    }));
    expect(gradesOf(rows, apart)).toMatchObject([
      { kind: 'ranked', cohort: '规上（一镇）', of: 1 },
      { kind: 'ranked', cohort: '规上（二镇）', rank: 1, of: 2 },
      { kind: 'ranked', cohort: '规上（二镇）', rank: 2, of: 2 },
      { kind: 'unresolved', missing: ['区镇'] },
    ]);
  });

  it('ranked within each word that the policy knows, whatever the ledger writes for it', () => {
    const apart = loadPack(TEXT.replace('when: 规模 = 规上\n', 'when: 规模 = 规上\n      each: 行业组\n'));
    const rows = ['造纸和纸制品业', '金属制品业', '纺织业'].map((industry, at) => ({
      ...FINE,
      行业: industry,
      '税收(万元)': 90 - at,
    }));
    expect(gradesOf(rows, apart)).toMatchObject([
      { cohort: '规上（其他行业）', rank: 1, of: 2 },
      { cohort: '规上（其他行业）', rank: 2, of: 2 },
      { cohort: '规上（纺织）', rank: 1, of: 1 },
    ]);
  });

  it('several enterprises on one parcel are ranked as one and share the result; what is said in each row counts once', () => {
    const text = TEXT.replace('  floor: 20\n', '  floor: 20\n  together: { by: 区镇, add: [税收, 营业收入] }\n');
    const parcel = (township: string, tax: number) => ({ ...FINE, 区镇: township, '税收(万元)': tax });
    const [a, b, c, alone] = gradesOf(
      [parcel('甲地块', 30), parcel('乙地块', 40), parcel('甲地块', 50), parcel('', 20)],
      loadPack(text),
    );
    expect([a, b, alone]).toMatchObject([{ rank: 1, of: 3 }, { rank: 2 }, { rank: 3 }]);
    expect(c).toBe(a);
    expect(
      gradesOf([parcel('甲地块', 30), { ...parcel('甲地块', 1), '税收(万元)': '' }], loadPack(text)),
    ).toMatchObject([
      { kind: 'unresolved', missing: ['税收'] },
      { kind: 'unresolved', missing: ['税收'] },
    ]);
  });

  it('paths as classic formulas, calculated by LibreOffice', { timeout: 240_000 }, () => {
    const given = { rows: 2500, seed: seedOf(5), overlay: { ...NO_PLACES, asOf } };
    const { differences, formulas, rows, answers } = ledgerDifferences(PACK, given);
    expect(differences.slice(0, 5)).toEqual([]);
    expect(formulas).toBe(rows);
    expect(['不评价', '收储', '整治', '督促', '保留'].every((path) => answers.has(path))).toBe(true);
  });

  it.each([
    ['whole cohorts', TEXT],
    [
      'within each township',
      TEXT.replaceAll(/(when: 规模 = 规.\n)/g, '$1      each: 区镇\n')
        .replace('benchmark: 本组最高', 'benchmark: 本组平均')
        .replace('method: minMax', 'method: ratio'),
    ],
  ])('grades as classic formulas, calculated by LibreOffice: %s', { timeout: 240_000 }, (_, text) => {
    const pack = loadPack(text);
    const made = gradedSheets(pack, { rows: 800, seed: seedOf(7), overlay: { ...NO_PLACES, asOf } });
    // Score, rank and grade of every row, and what they stand on.
    expect(formulasOf(made.sheet).length).toBeGreaterThan(15 * 700);
    expect(gradeDifferences([made.source, made.sheet], made.verdicts).slice(0, 5)).toEqual([]);
    const said = gradesSaid(made.verdicts);
    expect(['A', 'B', 'C', 'D', '不定等级'].every((own) => said.has(own))).toBe(true);
  });

  it('as a query, asked of DuckDB on 5,000 rows', { timeout: 120_000 }, async () => {
    const made = generatedLedger(PACK, 5000, { seed: seedOf(9), overlay: { ...NO_PLACES, asOf } });
    const judgement = judge(made.ledger, made.context, 'paths');
    if (!judgement) throw new Error('no paths');
    const query = verdictSql(judgement, { table: '台账', as: '路径', unresolved });
    const { rows, table } = readingRows(judgement, '台账');
    expect(await askDuckDb(table, query, '路径')).toEqual(
      rows.map((row) => verdictInWords(judgement, row, unresolved)),
    );
  });
});
