import { describe, expect, it } from 'vitest';
import { completes, locateTables, pairRows, type Cell } from '../../../src/engine/ledger/index';

const LAND = ['企业名称', '统一社会信用代码', '用地面积（亩）'];
const TAX = ['纳税人识别号', '纳税人名称', '2023年入库税收（元）'];
const CODES = ['91330402255741986U', '91330402667499460F', '91320585571667335F', '91330106MA27XL1P0N'];

function tableOf(cells: Cell[][]) {
  const [table] = locateTables(cells);
  if (!table) throw new Error('no table');
  return { headers: table.headers, rows: cells.slice(table.firstRow) };
}

const landOf = (lines: readonly (readonly [name: string, code: string])[]) =>
  tableOf([LAND, ...lines.map(([name, code], at): Cell[] => [name, code, 10 + 3 * at])]);
const taxOf = (lines: readonly (readonly [name: string, code: string])[]) =>
  tableOf([TAX, ...lines.map(([name, code], at): Cell[] => [code, name, 170_000 + 31_000 * at])]);

const [A = '', B = '', C = '', D = ''] = CODES;
const FIRMS = [
  ['甲机械有限公司', A],
  ['乙纺织有限公司', B],
  ['丙轴承有限公司', C],
  ['丁塑业有限公司', D],
] as const;

describe('two tables of the same enterprises', () => {
  it('complete each other where one has the land and the other the tax', () => {
    const [land, tax] = [landOf(FIRMS), taxOf(FIRMS)];
    expect(completes(land.headers, tax.headers)).toBe(true);
    expect(completes(tax.headers, land.headers)).toBe(false);
    expect(completes(land.headers, land.headers)).toBe(false);
  });

  it('are paired by code, in any order, whatever the names', () => {
    const renamed = FIRMS.toReversed().map(([name, code]) => [`新${name}`, `${code} `] as const);
    const pairing = pairRows(landOf(FIRMS), taxOf(renamed));
    expect(pairing).toMatchObject({ by: 'creditCode', share: 1, unsure: [], onlyFirst: [], onlySecond: [] });
    expect(pairing?.pairs.map(({ first, second }) => [...first, ...second])).toEqual([
      [0, 3],
      [1, 2],
      [2, 1],
      [3, 0],
    ]);
  });

  it('are paired by name where codes lack; another spelling is told, two codes of one name never are one', () => {
    const pairing = pairRows(
      landOf([
        ['甲机械有限公司', ''],
        ['乙（绍兴）纺织有限公司', ''],
        ['丙轴承有限责任公司', ''],
        ['丁塑业有限公司', D],
      ]),
      taxOf([
        ['丁塑业有限公司', A],
        ['丙轴承有限公司', ''],
        ['乙(绍兴)纺织有限公司', ''],
        ['甲机械有限公司', B],
      ]),
    );
    expect(pairing?.by).toBe('enterprise');
    expect(pairing?.pairs).toEqual([
      { first: [0], second: [3], isRespelt: false },
      { first: [1], second: [2], isRespelt: false },
      { first: [2], second: [1], isRespelt: true },
    ]);
    expect([pairing?.onlyFirst, pairing?.onlySecond]).toEqual([[3], [0]]);
  });

  it('parcels have one partner, several rows of one code there are one enterprise’s, one name twice without codes nobody’s', () => {
    const pairing = pairRows(
      landOf([
        ['甲机械有限公司', A],
        ['乙纺织有限公司', B],
        ['甲机械有限公司', A],
        ['丙轴承有限公司', ''],
      ]),
      taxOf([
        ['乙纺织有限公司', B],
        ['乙纺织有限公司', B],
        ['甲机械有限公司', A],
        ['丙轴承有限公司', ''],
        ['丙轴承有限公司', ''],
      ]),
    );
    expect(pairing?.pairs.map(({ first, second }) => [first, second])).toEqual([
      [[0, 2], [2]],
      [[1], [0, 1]],
    ]);
    expect(pairing?.unsure).toEqual([3]);
  });

  it('totals are no enterprises, and two lists of others are not paired', () => {
    const total = tableOf([LAND, ...FIRMS.map(([name, code]): Cell[] => [name, code, 10]), ['合计', '', 40]]);
    expect(pairRows(total, taxOf(FIRMS))).toMatchObject({ onlyFirst: [], share: 1 });
    const others = FIRMS.map(([name], at) => [`${name.slice(0, 1)}包装厂`, `9133040225574198${String(at)}X`] as const);
    expect(pairRows(landOf(FIRMS), taxOf(others))).toMatchObject({ pairs: [], share: 0 });
  });
});
