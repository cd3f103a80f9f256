import { finish } from '../../../../src/steps/steps';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeView, viewOffers, type ViewInput } from '../../../../src/engine/report/index';
import type { Day } from '../../../../src/engine/quantity/day';
import type { CellValue } from '../../../../src/workbook/port';
import { calculatedSheets } from '../../../support/openSheets';
import { fixtureSheet, SHENGYUE, TAIPU, truthRows, XUYUE } from '../../../support/fixtureSheet';
import { fixtureInput, viewInput } from './support';

/** Every policy with the ledger nearest to it; 嘉定 and 嘉兴 have no ledger of their own among the fixtures. */
const CASES = [
  { file: SHENGYUE, policy: 'shengzhou-2021' },
  { file: TAIPU, policy: 'taicang-2023' },
  { file: XUYUE, policy: 'xuchang-2021' },
  { file: SHENGYUE, policy: 'jiading-2017' },
  { file: SHENGYUE, policy: 'jiaxing-2024' },
] as const;

const CLASSIC =
  'ABS AND COUNTA COUNTIF COUNTIFS IF IFERROR ISNUMBER LEFT LEN N OR ROUND ROW SEARCH SUM SUMIFS SUMPRODUCT';

function listsOf(input: ViewInput) {
  return viewOffers(input).map((offer) => ({ offer, made: finish(makeView(offer.id, input, offer.id)) }));
}

/** A sheet as LibreOffice calculates it, its lines by head ("parent/head" under a parent). */
function linesIn(grid: readonly (readonly string[])[], totals: number) {
  let parent = '';
  const heads = (grid[4] ?? []).map((upper, column) => {
    if (upper !== '') parent = upper;
    const lower = grid[5]?.[column] ?? '';
    // A head that needs two lines breaks before its unit.
    return (lower === '' ? upper : `${parent}/${lower}`).replace(/\s/g, '');
  });
  const key = heads.indexOf('行键');
  const body = grid.slice(6).filter((line) => (line[key] ?? '') !== '');
  const at = (head: string) => heads.indexOf(head);
  return { heads, at, totals: body.slice(0, totals), lines: body.slice(totals) };
}

describe('every list on every policy', () => {
  it.each(CASES)(
    '$policy: is calculated by LibreOffice without an error, with classic functions alone',
    ({ file, policy }) => {
      const whole = fixtureInput(file, policy, { reported: new Set() });
      const input = { ...whole, rows: whole.rows.slice(0, 12) };
      const made = listsOf(input);
      const used = made.flatMap(({ made: { model } }) =>
        model.blocks.flatMap(({ formulas = [] }) =>
          formulas.flat().flatMap((text) => text.match(/[A-Z]+(?=\()/g) ?? []),
        ),
      );
      expect([...new Set(used)].filter((name) => !CLASSIC.split(' ').includes(name))).toEqual([]);
      const grids = calculatedSheets(made.map(({ made: { model } }) => model));
      expect(grids.size).toBe(made.length);
      const errors = [...grids].flatMap(([name, grid]) =>
        grid.flat().flatMap((cell) => (/^(?:#|Err:)/.test(cell) ? [`${name} ${cell}`] : [])),
      );
      expect(errors).toEqual([]);
      const silent = [...grids].filter(
        ([, grid]) => !grid.flat().some((cell) => cell.includes('系统初步研判，须经认定')),
      );
      expect(silent.map(([name]) => name)).toEqual([]);
    },
    240_000,
  );

  it('prints on A4, one page wide, with the page in the footer; keys are one a line', () => {
    const input = fixtureInput(TAIPU, 'taicang-2023');
    for (const { offer, made } of listsOf({ ...input, rows: input.rows.slice(0, 30) })) {
      expect(made.model.print?.footer, offer.name).toBe('第 &P 页 共 &N 页');
      expect(made.model.print?.landscape, offer.name).toBe(offer.kind === 'list');
      if (offer.kind === 'card') expect(made.model.print?.breaks).toHaveLength(29);
      else expect(made.model.print?.titleRows).toEqual({ first: 4, last: 5 });
    }
  });

  it('offers first what the policy names and the ledger has', () => {
    const first = (file: string, policy: string) => {
      const offers = viewOffers(fixtureInput(file, policy));
      expect(offers.findLastIndex(({ fits }) => fits)).toBeLessThan(offers.findIndex(({ fits }) => !fits));
      return offers.filter(({ fits }) => fits).map(({ name }) => name);
    };
    expect(first(XUYUE, 'xuchang-2021')).toEqual(
      expect.arrayContaining(['底数清单（许昌）', '处置工作台账', '年度可供土地清单', '挂牌督办核对表', '一宗一卡']),
    );
    expect(first(TAIPU, 'taicang-2023')).toEqual(
      expect.arrayContaining(['底数清单（太仓）', '年度推进计划', '联审意见表', '信用承诺与履约台账']),
    );
    expect(first(SHENGYUE, 'shengzhou-2021')).toEqual(
      expect.arrayContaining(['底数清单（嵊州）', '治理清单', '低效企业治理清单', '疑似漏报', '一地一企一策']),
    );
  });
});

describe('底数清单 and 治理清单 of 嵊越', () => {
  let stock: ReturnType<typeof linesIn>;
  let governance: ReturnType<typeof linesIn>;
  const truth = truthRows(SHENGYUE);
  beforeAll(() => {
    const input = fixtureInput(SHENGYUE, 'shengzhou-2021');
    const grids = calculatedSheets(['stock-batches', 'governance'].map((id) => finish(makeView(id, input, id)).model));
    stock = linesIn(grids.get('stock-batches') ?? [], 1);
    governance = linesIn(grids.get('governance') ?? [], 6);
  }, 240_000);

  it('sums area and tax as the truth file does, and divides the sums', () => {
    const known = truth.filter(({ area, tax }) => area !== null && area > 0 && tax !== null);
    const sum = (pick: 'area' | 'tax', rows: typeof truth) =>
      rows.reduce((total, row) => total + Math.max(0, row[pick] ?? 0), 0);
    const [total] = stock.totals;
    expect(stock.lines).toHaveLength(1200);
    expect(Number(total?.[stock.at('面积（亩）')])).toBeCloseTo(sum('area', truth), 6);
    const taxed = known.reduce((all, { tax }) => all + (tax ?? 0), 0);
    expect(Number(total?.[stock.at('亩均税收（万元/亩）')])).toBeCloseTo(taxed / sum('area', known), 6);
  });

  it('lists as low exactly what the truth file puts at a line or the ledger in grade D, one line an enterprise', () => {
    const cells = fixtureSheet(SHENGYUE);
    const hit = truth.filter(
      ({ row, tier }) =>
        ['重点排查', '重点检查', '重点指导'].includes(tier ?? '') || /^D/.test(String(cells[row - 1]?.[16])),
    );
    const codes = new Set(
      hit.map(
        ({ row }) =>
          String(cells[row - 1]?.[2])
            .trim()
            .toUpperCase() || String(cells[row - 1]?.[1]),
      ),
    );
    const low = governance.lines.filter((line) => line[governance.at('问题类别/低效企业')] === '√');
    expect(low.length).toBe(codes.size);
    const [, lowTotal] = governance.totals;
    expect(Number(lowTotal?.[governance.at('问题类别/低效企业')])).toBe(codes.size);
    expect(new Set(governance.lines.map((line) => line[governance.at('行键')])).size).toBe(governance.lines.length);
  });
});

const LAST_DAY = '2021-12-31' as Day;

it(
  '处置工作台账: rate, overdue and closing without acceptance follow from the dates of its own lines',
  { timeout: 240_000 },
  () => {
    const input = fixtureInput(XUYUE, 'xuchang-2021', { asOf: LAST_DAY });
    const grid = calculatedSheets([finish(makeView('disposal', input, 'd')).model]).get('d') ?? [];
    const { lines, at } = linesIn(grid, 6);
    const closed = lines.filter((line) => line[at('销号日期')] !== '');
    const dated = closed.filter((line) => Number(line[at('销号日期')]) <= 44_561);
    const area = (rows: typeof lines) => rows.reduce((sum, line) => sum + Number(line[at('面积（亩）')]), 0);
    expect(grid[3]?.map(Number)).toContainEqual(expect.closeTo(area(dated) / area(lines), 9));
    expect(lines.filter((line) => line[at('校验')] === '销号缺验收日期')).toHaveLength(
      lines.filter((line) => line[at('状态')] === '已销号').length,
    );
    const late = lines.filter(
      (line) =>
        line[at('销号日期')] === '' && Number(line[at('处置时限')]) < 44_561 && Number(line[at('处置时限')]) > 0,
    );
    expect(lines.filter((line) => line[at('预警')] === '逾期')).toHaveLength(late.length);
    expect(lines.filter((line) => line[at('状态')] === '已销号').length).toBeGreaterThan(100);
  },
);

const HEADERS = [
  '企业名称',
  '统一社会信用代码',
  '所属镇街',
  '地块编码',
  '用地面积(亩)',
  '税收(万元)',
  '等级',
  '环保隐患',
  '安全隐患',
  '消防隐患',
  '违建面积(㎡)',
  '行业',
];
const made = (...rows: CellValue[][]): CellValue[][] => [HEADERS, ...rows];

describe('one enterprise with several problems', () => {
  const cells = made(
    ['甲公司', '91330402255741986U', '甲镇', 'A1', 10, 40, 'B', '√', '', '', '', '金属'],
    ['甲公司', '91330402255741986U', '甲镇', 'A2', 20, 40, 'B', '', '√', '', 120, '金属'],
    ['乙公司', '91330402667499460F', '乙镇', 'B1', 5, 200, 'A', '', '', '√', '', '金属'],
    ['丙公司', '91320585571667335F', '乙镇', 'C1', 5, 200, 'A', '', '', '', '', '金属'],
  );

  it('is one line with each problem ticked, areas added and one tax taken once', { timeout: 120_000 }, () => {
    const input = viewInput(cells, 'shengzhou-2021', { firms: 'together' });
    const { lines, at, totals } = linesIn(
      calculatedSheets([finish(makeView('governance', input, 'g')).model]).get('g') ?? [],
      6,
    );
    expect(lines.map((line) => line[at('企业名称')])).toEqual(['甲公司', '乙公司']);
    const ticks = ['低效企业', '环保', '安全', '违建', '消防'].map((word) => lines[0]?.[at(`问题类别/${word}`)]);
    expect(ticks).toEqual(['√', '√', '√', '√', '']);
    expect([at('面积（亩）'), at('税收（万元）'), at('问题数')].map((column) => lines[0]?.[column])).toEqual([
      '30',
      '40',
      '4',
    ]);
    expect(lines[0]?.[at('牵头部门')]).toBe('经信局、生态环境分局、应急管理局、综合执法局');
    expect(Number(totals[0]?.[at('问题数')])).toBe(5);
  });

  it('is on no list only where neither code, parcel nor name is reported', () => {
    const on = (names: string[]) => {
      const { model } = finish(
        makeView('governance-missed', viewInput(cells, 'shengzhou-2021', { reported: new Set(names) }), 'm'),
      );
      return model.blocks
        .flatMap(({ values }) => values.flat())
        .filter((cell) => cell === '甲公司' || cell === '乙公司');
    };
    expect(on([])).toEqual(['甲公司', '乙公司']);
    expect(on(['A2'])).toEqual(['乙公司']);
    expect(on(['乙公司', '91330402255741986U'])).toEqual([]);
    const none = finish(makeView('governance-missed', viewInput(cells, 'shengzhou-2021'), 'm'));
    expect(none.lines).toBe(0);
    expect(none.model.blocks.flatMap(({ values }) => values.flat()).join()).toContain('没有名称含“治理清单”的工作表');
  });

  it("people's word on a row goes before the rules", () => {
    const conclusions = new Map([[2, { status: '已认定', tier: '重点检查', path: '整治提升' }]]);
    const { model } = finish(makeView('governance-lowYield', viewInput(cells, 'shengzhou-2021', { conclusions }), 'g'));
    const texts = model.blocks.flatMap(({ values }) => values.flat());
    expect(texts).toContain('乙公司');
    expect(texts).toContain('已认定');
    expect(texts).toContain('整治提升');
  });
});

it(
  '准入: a ban goes before an encouragement, codes match by their beginning, trades by a word',
  { timeout: 120_000 },
  () => {
    const rows = ['C3311 金属结构制造', 'C2651', '纺织业', '印染精加工', ''].map((trade, index): CellValue[] => [
      ...[`企业${String(index)}`, '', '甲镇', `P${String(index)}`, 10, 40, 'B', '', '', '', '', trade],
    ]);
    const { model } = finish(makeView('admission', viewInput(made(...rows), 'taicang-2023'), 'a'));
    const list: [number, string, string][] = [
      [0, '33', '鼓励'],
      [1, '265', '鼓励'],
      [2, '2651', '禁止'],
      [3, '印染', '禁止'],
    ];
    const key =
      model.blocks
        .find(({ row, values }) => row === 4 && values[0]?.includes('清单：类别'))
        ?.values[0]?.indexOf('清单：类别') ?? 0;
    const pasted = list.flatMap(([line, entry, kind]) => [
      { row: 7 + line, column: key - 1, values: [[entry]] },
      { row: 7 + line, column: key, values: [[kind]] },
    ]);
    const { lines, at } = linesIn(
      calculatedSheets([{ ...model, blocks: [...model.blocks, ...pasted] }]).get('a') ?? [],
      1,
    );
    expect(lines.map((line) => line[at('匹配结果')])).toEqual(['鼓励', '禁止', '允许', '禁止', '']);
  },
);
