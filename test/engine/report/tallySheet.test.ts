import { describe, expect, it } from 'vitest';
import { tallySheet } from '../../../src/engine/report/checks/tallySheet';
import type { NewSheet } from '../../../src/sheet/sheet';
import { mujunQuotaReward } from '../../../src/functions/mujunQuotaReward';
import { mujunTaxShare } from '../../../src/functions/mujunTaxShare';
import { calculatedSheets } from '../../support/openSheets';

const QUOTA = [
  [1000, 120, 120, 30, 30],
  [1000, 120, 119.99, 30, 30],
  [1000, 120, 130, 30, 29],
  [800.5, 120, 0.1, 30, 0.1],
] as const;
const RISES = [1000, -12.34, 0.01] as const;

/** The sheet as people fill it in: lines behind a head, and the values under a name in the first column. */
function filled(sheet: NewSheet, given: Readonly<Record<string, string | number>>): string[][] {
  const starts = sheet.blocks.flatMap(({ row, values }) =>
    ['地区', '项目'].includes(String(values[0]?.[0])) ? [row] : [],
  );
  const names = sheet.blocks.flatMap(({ row, column, values }) =>
    column === 0 ? values.map(([name], at) => ({ name, row: row + at })) : [],
  );
  const edits = [
    ...QUOTA.map((line, at) => ({ row: (starts[0] ?? 0) + 1 + at, column: 1, values: [line] })),
    ...RISES.map((rise, at) => ({ row: (starts[1] ?? 0) + 1 + at, column: 1, values: [[rise]] })),
    ...Object.entries(given).map(([name, value]) => ({
      ...{ row: names.find((own) => own.name === name)?.row ?? 0, column: 1, values: [[value]] },
    })),
  ];
  return calculatedSheets([{ ...sheet, blocks: [...sheet.blocks, ...edits] }]).get('测算表') ?? [];
}

const numbers = (grid: string[][], head: string) => {
  const top = grid.findIndex((row) => row.includes(head));
  const column = grid[top]?.indexOf(head) ?? -1;
  return grid.slice(top + 1, top + 11).map((row) => row[column] ?? '');
};

describe('测算表', () => {
  it.each([
    { 奖励比例: 0.1, 核减比例: 0.2, 何时核减: '任一项未完成', word: '任一' },
    { 奖励比例: 0.05, 核减比例: 0.3, 何时核减: '两项都未完成', word: '都' },
  ])(
    '增存挂钩 with $奖励比例, $核减比例, $何时核减 is what MUJUN_QUOTA_REWARD answers',
    { timeout: 60_000 },
    ({ word, ...given }) => {
      const theirs = numbers(filled(tallySheet(''), given), '核定计划指标（亩）');
      const own = QUOTA.map(
        (line) =>
          mujunQuotaReward.answer(
            ...(line.map((n) => [[n]]) as unknown as [never, never, never, never, never]),
            given.奖励比例,
            given.核减比例,
            word,
          )[0]?.[0],
      );
      expect(theirs.slice(0, QUOTA.length).map(Number)).toEqual(own.map((n) => expect.closeTo(Number(n), 9) as number));
      expect(theirs.slice(QUOTA.length).join('')).toBe('');
    },
  );

  it(
    '税收分成 is what MUJUN_TAX_SHARE answers, and says so where the shares do not make 1',
    { timeout: 60_000 },
    () => {
      const grid = filled(tallySheet(''), { 迁出镇比例: 0.4, 迁入镇比例: 0.4, 区级比例: 0.2 });
      const own = mujunTaxShare.answer(
        RISES.map((rise) => [rise]),
        0.4,
        0.4,
        0.2,
      );
      ['迁出镇（万元）', '迁入镇（万元）', '区级（万元）'].forEach((head, part) => {
        const theirs = numbers(grid, head).slice(0, RISES.length).map(Number);
        expect(theirs).toEqual(own.map((line) => expect.closeTo(Number(line[part]), 9) as number));
      });
      const wrong = filled(tallySheet(''), { 迁出镇比例: 0.4, 迁入镇比例: 0.7 });
      expect(numbers(wrong, '区级（万元）').slice(0, 4)).toEqual([...Array<string>(3).fill('比例合计须为 1'), '']);
    },
  );
});
