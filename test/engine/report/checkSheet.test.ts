import { finish } from '../../../src/steps/steps';
import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../src/engine/assess/applyPolicy';
import type { Cell } from '../../../src/engine/ledger/cell';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { findPack } from '../../../src/engine/policy/packs';
import { CHECK_FIELDS } from '../../../src/engine/report/checks/checkInput';
import { checkSheet } from '../../../src/engine/report/checks/checkSheet';
import type { NewSheet } from '../../../src/sheet/sheet';
import { seededRandom } from '../../support/sample/seededRandom';
import { mujunAreaBalance } from '../../../src/functions/mujunAreaBalance';
import { mujunMixCheck } from '../../../src/functions/mujunMixCheck';
import { mujunStdCheck } from '../../../src/functions/mujunStdCheck';
import { CHECK_WORDS } from '../../../src/text/checks';
import { unresolvedText } from '../../../src/text/functions';
import { calculatedSheets } from '../../support/openSheets';
import { seedOf } from '../../support/seeds';
import { oneTable } from '../../../src/sheet/whereCellsStand';

const HEADERS = ['企业名称', '所属园区', '用地面积(亩)', '出让年限', '工业建筑面积', '总建筑面积', '容积率', '绿地率'];

function rowsOf(count: number, seed: number): Cell[][] {
  const draw = seededRandom(seedOf(seed));
  const one = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;
  const rows = Array.from({ length: count }, (_, row): Cell[] => {
    const whole = one([1000, 3333.3, 2000, '']);
    const part = typeof whole === 'number' ? one([whole * 0.51, whole * 0.5, whole, whole + 1, 1, '']) : 500;
    return [
      ...[`企业${String(row)}`, one(['甲园', '乙园', '丙园', '']), one([10, 20.5, 3, row % 97 === 5 ? '' : 7])],
      ...[one([20, 30, 31, 50, '']), part, whole],
      ...[one([0.8, 1.2, 1.5, 2.4, row % 91 === 7 ? '' : 1.1]), one([0.1, 0.15, 0.2])],
    ];
  });
  // The functions cut blanks at the end of a column.
  return [...rows, ['末户', '甲园', 10, 30, 600, 1000, 1.5, 0.2]];
}

function made(rows: readonly (readonly Cell[])[], floors: { 容积率?: number; 绿地率?: number }): NewSheet {
  const fields = ['landArea', 'enterprise', ...CHECK_FIELDS];
  const ledger = readLedger(matchHeaders([HEADERS]), rows, { fields, zeroIsBlank: false });
  const pack = findPack('嘉兴2024');
  const policy = pack && applyPolicy(pack);
  const given = {
    title: '试算',
    note: '',
    standing: oneTable({ sheet: '台账', row: 1, column: 0 }),
    ledger,
    rows,
    floors,
    words: CHECK_WORDS,
    unresolved: unresolvedText,
  };
  const sheet = policy && finish(checkSheet({ ...given, policy }));
  if (!sheet) throw new Error('nothing to check');
  return sheet;
}

/** Columns of the sheet as LibreOffice calculates it, by head. */
function calculated(sheet: NewSheet): (head: string) => string[] {
  const grid = calculatedSheets([sheet]).get('核对表') ?? [];
  const top = grid.findIndex(([first]) => first === '来源行');
  const lines = grid.slice(top + 1).filter(([row]) => row !== '');
  return (head) => lines.map((line) => line[grid[top]?.indexOf(head) ?? -1] ?? '?');
}

const column = (rows: readonly (readonly Cell[])[], at: number): Cell[][] => rows.map((row) => [row[at] ?? '']);
const wordsOf = (answers: readonly (readonly unknown[])[]): string[] =>
  answers.map(([first]) => (typeof first === 'string' ? first : '请核对原表数字'));

/** The checks as the custom functions answer them over the same cells. */
function expected(rows: readonly (readonly Cell[])[], floor: number) {
  const balance = mujunAreaBalance.answer(column(rows, 2), column(rows, 6), floor, column(rows, 1));
  return {
    // To the function a blank cell of its only column is a row without data.
    出让年限核对: wordsOf(mujunStdCheck.answer('嘉兴2024', column(rows, 3), '年限')).map(
      (word) => word || unresolvedText(['出让年限']),
    ),
    工业建筑面积占比核对: wordsOf(mujunMixCheck.answer(column(rows, 4), column(rows, 5), '嘉兴2024')),
    容积率核对: wordsOf(balance).map((word) =>
      word.replace(/第 \d+ 行的.*/, '同范围其他地块的数').replace('容积率或绿地率', '容积率'),
    ),
    差额: balance.map(([, , shortfall]) => Number(shortfall)),
  };
}

function same(theirs: (head: string) => string[], own: ReturnType<typeof expected>): void {
  for (const head of ['出让年限核对', '工业建筑面积占比核对', '容积率核对'] as const)
    expect(theirs(head)).toEqual(own[head]);
  theirs('容积率差额（㎡）').forEach((cell, row) => expect(Number(cell)).toBeCloseTo(own.差额[row] ?? NaN, 6));
}

describe('核对表 as classic formulas', () => {
  it('LibreOffice gives what the functions answer', { timeout: 120_000 }, () => {
    const rows = rowsOf(400, 1);
    const sheet = made(rows, { 容积率: 1.5, 绿地率: 0.15 });
    const theirs = calculated(sheet);
    same(theirs, expected(rows, 1.5));
    const seen = new Set(theirs('容积率核对').map((word) => word.slice(0, 9)));
    expect(seen.size).toBeGreaterThan(2);
    expect(new Set(theirs('绿地率核对'))).not.toContain('');
  });

  it('follows figures and limits that are edited on it', { timeout: 120_000 }, () => {
    const [before, after] = [rowsOf(300, 2), rowsOf(300, 3)];
    const [sheet, other] = [made(before, {}), made(after, { 容积率: 1.2 })];
    const blocks = sheet.blocks.map((block, at) => ({ ...block, values: other.blocks[at]?.values ?? [] }));
    expect(blocks.map(({ formulas }) => formulas)).toEqual(other.blocks.map(({ formulas }) => formulas));
    same(calculated({ ...sheet, blocks }), expected(after, 1.2));
  });

  it('without a limit it says nothing, and names of parks that SUMIFS reads as patterns are written as values', () => {
    const rows = rowsOf(40, 4).map((row) => row.with(1, '甲*园'));
    const sheet = made(rows, { 容积率: 1.5 });
    const head = sheet.blocks.find(({ values }) => values[0]?.[0] === '来源行');
    const at = head?.values[0]?.indexOf('容积率核对');
    const block = sheet.blocks.find(({ column, values }) => column === at && values.length === 41);
    expect([block?.formulas, block?.values.every(([cell]) => cell !== '')]).toEqual([undefined, true]);
  });
});
