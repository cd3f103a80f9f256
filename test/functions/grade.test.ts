import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/engine/ledger/index';
import type { NewSheet } from '../../src/sheet/sheet';
import { mujunGrade } from '../../src/functions/mujunGrade';
import { mujunScore } from '../../src/functions/mujunScore';
import { sheetsToFile } from '../../src/package/sheetsToFile';
import { readByLibreOffice } from '../package/support/libreOffice';
import { refusal, shown } from './refusal';

const HEADERS = [['企业名称', '税收(万元)', '用地面积(亩)', '规模', '企业状态', '一票否决']];
const POLICY = '综合评价模板';

/** Enterprises below scale, many with equal yields. */
const ROWS: Cell[][] = Array.from({ length: 200 }, (_, at) => {
  const area = 5 + (at % 10);
  return [`企业${at + 1}`, area * (1 + ((at * 37) % 40)), area, '规下', '', ''];
});

/** The same by the formulas an official would write: RANK, COUNT, and the ratio to twice Σ税收/Σ面积, at most 1.5. */
function byFormulas(): NewSheet {
  const last = ROWS.length;
  const formulas = ROWS.map((_, at) => {
    const row = at + 1;
    return [
      `=MAX(0,MIN(1.5,(A${row}/B${row})/(2*SUM(A$1:A$${last})/SUM(B$1:B$${last}))))*100`,
      `=RANK(C${row},C$1:C$${last},0)/COUNT(C$1:C$${last})`,
      `=IF(D${row}<=0.2,"A",IF(D${row}<=0.6,"B",IF(D${row}<=0.95,"C","D")))`,
      `=1+COUNTIF(C$1:C$${last},">"&C${row})`,
    ];
  });
  return {
    name: '名次',
    freezeRows: 0,
    blocks: [
      { row: 0, column: 0, values: ROWS.map((row) => [Number(row[1]), Number(row[2])]) },
      { row: 0, column: 2, values: formulas.map((line) => line.map(() => '')), formulas },
    ],
  };
}

describe('MUJUN_GRADE and MUJUN_SCORE', () => {
  it('agree with LibreOffice’s RANK over 200 enterprises with many ties', { timeout: 120_000 }, () => {
    const sheet = readByLibreOffice(sheetsToFile([byFormulas()])).get('名次') ?? [];
    const grades = mujunGrade.answer(HEADERS, ROWS, POLICY).flat();
    const scores = mujunScore.answer(HEADERS, ROWS, POLICY).flat();
    expect(grades).toEqual(sheet.slice(0, 200).map((row) => row[4]));
    scores.forEach((score, at) => expect(Number(score)).toBeCloseTo(Number(sheet[at]?.[2]), 9));
    expect(new Set(grades)).toEqual(new Set(['A', 'B', 'C', 'D']));
  });

  it('do not depend on the order of rows', () => {
    const backwards = mujunGrade.answer(HEADERS, ROWS.toReversed(), POLICY).flat();
    expect(backwards.toReversed()).toEqual(mujunGrade.answer(HEADERS, ROWS, POLICY).flat());
  });

  it.each<[string, Cell]>([
    ['0', 0],
    ['null', null],
    ["''", ''],
  ])('blanks delivered as %s: missing, exempt, vetoed and no data', (_, blank) => {
    const rows: Cell[][] = [
      ['甲', 100, 10, '规下', blank, blank],
      ['乙', 50, 10, '规下', blank, blank],
      ['丙', blank, 10, '规下', blank, blank],
      ['丁', 80, blank, '规下', blank, blank],
      ['戊', 80, 10, '规下', '新办', blank],
      ['己', 80, 10, '规下', blank, '是'],
      ['合计', 390, 50, blank, blank, blank],
      [blank, blank, blank, blank, blank, blank],
    ];
    const grades = mujunGrade.answer(HEADERS, rows, POLICY).flat();
    // Two are rated: 1/2 is within B's 0.60, 2/2 is D.
    expect(grades.slice(0, 2)).toEqual(['B', 'D']);
    expect(grades[2]).toBe(blank === 0 ? '待核实：税收为 0 或空白' : '待核实：缺 税收');
    expect(grades[3]).toBe('待核实：缺 面积');
    expect(grades.slice(4, 7)).toEqual(['不定等级', 'D', '']);
    const scores = mujunScore.answer(HEADERS, rows, POLICY).flat();
    expect(Number(scores[0])).toBeGreaterThan(Number(scores[1]));
    expect(shown(scores[2])).toBe('notAvailable: 缺 税收');
    expect(shown(scores[4])).toBe('notAvailable: 不按得分排名，直接列“不定等级”');
    expect(scores[6]).toBe('');
  });

  it('refuse without a policy, and where the policy does not grade', () => {
    expect(refusal(() => mujunGrade.answer(HEADERS, ROWS, undefined))).toContain('notAvailable: 请指定政策');
    expect(refusal(() => mujunGrade.answer(HEADERS, ROWS, '嵊州2021'))).toBe(
      'notAvailable: 该政策没有按得分和比例评等级的规定（嵊州2021），可用 "综合评价模板"',
    );
    expect(refusal(() => mujunGrade.answer([['甲', '乙']], [[1, 2]], POLICY))).toContain(
      'invalidValue: 表头中没有认出',
    );
  });
});
