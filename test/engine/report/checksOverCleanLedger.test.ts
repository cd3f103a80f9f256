import { finish } from '../../../src/steps/steps';
import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../src/engine/assess/applyPolicy';
import { judge } from '../../../src/engine/assess/judge';
import { fieldsRead } from '../../../src/engine/assess/readings';
import type { Cell } from '../../../src/engine/ledger/cell';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { findPack } from '../../../src/engine/policy/packs';
import { parseDay } from '../../../src/engine/quantity/day';
import { CHECK_FIELDS } from '../../../src/engine/report/checks/checkInput';
import { checkSheet } from '../../../src/engine/report/checks/checkSheet';
import { cleanLinks } from '../../../src/engine/report/checks/cleanLinks';
import { cleanLedger } from '../../../src/engine/report/clean/cleanLedger';
import { cellsAsHeld } from '../../../src/engine/report/clean/cleanRefresh';
import type { NewSheet } from '../../../src/sheet/sheet';
import { seededRandom } from '../../support/sample/seededRandom';
import { mujunDisposalRate } from '../../../src/functions/mujunDisposalRate';
import { mujunUsccCheck } from '../../../src/functions/mujunUsccCheck';
import { mujunWaiverOk } from '../../../src/functions/mujunWaiverOk';
import { CHECK_WORDS } from '../../../src/text/checks';
import { unresolvedText } from '../../../src/text/functions';
import { calculatedSheets } from '../../support/openSheets';
import { seedOf } from '../../support/seeds';
import { oneTable } from '../../../src/sheet/whereCellsStand';

const HEADERS = [
  ...['企业名称', '统一社会信用代码', '用地面积(亩)', '税收(万元)', '存量类型', '销号日期'],
  ...['载体类型', '土地用途', '拟改用途', '容积率', '拟改容积率', '规划容积率', '新增地下建筑面积'],
];

/** Valid codes, each check digit wrong, what Excel makes of numbers, and other numbers that stand in such columns. */
const CODES: readonly Cell[] = [
  ...['91330000142911495T', '91110000802100433B', '914403001922038216', '91320585MA1MTUKC5D', ''],
  ...['91330000142911495A', '91330000142911415T', '91330000142911411A', '913305826691234000', '9.13305826691234E+17'],
  ...[
    '9.13E+17',
    '802100433',
    '80210043B',
    '8021004-33',
    '330582669123401',
    'ABCDEF669123401',
    '12345',
    '9133000014291149OI',
  ],
  ...['9133000014291149VV', '91330000-142911495T', '913300001429114950', '111111111111111000', '91330000142911495t'],
];

function rowsOf(count: number, seed: number): Cell[][] {
  const draw = seededRandom(seedOf(seed));
  const one = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;
  return Array.from({ length: count }, (_, row): Cell[] => [
    ...[
      `企业${String(row)}有限公司`,
      row < CODES.length ? (CODES[row] ?? '') : one(CODES),
      one([10, 20.5, 3, '', 0]),
      one([100, 20, '']),
    ],
    ...[
      one(['低效', '闲置', '批而未供']),
      one(['2023-12-31', '2024-06-30', '2024-07-01', '', '已整改', '2021年3月26日']),
    ],
    ...[one(['工业载体', '商业载体', '']), one(['工业', '商业', '']), one(['不变', '商业', '', '工业'])],
    ...[one([1, 1.5, '']), one([1.5, 2, 2.5, '']), one([1.5, 2, '']), one([0, 500, ''])],
  ]);
}

const STANDING = oneTable({ sheet: '台账', row: 1, column: 0 });

interface Made {
  readonly clean: NewSheet;
  readonly checks: NewSheet;
}

function made(rows: readonly (readonly Cell[])[], day: string | undefined): Made {
  const pack = findPack('太仓2023');
  if (!pack) throw new Error('no pack');
  const asOf = day === undefined ? undefined : parseDay(day);
  const policy = applyPolicy(pack, asOf === undefined ? {} : { asOf });
  const fields = [...new Set([...fieldsRead(pack), 'landArea', 'taxPaid', 'enterprise', ...CHECK_FIELDS])];
  const ledger = readLedger(matchHeaders([HEADERS]), rows, { fields, zeroIsBlank: false });
  const paths = judge(ledger, { policy, cohort: ledger }, 'paths');
  const common = { title: '试算', note: '', standing: STANDING, ledger, unresolved: unresolvedText };
  const given = { ...common, rows, decided: true };
  const clean = cleanLedger({ ...given, ...(paths ? { paths } : {}) });
  const links = cleanLinks(clean.name, cellsAsHeld(clean), { ledger, standing: STANDING });
  const checks = finish(
    checkSheet({ ...common, rows, policy, words: CHECK_WORDS, ...(links ? { clean: links } : {}) }),
  );
  if (!checks || !links) throw new Error('nothing to check');
  return { clean, checks };
}

function gridOf({ clean, checks }: Made): string[][] {
  return calculatedSheets([clean, checks]).get('核对表') ?? [];
}

function calculated(both: Made, grid = gridOf(both)): (head: string) => string[] {
  const top = grid.findIndex(([first]) => first === '来源行');
  const lines = grid.slice(top + 1).filter(([row]) => row !== '');
  return (head) => lines.map((line) => line[grid[top]?.indexOf(head) ?? -1] ?? '?');
}

const first = (answers: readonly (readonly unknown[])[]) => answers.map(([answer]) => String(answer));
const codes = (rows: readonly (readonly Cell[])[]) => first(mujunUsccCheck.answer(rows.map((row) => [row[1] ?? ''])));

/** A row is closed out if its day is one and not after 基准日. */
function stateOf([, , area, , , closed]: readonly Cell[], day: string | undefined): string {
  if (!(Number(area) > 0)) return '';
  if (closed === '') return '未处置';
  const read = closed === '2021年3月26日' ? '2021-03-26' : String(closed);
  if (!read.startsWith('20')) return '待核实：缺 销号日期';
  return day === undefined || read <= day ? '已处置' : '未处置';
}

describe('核对表 over 标准台账', () => {
  it.each(['2024-06-30', '2025-03-31', undefined])(
    'codes, the waiver and closing days as LibreOffice calculates them: %s',
    { timeout: 120_000 },
    (day) => {
      const rows = rowsOf(250, 5);
      const both = made(rows, day);
      const theirs = calculated(both);
      expect(theirs('信用代码核对')).toEqual(codes(rows));
      expect(theirs('不再增收土地价款')).toEqual(first(mujunWaiverOk.answer([HEADERS], rows, '太仓2023', day ?? '')));
      expect(theirs('处置状态')).toEqual(rows.map((row) => stateOf(row, day)));
      const formulas = both.checks.blocks.flatMap((block) => block.formulas?.flat() ?? []);
      expect(formulas.filter((one) => one.includes("'标准台账'!")).length).toBeGreaterThan(4 * rows.length);
      expect(Math.max(...formulas.map(({ length }) => length))).toBeLessThan(8192);
    },
  );

  it('follows what is edited on 标准台账', { timeout: 120_000 }, () => {
    const [before, after] = [rowsOf(120, 6), rowsOf(120, 7)];
    const edited = [1, 2, 5].reduce<readonly (readonly Cell[])[]>(
      (rows, at) => rows.map((row, line) => row.with(at, after[line]?.[at] ?? '')),
      before,
    );
    const now = made(edited, '2024-06-30');
    const theirs = calculated({ clean: now.clean, checks: made(before, '2024-06-30').checks });
    // The first rows have the same codes in both, and a key stands where a code is missing.
    const has = before.map((row, line) => row[1] !== '' && edited[line]?.[1] !== '');
    expect(theirs('信用代码核对').filter((_, line) => has[line])).toEqual(codes(edited).filter((_, line) => has[line]));
    // 标准台账 holds days only: words that are none stay on 核对表, and do not come from there.
    const closing = edited.map((row, line) => {
      const was = before[line]?.[5] ?? '';
      return row.with(5, was === '已整改' ? was : row[5] === '已整改' ? '' : row[5]);
    });
    expect(theirs('处置状态')).toEqual(closing.map((row) => stateOf(row, '2024-06-30')));
    const areas = theirs('面积（亩）').map((cell) => (cell === '' ? 0 : Number(cell)));
    expect(areas).toEqual(edited.map((row) => Number(row[2])));
  });

  it(
    "处置率 by kind of land is the function's; a day that cannot be read keeps its kind open",
    { timeout: 120_000 },
    () => {
      const rows = rowsOf(200, 9).map((row) => (row[5] === '已整改' && row[4] !== '闲置' ? row.with(5, '') : row));
      const grid = gridOf(made(rows, '2024-06-30'));
      const rateOf = (label: string) => grid.find(([first]) => first === label)?.[3] ?? '';
      for (const label of ['低效', '批而未供']) {
        const [[rate] = []] = mujunDisposalRate.answer([HEADERS], rows, '2024-06-30', label);
        expect(Number(rateOf(label).replace('%', '')) / 100).toBeCloseTo(rate ?? NaN, 9);
      }
      expect([rateOf('闲置'), rateOf('全部')]).toEqual(Array(2).fill('待核实：缺 销号日期'));
    },
  );

  it('refers to no 标准台账 that another ledger or an older state made', () => {
    const rows = rowsOf(30, 8);
    const { clean } = made(rows, undefined);
    const ledger = readLedger(matchHeaders([HEADERS]), rows.toReversed(), {
      fields: ['creditCode'],
      zeroIsBlank: false,
    });
    expect(cleanLinks(clean.name, cellsAsHeld(clean), { ledger, standing: STANDING })).toBeUndefined();
  });
});
