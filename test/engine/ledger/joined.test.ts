import { describe, expect, it } from 'vitest';
import {
  chooseTables,
  fitOf,
  fittedRows,
  isDecided,
  locateTables,
  ownColumns,
  type Cell,
  type LocatedTable,
} from '../../../src/engine/ledger/index';

const ABOVE: Cell[][] = [
  ['附件1 规模以上企业'],
  ['序号', '企业名称', '用地面积（亩）', '实缴税收（万元）'],
  [1, '测试甲机械有限公司', 30, 400],
  [2, '测试乙纺织有限公司', 45, 210],
  [3, '测试丙轴承有限公司', 12, 90],
];
const BELOW: Cell[][] = [
  ['附件2 规模以下企业'],
  ['序号', '企业（经营主体）名称', '实缴税金（元）', '占地面积（平方米）', '等级'],
  [1, '测试丁五金厂', 250000, 2000, 'B'],
  [2, '测试戊包装厂', '1,800,000', 4000, 'C'],
  [3, '测试己塑业有限公司', '无', 6000, 'D'],
];

function tableOf(cells: Cell[][]): { readonly table: LocatedTable; readonly rows: readonly (readonly Cell[])[] } {
  const [table] = locateTables(cells);
  if (!table) throw new Error('no table');
  return { table, rows: cells.slice(table.firstRow) };
}

function bookOf(tables: readonly { sheet: string; cells: Cell[][] }[]) {
  return chooseTables(
    tables.map(({ sheet, cells }) => ({ ...tableOf(cells), sheet, visible: true, active: sheet === tables[0]?.sheet })),
  );
}

describe('tables of one ledger whose columns differ', () => {
  it('belong together where each tells whose land and tax it lists', () => {
    const chosen = bookOf([
      { sheet: '规上', cells: ABOVE },
      { sheet: '规下', cells: BELOW },
    ]);
    expect(chosen).toMatchObject({ isOpen: false, areReadings: false, others: [] });
    expect([...(chosen?.alike ?? []), ...(chosen?.joined ?? [])].sort()).toEqual([0, 1]);
  });

  it('are put into the columns and units of the first, words standing as they are', () => {
    const [lead, other] = [tableOf(ABOVE), tableOf(BELOW)];
    const [own, theirs] = [ownColumns(lead.table, lead.rows), ownColumns(other.table, other.rows)];
    expect([isDecided(own), isDecided(theirs)]).toEqual([true, true]);
    expect(fittedRows(other.rows, fitOf(own, theirs))).toEqual([
      [1, '测试丁五金厂', 3, 25],
      [2, '测试戊包装厂', 6, 180],
      [3, '测试己塑业有限公司', 9, '无'],
    ]);
  });

  it('are asked about where one has no tax, and its enterprises are others', () => {
    const closed = [
      ['企业名称', '停产时间', '占地面积（亩）'],
      ...['庚', '辛', '壬'].map((sign, at): Cell[] => [`测试${sign}化纤有限公司`, '2021年', 8 + at]),
    ];
    const chosen = bookOf([
      { sheet: '台账', cells: ABOVE },
      { sheet: '停产', cells: closed },
    ]);
    expect(chosen).toMatchObject({ alike: [0], joined: [], others: [1], fitting: [1], isOpen: true });
  });

  it('are readings of one another where years differ, whatever the order of their columns: the newest first', () => {
    const later = ABOVE.map((row) => [row[0], row[1], row[3], row[2]] as Cell[]);
    const chosen = bookOf([
      { sheet: '2022年', cells: ABOVE },
      { sheet: '2023年', cells: later },
    ]);
    expect(chosen).toMatchObject({ alike: [1, 0], joined: [], fitting: [], best: 1, areReadings: true, isOpen: true });
  });

  it('of several years are one or several as a person says, where each year lists others', () => {
    const lots = (year: number, signs: string, heads: readonly string[]): Cell[][] => [
      [`${String(year)}年出让地块`],
      [...heads],
      ...[...signs].map((sign, at): Cell[] => [
        at + 1,
        `测试${sign}化纤有限公司`,
        8 + at,
        `${String(year)}-0${String(at + 1)}`,
      ]),
    ];
    const first = lots(2022, '庚辛壬', ['序号', '受让人', '出让面积（亩）', '合同编号']);
    const alike = bookOf([
      { sheet: '2022年', cells: first },
      { sheet: '2023年', cells: lots(2023, '子丑寅', ['序号', '受让人', '出让面积（亩）', '合同编号']) },
    ]);
    const unlike = bookOf([
      { sheet: '2022年', cells: first },
      { sheet: '2023年', cells: lots(2023, '子丑寅', ['序号', '竞得人', '供应面积（亩）', '宗地编号']) },
    ]);
    for (const chosen of [alike, unlike]) expect(chosen).toMatchObject({ joined: [], isOpen: true });
    expect(alike?.fitting.toSorted()).toEqual([0, 1]);
    expect(unlike?.fitting).toEqual([1]);
  });

  it('of two places are not read as one unasked', () => {
    const [first, second] = [ABOVE, BELOW].map((cells) => cells.slice(1));
    const chosen = bookOf([
      { sheet: '甲', cells: [['浙江省嵊州市企业用地台账'], ...(first ?? [])] },
      { sheet: '乙', cells: [['浙江省新昌县企业用地台账'], ...(second ?? [])] },
    ]);
    expect(chosen).toMatchObject({ joined: [], others: [1], fitting: [], isOpen: true });
  });
});
