import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../src/engine/assess/applyPolicy';
import { explainAt } from '../../../src/engine/assess/explain';
import { judge, type Judgement } from '../../../src/engine/assess/judge';
import { fieldsRead } from '../../../src/engine/assess/readings';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { lintPack } from '../../../src/engine/policy/lint/lintPack';
import { loadPack } from '../../../src/engine/policy/loadPack';
import { verdictSql } from '../../../src/engine/report/verdict/verdictSql';
import { verdictInWords } from '../../../src/engine/report/verdict/verdictCells';
import { askDuckDb } from '../../support/duckDb';
import { ledgerDifferences } from '../../support/ledgerDifferences';
import { seedOf } from '../../support/seeds';

/** A county that no code knows: other lines, another order, a word of its own in a field of free text, an indicator of its own. */
const CITY = readFileSync(new URL('../../fixtures/policies/yuexian-2026/pack.yaml', import.meta.url), 'utf8');

const unresolved = (missing: readonly string[]): string => `待核实：缺 ${missing.join('、')}`;
const HEADERS = ['企业名称', '实缴税收(万元)', '用地面积(亩)', '营业收入', '规模', '低效'];
const ROWS = [
  ['甲', 60, 10, 1000, '规上企业', ''],
  ['乙', 60.01, 10, 10000, '', ''],
  ['丙', 120, 10, 1000, '小微', '是'],
  ['丁', 121, 10, 1000, '', ''],
  ['戊', '', 10, 1000, '', ''],
  ['己', 200, 10, '', '', ''],
];

function judged(table: 'tiers' | 'paths'): Judgement {
  const pack = loadPack(CITY, new Map(), '越县.yaml');
  const ledger = readLedger(matchHeaders([HEADERS]), ROWS, { fields: fieldsRead(pack), zeroIsBlank: false });
  const judgement = judge(ledger, { policy: applyPolicy(pack), cohort: ledger }, table);
  if (!judgement) throw new Error(table);
  return judgement;
}

const texts = (judgement: Judgement) => ROWS.map((_, row) => verdictInWords(judgement, row, unresolved));

describe('a new county is one YAML text', () => {
  it('has no findings', () => {
    expect(lintPack(loadPack(CITY))).toEqual([]);
  });

  it('tiers and paths', () => {
    expect(texts(judged('tiers'))).toEqual(['红档', '黄档', '黄档', '绿档', '待核实：缺 税收', '绿档']);
    expect(texts(judged('paths'))).toEqual(['提升', '提升', '收储', '保留', '待核实：缺 税收', '待核实：缺 营业收入']);
  });

  it('says why, with the reading, the line and the clause', () => {
    const { reasons, basis, shortfall } = explainAt(judged('tiers'), 1);
    expect(reasons).toEqual([
      { kind: 'number', name: '亩均税收', value: 6.001, op: '>', line: 6 },
      { kind: 'number', name: '亩均税收', value: 6.001, op: '<=', line: 12 },
    ]);
    expect(shortfall).toBe(59.99);
    expect(basis).toEqual({ kind: 'assumed', assumption: '见黄线；黄线：第三条未写，取红线的两倍' });
    expect(explainAt(judged('paths'), 2).basis).toMatchObject({ citation: { place: '第五条' } });
  });

  it('the value that follows from another moves with a workbook’s own', () => {
    const pack = loadPack(CITY);
    const overlay = {
      values: new Map([['红线', 7]]),
      outputLines: new Map<string, number>(),
      places: new Map<string, never>(),
      units: new Map<string, string>(),
    };
    expect(applyPolicy(pack, { overlay }).values.get('黄线')).toBe(14);
  });

  it('as classic formulas, calculated by LibreOffice', { timeout: 240_000 }, () => {
    const { differences, formulas, rows } = ledgerDifferences(loadPack(CITY), { rows: 1000, seed: seedOf(3) });
    expect(differences).toEqual([]);
    expect(formulas).toBe(2 * rows);
  });

  it('as a query, asked of DuckDB', { timeout: 60_000 }, async () => {
    const judgement = judged('paths');
    const query = verdictSql(judgement, { table: '台账', as: '路径', unresolved });
    const rows = ROWS.map(([, tax, area, revenue, scale, low]) => [
      ...[tax, area, revenue].map((value) => (typeof value === 'number' ? value : null)),
      String(scale).startsWith('规上') ? '规上' : '规下',
      low === '是' ? '是' : '否',
    ]);
    const columns = [
      ...['税收', '面积', '营业收入'].map((name) => ({ name, type: 'DOUBLE' as const })),
      ...['规模', '低效'].map((name) => ({ name, type: 'VARCHAR' as const })),
    ];
    expect(await askDuckDb({ name: '台账', columns, rows }, query, '路径')).toEqual(texts(judgement));
  });
});
