import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/ledger/cell';
import { proposedDecisions, writesOf } from '../../../src/engine/share/mergeDecisions';
import { mergeReturned } from '../../../src/engine/share/mergeReturned';
import type { MergeResult } from '../../../src/engine/share/mergeTypes';
import { made, sharedLedger } from './support/madeCopies';

const TITLES = ['序号', '企业名称', '镇街', '用地面积（亩）', '实缴税收（万元）'];
const ROWS: Cell[][] = [
  [1, '甲机械厂', '城东镇', 10.25, 100.5],
  [2, '乙纺织厂', '城西街道', 17.75, 131.75],
  [3, '丙电器厂', '城东镇', 25.25, 163],
  [4, '丁阀门厂', '城西街道', 32.75, 194.25],
];

/** What a merge makes of lines that came back, each with its row code first. */
function merged(lines: readonly (readonly Cell[])[], rows = ROWS): MergeResult {
  const split = { by: 'whole', tax: 'show', identity: 'show', personal: 'show', others: 'locked' } as const;
  const { home, record, files } = made(sharedLedger(TITLES, rows), split);
  const [file] = files;
  const [sheet] = file?.sheets ?? [];
  if (!file || !sheet) throw new Error('nothing was sent');
  const values = [...sheet.values.slice(0, 2), ...lines];
  const formulas = values.map((row) => row.map(() => ''));
  const work = mergeReturned(home, record, [{ ...file, sheets: [{ ...sheet, values, formulas }] }]);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

const written = (result: MergeResult) =>
  writesOf(result.changes, proposedDecisions(result)).map(({ row, column, after }) => [row, column, after]);

const asSent = ROWS.map((row, index): Cell[] => [`H000${index + 1}`, ...row]);

describe('rows that have left their codes', () => {
  it('takes nothing by itself where two names changed places and all but the codes was sorted then', () => {
    const result = merged([
      ['H0001', 2, '甲机械厂', '城西街道', 77935.18, 40507.46],
      ['H0002', 1, '乙纺织厂', '城东镇', 60987.59, 35817.99],
      ['H0003', 3, '丙电器厂', '城东镇', 25.25, 33924.48],
      ['H0004', 4, '丁阀门厂', '城西街道', 32.75, 31457.09],
    ]);
    expect(written(result)).toEqual([
      [2, 4, 33924.48],
      [3, 4, 31457.09],
    ]);
    expect(result.changes.filter(({ row }) => row < 2).map(({ kind }) => kind)).not.toContain('there');
  });

  it('takes nothing of a line by its code alone once another line says something else than its code', () => {
    const result = merged([
      ['H0001', 1, '乙纺织厂', '城西街道', 17.75, 131.75],
      ['H0002', '', '', '', 55.5, 500],
      ['H0003', 3, '丙电器厂', '城东镇', 25.25, 163],
      ['H0004', 4, '丁阀门厂', '城西街道', 32.75, 194.25],
    ]);
    expect(written(result)).toEqual([]);
  });

  it('empties no row of which only the code came back, as after cells were put in beside the codes', () => {
    const [first = [], second = [], third = [], fourth = []] = asSent;
    const result = merged([
      ['H0001', ...first.slice(1)],
      ['H0002', '', '', '', '', ''],
      ['H0003', ...second.slice(1)],
      ['H0004', ...third.slice(1)],
      ['', ...fourth.slice(1)],
    ]);
    expect(written(result)).toEqual([]);
  });

  it('takes what is filled in where the lines are numbered anew after sorting with their codes', () => {
    const [first = [], second = [], third = [], fourth = []] = asSent;
    const sorted = [fourth, third, second, first].map((line, index): Cell[] => [line[0], index + 1, ...line.slice(2)]);
    const result = merged(sorted.map((line) => [...line.slice(0, 5), Number(line[5]) + 0.5]));
    expect(written(result).map(([row]) => row)).toEqual([0, 1, 2, 3]);
  });

  it('takes a whole column that is filled in anew, with a township put right besides', () => {
    const result = merged(
      asSent.map((line, index): Cell[] => [
        ...line.slice(0, 3),
        index === 0 ? '城西街道' : line[3],
        line[4],
        900 + index,
      ]),
    );
    expect(written(result).filter(([, column]) => column === 4)).toHaveLength(4);
  });

  it.each([
    [['', '', '新来的公司', '', '', ''], '新来的公司'],
    [['', '', '', '', '', 21147.55], ''],
  ])('tells of a line that has only a name, or only a figure: %j', (line, name) => {
    const result = merged([...asSent.slice(0, 3), line, ...asSent.slice(3)]);
    const [note] = result.notes;
    expect([note?.kind, note?.reason, note?.name]).toEqual(['unsure', 'scrap', name]);
  });
});
