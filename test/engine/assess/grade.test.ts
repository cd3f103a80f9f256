import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../src/engine/assess/applyPolicy';
import { grade, type GradeVerdict } from '../../../src/engine/assess/grade';
import { gradeText } from '../../../src/engine/assess/gradeText';
import { gradeOfRank, cohortRanks } from '../../../src/engine/assess/gradeRows';
import { fieldsRead } from '../../../src/engine/assess/readings';
import type { Cell } from '../../../src/engine/ledger/cell';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { loadPack } from '../../../src/engine/policy/loadPack';
import template from '../../../src/engine/policy/packs/grading-template/pack.yaml';

const HEADERS = [
  '企业名称',
  '税收(万元)',
  '用地面积(亩)',
  '营业收入',
  '工业增加值',
  '综合能耗',
  '研发经费',
  '平均职工人数',
  '规模',
  '用地来源',
  '企业状态',
  '一票否决',
  '加分',
  '减分',
];
type Row = Partial<Record<(typeof HEADERS)[number], Cell>>;

function gradesOf(rows: readonly Row[], text = template): readonly GradeVerdict[] {
  const pack = loadPack(text);
  const cells = rows.map((row, at) =>
    HEADERS.map((name) => row[name] ?? (name === '企业名称' ? `企业${String(at)}` : '')),
  );
  const ledger = readLedger(matchHeaders([HEADERS]), cells, { fields: fieldsRead(pack), zeroIsBlank: false });
  return grade(ledger, { policy: applyPolicy(pack) })?.verdicts ?? [];
}

const small = (tax: number, more: Row = {}): Row => ({ '税收(万元)': tax, '用地面积(亩)': 10, 规模: '规下', ...more });

describe('grades by rank within a cohort', () => {
  it('20 enterprises below scale: A to 20 %, B to 60 %, C to 95 %, D the rest', () => {
    const grades = gradesOf(Array.from({ length: 20 }, (_, at) => small(100 - at)));
    expect(grades.map((own) => ('grade' in own ? own.grade : '')).join('')).toBe('AAAABBBBBBBBCCCCCCCD');
  });

  it('equal scores have equal grades, and the next one counts all of them above it', () => {
    const grades = gradesOf([90, 90, 90, 90, 90, 10, 9, 8, 7, 6].map((tax) => small(tax)));
    expect(grades.map((own) => (own.kind === 'ranked' ? own.rank : 0))).toEqual([1, 1, 1, 1, 1, 6, 7, 8, 9, 10]);
    expect(grades.slice(0, 5)).toEqual(grades.slice(0, 5).map((own) => ({ ...own, grade: 'A' })));
  });

  it('the score is the ratio to twice Σ税收/Σ面积 of the cohort, capped, times the weight, plus bonus less penalty', () => {
    const [first, second, third] = gradesOf([
      small(30),
      small(10, { 加分: 5 }),
      small(20, { 减分: 2, '用地面积(亩)': 20 }),
    ]);
    const mean = 60 / 40;
    const score = (own: GradeVerdict | undefined) => (own?.kind === 'ranked' ? own.score : NaN);
    expect(score(first)).toBeCloseTo((100 * 3) / (2 * mean), 9);
    expect(score(second)).toBeCloseTo((100 * 1) / (2 * mean) + 5, 9);
    expect(score(third)).toBeCloseTo((100 * 1) / (2 * mean) - 2, 9);
  });

  it('min-max gives 20 points to the least and 100 to the most', () => {
    const text = template.replace(/(规下:\n\s+when: 规模 = 规下\n\s+method: )ratio/, '$1minMax');
    const scores = gradesOf([small(30), small(20), small(10)], text).map((own) =>
      own.kind === 'ranked' ? own.score : NaN,
    );
    expect(scores).toEqual([100, 60, 20]);
  });

  it('keeps cohorts apart; exempt and vetoed rows take no place; what is missing is named', () => {
    const grades = gradesOf([
      small(1, { 用地来源: '承租' }),
      small(1, { '用地面积(亩)': 2.9 }),
      small(50),
      small(50, { 企业状态: '新办' }),
      small(50, { 一票否决: '√' }),
      small(50, { '税收(万元)': '' }),
      small(50, { 规模: '是' }),
    ]);
    expect(
      grades.map((own) => (own.kind === 'ranked' ? `${own.cohort}${String(own.rank)}/${String(own.of)}` : own.kind)),
    ).toEqual(['承租户1/1', '小微地块1/1', '规下1/1', 'outright', 'outright', 'unresolved', 'unresolved']);
    expect([grades[3], grades[4]]).toMatchObject([{ grade: '不定等级' }, { grade: 'D' }]);
    expect(grades[5]).toMatchObject({ missing: ['税收'] });
    expect(grades[6]).toMatchObject({ missing: ['营业收入', '工业增加值', '综合能耗', '研发经费', '平均职工人数'] });
  });

  it('a benchmark that is not above 0, or a division by 0, is said as that and nothing is called missing', () => {
    const large = (more: Row) => small(50, { 规模: '是', 营业收入: 900, 工业增加值: 90, 综合能耗: 9, ...more });
    const none = { 研发经费: 0, 平均职工人数: 20 };
    const grades = gradesOf([large(none), large({ ...none, 研发经费: '' }), small(-3), small(2)]);
    expect(grades).toEqual([
      { kind: 'noScore', indicators: ['研发投入占比'] },
      { kind: 'unresolved', missing: ['研发经费'] },
      { kind: 'noScore', indicators: ['亩均税收'] },
      { kind: 'noScore', indicators: ['亩均税收'] },
    ]);
    const [first = { kind: 'notData' }] = grades;
    expect(gradeText(first, () => '')).toBe('待核实：算不出 研发投入占比（除数为 0，或本组的基准不大于 0）');
    const [idle, other] = gradesOf([large({ ...none, 平均职工人数: 0 }), large({ ...none, 研发经费: 9 })]);
    expect(idle).toEqual({ kind: 'noScore', indicators: ['全员劳动生产率'] });
    expect(other).toMatchObject({ kind: 'ranked', of: 1 });
  });

  it('agrees with counting by hand, and with any order of rows', () => {
    const taxes = fc.array(fc.integer({ min: -5, max: 30 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(taxes, (numbers) => {
        fc.pre(numbers.reduce((sum, tax) => sum + tax, 0) > 0);
        const own = gradesOf(numbers.map((tax) => small(tax)));
        const scores = own.map((one) => (one.kind === 'ranked' ? one.score : NaN));
        own.forEach((one, at) => {
          const k = 1 + scores.filter((score) => score > (scores[at] ?? NaN)).length;
          const share = k / numbers.length;
          const expected = share <= 0.2 ? 'A' : share <= 0.6 ? 'B' : share <= 0.95 ? 'C' : 'D';
          expect(one).toMatchObject({ grade: expected, rank: k });
        });
        const turned = gradesOf(numbers.toReversed().map((tax) => small(tax))).toReversed();
        expect(turned.map((one) => ('grade' in one ? one.grade : ''))).toEqual(
          own.map((one) => ('grade' in one ? one.grade : '')),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('the line of a share belongs to the better grade however the shares were added', () => {
    const quotas = [0.1, 0.2, 0.3, 0.4].map((share) => ({ share }));
    expect([1, 3, 6, 10].map((rank) => gradeOfRank({ rank, of: 10 }, quotas))).toEqual([0, 1, 2, 3]);
  });

  /** The grade of each score among all of them, -1 of what is missing. */
  function gradesByRank(scores: Float64Array): number[] {
    const rated = [...scores.keys()].filter((row) => !Number.isNaN(scores[row]));
    const quotas = [0.2, 0.4, 0.35, 0.05].map((share) => ({ share }));
    const grades = [...cohortRanks([scores], rated)].map((rank) => gradeOfRank({ rank, of: rated.length }, quotas));
    return grades.map((grade, row) => (rated.includes(row) ? grade : -1));
  }

  it('is the fixture’s example: 4, 8, 7 and 1 of 20; a rise of all by 30 % moves nobody', () => {
    const scores = Float64Array.from({ length: 20 }, (_, index) => 5 * (index + 1));
    const grades = gradesByRank(scores);
    expect([0, 1, 2, 3].map((grade) => grades.filter((of) => of === grade).length)).toEqual([4, 8, 7, 1]);
    expect(gradesByRank(scores.map((score) => score * 1.3))).toEqual(grades);
  });

  it('equal values get equal grades; a missing one gets none', () => {
    expect(gradesByRank(Float64Array.of(5, 5, NaN, 1))).toEqual([1, 1, -1, 3]);
  });
});
