import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/engine/ledger/index';
import { mujunTier } from '../../src/functions/mujunTier';
import { renewalPath } from '../../src/functions/renewalPath';
import { asTruth, fixtureSheet, SHENGYUE, TAIPU, truthFile, truthRows, XUYUE } from '../support/fixtureSheet';

type Grid = readonly (readonly Cell[])[];
/** Blank cells of an argument reach a function in one of three ways (platform.md). */
const BLANKS: readonly (readonly [string, Cell])[] = [
  ['0', 0],
  ['null', null],
  ["''", ''],
];

function delivered(cells: Grid, blank: Cell): Cell[][] {
  return cells.map((row) => row.map((cell) => (cell === '' ? blank : cell)));
}

function pathsThatDiffer(file: string, cells: Grid, options: { headers: [number, number]; policy: string }) {
  const [from, to] = options.headers;
  const answers = renewalPath.answer(cells.slice(from - 1, to), cells.slice(to), options.policy);
  const wrong = truthRows(file).filter(({ row, path }) => asTruth(answers[row - to - 1]?.[0]) !== path);
  return wrong.map(({ row, path }) => ({ row, path, answer: answers[row - to - 1]?.[0] }));
}

describe.each(BLANKS)('every row of the truth files, blanks delivered as %s', (_, blank) => {
  it('嵊越: RENEWAL_PATH agrees on 1,200 rows', () => {
    const cells = delivered(fixtureSheet(SHENGYUE), blank);
    expect(pathsThatDiffer(SHENGYUE, cells, { headers: [3, 4], policy: '嵊州2021' })).toEqual([]);
  });

  it('嵊越: MUJUN_TIER agrees on 1,200 rows', () => {
    const cells = delivered(fixtureSheet(SHENGYUE), blank).slice(4);
    const tiers = mujunTier.answer(
      cells.map((row) => [row[9]]),
      cells.map((row) => [row[6]]),
      'shengzhou-2021',
    );
    const wrong = truthRows(SHENGYUE).filter(({ row, tier }) => asTruth(tiers[row - 5]?.[0]) !== (tier ?? '待核实'));
    expect(wrong).toEqual([]);
  });

  it('太浦: RENEWAL_PATH agrees on 800 rows', () => {
    const cells = delivered(fixtureSheet(TAIPU), blank);
    expect(pathsThatDiffer(TAIPU, cells, { headers: [3, 3], policy: '太仓2023' })).toEqual([]);
  });
});

describe('许越: the clusters of the second sheet', () => {
  interface Zone {
    zone: string;
    draft: string;
    issued: string;
  }
  const zones = (truthFile(XUYUE) as { zones: Zone[] }).zones;

  it.each([
    ['许昌2021', 'issued'],
    ['许昌2021征求意见稿', 'draft'],
  ] as const)('MUJUN_TIER by %s agrees on every cluster', (policy, key) => {
    const rows = fixtureSheet(XUYUE, 1).slice(1);
    const tax = rows.map((row) => [Number(row[1]) * 10_000]);
    const area = rows.map((row) => [Number(row[2]) * 15]);
    const tiers = mujunTier.answer(
      tax,
      area,
      policy,
      rows.map((row) => [row[0]]),
    );
    expect(rows.map((row, index) => [row[0], tiers[index]?.[0]])).toEqual(zones.map((zone) => [zone.zone, zone[key]]));
  });
});

/** Another county's way of writing the same ledger: three header rows, hectares and yuan, other names, other ticks. */
function rewritten(cells: Grid): { headers: Cell[][]; rows: Cell[][] } {
  const columns: readonly (readonly [source: number, top: string, middle: string, bottom: string])[] = [
    [1, '企业基本信息', '用地单位', ''],
    [2, '', '纳税人识别号', ''],
    [3, '', '所在街道', ''],
    [9, '2023年度效益', '税收实际贡献', '元'],
    [15, '', '亩均税收', '万元/亩'],
    [6, '用地', '占地面积', '公顷'],
    [16, '评价结果', '', ''],
    [17, '整治条件', '是否符合控规', ''],
    [18, '', '是否保留工业', ''],
    [19, '', '是否主导产业', ''],
    [20, '', '淘汰类', ''],
    [21, '', '能否整治达标', ''],
    [22, '', '房屋质量', ''],
    [23, '', '局部设施老旧', ''],
    [24, '', '管理粗放无序', ''],
    [26, '备注', '', ''],
  ];
  const headers = [1, 2, 3].map((level) => columns.map((column) => column[level] ?? ''));
  const rows = cells.map((row) => columns.map(([source]) => restated(row[source] ?? '', source)));
  return { headers, rows };
}

function restated(cell: Cell, source: number): Cell {
  if (source === 6 && typeof cell === 'number') return cell / 15;
  if (source === 9 && typeof cell === 'number') return cell * 10_000;
  const text = typeof cell === 'string' ? cell.normalize('NFKC').replace(/[\s,]/g, '') : '';
  if ((source === 6 || source === 9) && text !== '' && !Number.isNaN(Number(text))) {
    return source === 6 ? `${Number(text) / 15}` : (Number(text) * 10_000).toLocaleString('en-US');
  }
  return cell === '×' ? '否' : cell === '√' ? 'Y' : cell;
}

describe('a ledger written another way gives the same answers', () => {
  it('three header rows, hectares and yuan, other names', () => {
    const { headers, rows } = rewritten(fixtureSheet(SHENGYUE).slice(4));
    const answers = renewalPath.answer(headers, rows, '嵊州市2021');
    const wrong = truthRows(SHENGYUE).filter(({ row, path }) => asTruth(answers[row - 5]?.[0]) !== path);
    expect(wrong).toEqual([]);
  });

  it('columns in reverse order', () => {
    const cells = fixtureSheet(TAIPU).map((row) => row.toReversed());
    expect(pathsThatDiffer(TAIPU, cells, { headers: [3, 3], policy: 'taicang-2023' })).toEqual([]);
  });

  it('filled down with the cohort = spilled, row for row', () => {
    const cells = fixtureSheet(TAIPU);
    const headers = cells.slice(2, 3);
    const rows = cells.slice(3);
    const spilled = renewalPath.answer(headers, rows, '太仓2023').flat();
    const sample = rows.map((row, index) => ({ row, index })).filter(({ index }) => index % 7 === 0);
    const filled = sample.map(({ row }) => renewalPath.answer(headers, [row], '太仓2023', null, rows)[0]?.[0]);
    expect(filled).toEqual(sample.map(({ index }) => spilled[index]));
  });
});
