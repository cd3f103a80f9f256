import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../src/engine/assess/applyPolicy';
import { grade, type GradeVerdict } from '../../../src/engine/assess/grade';
import { fieldsRead } from '../../../src/engine/assess/readings';
import type { Cell } from '../../../src/engine/ledger/cell';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { packCells } from '../../../src/engine/policy/cells/packCells';
import { readPackCells } from '../../../src/engine/policy/cells/readPackCells';
import { loadPack } from '../../../src/engine/policy/loadPack';
import type { Day } from '../../../src/engine/quantity/day';
import { formulasOf, gradeDifferences, gradedSheets, gradesSaid } from '../../support/gradeDifferences';
import { RANKED, UNREAD_POINTS } from '../../support/rankedPolicy';
import { seedOf } from '../../support/seeds';
import { cellsOfSections } from './support/packRows';

/** A policy that scores by 亩均税收 against the mean of all and gives every second rank an A. */
const policy = ({ total = '', outright = '[]', after = '' }) => `id: rank-2026
title: 河口县办法
short: 河口2026
place: 河口
aliases: []
status: issued
published: 2026-01-01
source: ""
conventions: {}
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
  否决: { field: veto, whenBlank: 否, assumption: 没有填的没有 }
values: {}
grading:
  floor: 0
  bonus: "如果(否决 = 否, 0, 0)"
  indicators:
    产出: { formula: 税收 / 面积, benchmark: 本组平均, cap: 3, assumption: 试写 }
  cohorts:
    全部:
      when: 其余
      method: ratio
      weights: { 产出: 50 }
      outOf: 50
      quotas: [{ grade: 甲, share: 0.5 }, { grade: 乙, share: 0.5 }]
      assumption: 试写
${total === '' ? '' : `  total: ${total}\n`}  outright: ${outright}
${after === '' ? '' : `  after:\n    - ${after}\n`}`;

function graded(text: string, rows: readonly (readonly Cell[])[]): readonly GradeVerdict[] {
  const pack = loadPack(text);
  const heads = ['企业名称', '税收（万元）', '面积（亩）', '一票否决'];
  const cells = rows.map((row, at) => [`企业${String(at)}`, ...row]);
  const ledger = readLedger(matchHeaders([heads]), cells, { fields: fieldsRead(pack), zeroIsBlank: false });
  return grade(ledger, { policy: applyPolicy(pack) })?.verdicts ?? [];
}

const TAXES = [40, 30, 20, 10];
const rows = TAXES.map((tax): Cell[] => [tax, 1]);
const grades = (text: string, of: readonly (readonly Cell[])[] = rows) =>
  graded(text, of).map((own) => ('grade' in own ? own.grade : own.kind));
const scores = (text: string, of: readonly (readonly Cell[])[] = rows) =>
  graded(text, of).map((own) => (own.kind === 'ranked' ? own.score : own.kind));
const rule = (when: string, more = 'from: [甲], to: 乙') => `{ when: "${when}", ${more}, assumption: 试写 }`;

describe('corrections that ask for what ranking gives', () => {
  // The mean is 25: scores 80, 60, 40, 20 out of 50.
  it.each([
    ['综合得分 < 70', ['甲', '乙', '乙', '乙']],
    ['综合得分 < 60分', ['甲', '甲', '乙', '乙']],
    ['综合得分 60 以下', ['甲', '乙', '乙', '乙']],
    ['产出 < 产出本组平均', ['甲', '甲', '乙', '乙']],
    ['产出 < 产出本组平均 * 130%', ['甲', '乙', '乙', '乙']],
    ['综合得分 < 综合得分本组平均 * 1.3', ['甲', '乙', '乙', '乙']],
    ['本组位次 > 1', ['甲', '乙', '乙', '乙']],
    ['本组位次 / 本组户数 > 25%', ['甲', '乙', '乙', '乙']],
    ['本组户数 < 5', ['乙', '乙', '乙', '乙']],
  ])('%s: not 甲', (when, expected) => {
    expect(grades(policy({ after: rule(when) }))).toEqual(expected);
  });

  it('a row exactly at the mean is not below it, though fractions are binary', () => {
    const same = [
      [0.1, 0.3],
      [0.2, 0.6],
      [0.7, 2.1],
    ];
    expect(grades(policy({ after: rule('产出 < 产出本组平均', 'to: 低') }), same)).not.toContain('低');
  });

  it('hold for nothing that is not ranked', () => {
    const some: Cell[][] = [...rows, ['', 1], [10, 1]];
    expect(grades(policy({ after: rule('综合得分 < 1000 or 本组位次 > 0', 'to: 丙') }), some)).toEqual([
      ...['丙', '丙', '丙', '丙', 'unresolved', '丙'],
    ]);
  });

  it('the policy’s own name goes before that of the ranking', () => {
    const own = policy({ after: rule('综合得分 > 90') }).replace(
      'fields:\n',
      'fields:\n  综合得分: { field: score, whenBlank: unknown }\n',
    );
    // The ledger has no such column: nothing is known of it, and a rank's 甲 might be another grade.
    expect(grades(own)).toEqual(['unresolved', 'unresolved', '乙', '乙']);
  });

  it('are told where they cannot be asked', () => {
    expect(() => loadPack(policy({ outright: `[${rule('综合得分 < 5', 'grade: 丁')}]` }))).toThrow('综合得分');
  });
});

describe('totals', () => {
  const given = (least: string, most: string) =>
    policy({ total: `{ ${least}${most}citation: { place: 五, quote: 最低25分，最高70分 } }` });

  it('are not below the least nor above the most; equal ones rank alike', () => {
    expect(scores(given('least: 25, ', 'most: 70, '))).toEqual([70, 60, 40, 25]);
    expect(scores(given('', 'most: 55, '))).toEqual([55, 55, 40, 20]);
    expect(grades(given('', 'most: 35, '))).toEqual(['甲', '甲', '甲', '乙']);
  });

  it('are values of the policy, on what the document says', () => {
    const pack = loadPack(given('least: 25, ', 'most: 70, '));
    expect(pack.values.get('总分上限')).toMatchObject({ dated: [{ value: 70, basis: { kind: 'cited' } }] });
    expect(pack.values.has('总分下限')).toBe(true);
    expect(loadPack(policy({})).values.has('总分下限')).toBe(false);
  });
});

describe('vetoed rows', () => {
  const veto = (counts: string) => policy({ outright: `[{ when: 否决 = 是, grade: 丁${counts}, assumption: 试写 }]` });
  const vetoed: Cell[][] = [...rows, [0, 1, '是']];

  it('count in the mean where the document says so, and take no rank', () => {
    // Without the fifth the mean is 25, with it 20.
    expect(scores(veto(''), vetoed)).toEqual([80, 60, 40, 20, 'outright']);
    expect(scores(veto(', counts: 本组平均'), vetoed)).toEqual([100, 75, 50, 25, 'outright']);
    expect(grades(veto(', counts: 本组平均'), vetoed)).toEqual(['甲', '甲', '乙', '乙', '丁']);
    expect(graded(veto(', counts: 本组平均'), vetoed)[0]).toMatchObject({ of: 4 });
  });

  it('count in the least and the most too', () => {
    const spans = veto(', counts: 本组平均').replace('method: ratio', 'method: minMax');
    expect(scores(spans, vetoed)).toEqual([50, 37.5, 25, 12.5, 'outright']);
  });
});

describe('a line that grades outright and cannot be told', () => {
  const asked = (lines: string) =>
    policy({ outright: `[${lines}]` }).replace('whenBlank: 否, assumption: 没有填的没有', 'whenBlank: unknown');
  const veto = '{ when: 否决 = 是, grade: 丁, assumption: 试写 }';
  const low = (answer: string) => `{ when: 税收 < 15, grade: ${answer}, assumption: 试写 }`;
  const given: Cell[][] = [
    [40, 1, '否'],
    [30, 1, '是'],
    [20, 1, ''],
    [10, 1, ''],
    [5, 1, '否'],
  ];

  it('keeps the row from the ranking, and names what is missing', () => {
    expect(grades(asked(veto), given)).toEqual(['甲', '丁', 'unresolved', 'unresolved', '乙']);
    expect(graded(asked(veto), given)[2]).toEqual({ kind: 'unresolved', missing: ['一票否决'] });
    expect(graded(asked(veto), given)[0]).toMatchObject({ of: 2 });
  });

  it('is settled where what holds below it says the same, and open where that says something else', () => {
    expect(grades(asked(`${veto}, ${low('丁')}`), given)).toEqual(['乙', '丁', 'unresolved', '丁', '丁']);
    expect(grades(asked(`${veto}, ${low('不参评')}`), given)).toEqual([
      '乙',
      '丁',
      'unresolved',
      'unresolved',
      '不参评',
    ]);
    expect(grades(asked(`${low('不参评')}, ${veto}`), given)).toEqual(['乙', '丁', 'unresolved', '不参评', '不参评']);
  });

  it('does not where a blank has a meaning', () => {
    expect(grades(policy({ outright: `[${veto}]` }), given)).toEqual(['甲', '丁', '甲', '乙', '乙']);
  });
});

describe('points and corrections that cannot be told', () => {
  const given: Cell[][] = [
    [40, 1, '否'],
    [30, 1, ''],
    [20, 1, '是'],
    [10, 1, '否'],
  ];
  const open = (text: string) => text.replace('whenBlank: 否, assumption: 没有填的没有', 'whenBlank: unknown');

  it('leave the total open, and the row in the mean', () => {
    const bonus = open(policy({})).replace('如果(否决 = 否, 0, 0)', '如果(否决 = 否, 0, 10)');
    const plain = scores(policy({}), given);
    expect(scores(bonus, given)).toEqual([plain[0], 'unresolved', Number(plain[2]) + 10, plain[3]]);
    expect(graded(bonus, given)[1]).toEqual({ kind: 'unresolved', missing: ['一票否决'] });
  });

  it('leave the grade open where it would be another, and the places as they are', () => {
    const after = open(policy({ after: '{ when: 否决 = 是, to: 乙, assumption: 试写 }' })).replace(
      '如果(否决 = 否, 0, 0)',
      '0',
    );
    expect(grades(after, given)).toEqual(['甲', 'unresolved', '乙', '乙']);
    expect(graded(after, given)[2]).toMatchObject({ rank: 3, of: 4 });
    const lower = open(policy({ after: '{ when: 否决 = 是, from: [乙], to: 甲, assumption: 试写 }' })).replace(
      '如果(否决 = 否, 0, 0)',
      '0',
    );
    expect(grades(lower, given)).toEqual(['甲', '甲', '甲', '乙']);
  });
});

describe('the mean of a group', () => {
  it('is weighted for a quotient with a factor too', () => {
    const factor = policy({}).replace('formula: 税收 / 面积', 'formula: "税收 / 面积 * 如果(否决 = 是, 0.5, 1)"');
    // 90 and 10 of 1 and 9 亩, the second counted half: (90 + 5) / 10 = 9.5, not the mean of 90 and 5/9.
    const [, second] = scores(factor, [
      [90, 1],
      [10, 9, '是'],
    ]);
    expect(second).toBeCloseTo((50 * (5 / 9)) / 9.5, 9);
  });
});

describe('every reading of it', () => {
  it('goes through cells as it is', () => {
    const pack = loadPack(RANKED);
    expect(readPackCells(cellsOfSections(packCells(pack))).grading).toEqual(pack.grading);
  });

  it.each([
    ['whole cohorts', RANKED],
    ['points that nobody may read as none', UNREAD_POINTS],
    [
      'within each township',
      RANKED.replaceAll(/(when: 规模 = 规.\n)/g, '$1      each: 区镇\n')
        .replace('benchmark: 本组最高', 'benchmark: 本组平均')
        .replace('method: minMax', 'method: ratio'),
    ],
  ])('classic formulas, calculated by LibreOffice: %s', { timeout: 240_000 }, (_, text) => {
    const overlay = {
      ...{ values: new Map<string, number>(), outputLines: new Map<string, number>(), asOf: '2026-02-28' as Day },
      ...{ places: new Map<string, { row: number; column: number }>(), units: new Map<string, string>() },
    };
    const made = gradedSheets(loadPack(text), { rows: 800, seed: seedOf(21), overlay });
    expect(formulasOf(made.sheet).length).toBeGreaterThan(15 * 700);
    expect(gradeDifferences([made.source, made.sheet], made.verdicts).slice(0, 5)).toEqual([]);
    expect(['A', 'B', 'C', 'D', '不参评'].every((own) => gradesSaid(made.verdicts).has(own))).toBe(true);
    expect(made.verdicts.some((own) => own.kind === 'ranked' && own.before !== undefined)).toBe(true);
  });
});
