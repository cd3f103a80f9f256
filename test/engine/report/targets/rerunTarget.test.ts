import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keptTownships,
  rerunTarget,
  TARGET_HEADS,
  targetLines,
} from '../../../../src/engine/report/targets/rerunTarget';
import { changesSince, logLines } from '../../../../src/engine/report/targets/targetLog';
import { targetSheet } from '../../../../src/engine/report/targets/targetSheet';
import type { NewSheet, SheetCell } from '../../../../src/sheet/sheet';
import { madeRows, madeTarget, TOWNSHIPS } from './support/madeTarget';

/** A model as a spreadsheet holds it: formulas as their text. */
function held(model: NewSheet): SheetCell[][] {
  const cells: (SheetCell[] | undefined)[] = [];
  for (const { row, column, values, formulas } of model.blocks)
    values.forEach((line, down) =>
      line.forEach((value, right) => {
        const formula = formulas?.[down]?.[right] ?? '';
        const own = (cells[row + down] ??= []);
        while (own.length <= column + right) own.push('');
        own[column + right] = formula === '' ? value : formula;
      }),
    );
  return Array.from(cells, (line) => line ?? []);
}

const BODY = 6;
const KEY = 1;
const first = madeTarget(madeRows(120, TOWNSHIPS));
const later = (earlier: SheetCell[][]) => {
  const input = madeTarget(madeRows(140, ['戊镇', ...TOWNSHIPS], 7), { version: 2 });
  const whole = { ...input, townships: [...input.townships, ...keptTownships(earlier, input.townships)] };
  return rerunTarget(targetSheet(whole), earlier);
};
const rowOf = (cells: readonly SheetCell[][], name: string) =>
  cells.findIndex((line, row) => row >= BODY && line[KEY] === name);

/** The columns that people type in, by their place: 下达数 to 备注. */
const TYPED = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const edit = fc.record({
  township: fc.constantFrom(...TOWNSHIPS, '己镇'),
  column: fc.constantFrom(...TYPED),
  value: fc.oneof(
    fc.integer({ min: 1, max: 99_999 }),
    fc.double({ min: 0.01, max: 5000, noNaN: true }),
    fc.constantFrom('暂缓', '市资规局', '—', '=M8*1.05', '见附件'),
  ),
});

describe('regenerating after people have typed', () => {
  it('loses none of it, wherever the rows have gone', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), fc.boolean(), (edits, reversed) => {
        const cells = held(targetSheet(first));
        const added = cells[BODY + 1]?.map((cell, column) => (column === KEY ? '己镇' : column > 16 ? '' : cell)) ?? [];
        const last = BODY + first.townships.length;
        cells.splice(last + 1, 0, added);
        const typed = new Map<string, SheetCell>();
        for (const { township, column, value } of edits) {
          const line = cells[rowOf(cells, township)];
          if (!line) throw new Error(township);
          line[column] = value;
          typed.set(`${township}|${String(column)}`, value);
        }
        if (reversed)
          cells.splice(BODY + 1, TOWNSHIPS.length, ...cells.slice(BODY + 1, BODY + 1 + TOWNSHIPS.length).reverse());
        const again = held(later(cells).model);
        for (const [where, value] of typed) {
          const [township = '', column] = where.split('|');
          const row = rowOf(again, township);
          const expected =
            typeof value === 'string' && value.startsWith('=') && rowOf(cells, township) === 7
              ? value.replace('M8', `M${String(row + 1)}`)
              : value;
          expect(again[row]?.[Number(column)]).toEqual(expected);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('makes new what nobody typed: stock, progress and the proposal follow the ledger', () => {
    const earlier = held(targetSheet(first));
    const { model } = later(earlier);
    const fresh = held(model);
    const row = rowOf(fresh, '甲镇');
    expect(String(fresh[row]?.[3])).toContain('目标底数2024_v2');
    expect(String(fresh[BODY]?.[5])).toBe('=SUM(F8:F12)');
    const issued = targetLines(earlier).get('甲镇')?.[TARGET_HEADS.indexOf('年度目标/处置面积（亩）')];
    expect(fresh[row]?.[5]).toBe(issued);
    expect(fresh[row]?.[17]).not.toBe(issued);
  });

  it('keeps a column and a unit that people wrote, and the title they changed', () => {
    const cells = held(targetSheet(first));
    const line = cells[rowOf(cells, '乙镇')] as SheetCell[];
    (cells[4] as SheetCell[])[19] = '联系人';
    line[19] = '张三';
    (cells[2] as SheetCell[])[0] = '填报单位：嵊州市经信局（盖章）';
    (cells[1] as SheetCell[])[0] = '嵊州市2024年目标任务分解表';
    const fresh = held(later(cells).model);
    expect(fresh[4]).toContain('联系人');
    expect(fresh[rowOf(fresh, '乙镇')]).toContain('张三');
    expect(fresh[2]?.[0]).toBe('填报单位：嵊州市经信局（盖章）');
    expect(fresh[1]?.[0]).toBe('嵊州市2024年目标任务分解表');
  });
});

describe('the log of changes after issue', () => {
  const shown = new Map([['甲镇', ['1', '甲镇', 3, 90, 6, 355, 10, '—', 36, 124, 231, 355]]]);

  it('first says what was issued, then only what changed', () => {
    const issue = changesSince(shown, [], '年度目标2024_v1');
    expect(issue.map(({ column, after }) => [column, after])).toEqual([
      ['F 处置面积', 355],
      ['G 宗数', 10],
      ['I 一季度', 36],
      ['J 上半年', 124],
      ['K 三季度', 231],
      ['L 全年', 355],
    ]);
    const log = logLines({ changes: issue, reason: '', time: '2024-02-01 09:00', sheet: '年度目标2024_v1' });
    expect(log[0]).toEqual(['甲镇', 'F 处置面积', '—', 355, '首次下达', '2024-02-01 09:00', '年度目标2024_v1']);
    expect(changesSince(shown, log, '年度目标2024_v2')).toEqual([]);
    const raised = new Map([['甲镇', [...(shown.get('甲镇') ?? [])].with(5, 400)]]);
    expect(changesSince(raised, log, '年度目标2024_v2')).toEqual([
      { township: '甲镇', column: 'F 处置面积', before: 355, after: 400 },
    ]);
  });

  it('does not take another year for this one', () => {
    const log = logLines({
      changes: changesSince(shown, [], '年度目标2023_v1'),
      reason: '',
      time: '',
      sheet: '年度目标2023_v1',
    });
    expect(changesSince(shown, log, '年度目标2024_v1')).toHaveLength(6);
  });
});
