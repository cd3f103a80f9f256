import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/ledger/cell';
import { locateTables } from '../../../src/engine/ledger/locateTables';
import { fixtureSheet, SHENGYUE, TAIPU, XUYUE } from '../../support/fixtureSheet';

function summary(cells: Cell[][]) {
  const table = locateTables(cells)[0];
  return table && [table.headerRow + 1, table.headerRows, table.dataRows, table.unitNotes.join('、')];
}

describe('the table on a sheet', () => {
  it('is found in the three ledgers', () => {
    expect(summary(fixtureSheet(SHENGYUE))).toEqual([3, 2, 1200, '亩、万元、吨标煤、人']);
    expect(summary(fixtureSheet(TAIPU))).toEqual([3, 1, 800, '']);
    expect(summary(fixtureSheet(XUYUE))).toEqual([3, 1, 600, '']);
    expect(summary(fixtureSheet(XUYUE, 1))).toEqual([1, 1, 10, '']);
  });

  it('has its title', () => {
    expect(locateTables(fixtureSheet(TAIPU))[0]?.titleText).toBe('太浦市产业载体底数清单');
  });

  it('starts right of a blank first column, under a repeated header it goes on', () => {
    const header = ['', '企业名称', '用地面积(公顷)', '税收(元)'];
    const cells: Cell[][] = [
      ['', '附件2', '', ''],
      ['', '', '', ''],
      header,
      ['', '甲', 2, 3_000_000],
      header,
      ['', '乙', 1, 1_000_000],
      ['', '', '', ''],
    ];
    const table = locateTables(cells)[0];
    expect(table).toMatchObject({ headerRow: 2, headerRows: 1, firstRow: 3, firstColumn: 1, columns: 3, dataRows: 2 });
  });

  it('holds names of companies and no number at all; words alone are no list', () => {
    const list = (names: readonly string[]): Cell[][] => [['企业名称', '等级'], ...names.map((name) => [name, 'A'])];
    const found = locateTables(list(['东海塑业有限公司', '石桥轴承厂', '安平包装有限公司']));
    expect(found.map(({ headers, dataRows }) => [[...headers.byField.keys()], dataRows])).toEqual([
      [['enterprise', 'grade'], 3],
    ]);
    expect(locateTables(list(['甲', '乙', '丙']))).toEqual([]);
  });

  it('two tables on one sheet are two, the fuller first', () => {
    const cells: Cell[][] = [
      ['镇街', '税收'],
      ['甲镇', 5],
      ['', ''],
      ['企业名称', '用地面积(亩)', '实缴税收', '等级'],
      ['乙厂', 3, 4, 'A'],
    ];
    expect(locateTables(cells).map((table) => [table.headerRow, table.rows])).toEqual([
      [3, 1],
      [0, 1],
    ]);
  });

  it('a sheet without one has none', () => {
    expect(locateTables([['会议纪要'], ['内容', '无']])).toEqual([]);
  });
});

describe('units over a whole sheet', () => {
  const summary = [
    ['某镇工业企业占地纳税情况（2023年）', '', '', ''],
    ['单位：亩、元', '', '', ''],
    ['村', '企业数', '占地面积', '纳税额'],
    ['甲村', 2, 30, 900_000],
    ['乙村', 2, 40, 700_000],
    ['', '', '', ''],
  ];
  const list = [
    ['序号', '企业名称', '占地面积', '纳税额'],
    [1, '甲机械有限公司', 12, 300_000],
    [2, '乙机械有限公司', 18, 600_000],
  ];

  it.each([
    ['附：企业明细', ['亩', '元']],
    ['企业明细表', ['亩', '元']],
    ['二、企业', ['亩', '元']],
    ['另一个镇的工业企业', []],
  ])('go for a list below that is called %s as far as it is a part of it', (title, units) => {
    const [best] = locateTables([...summary, [title, '', '', ''], ...list]);
    expect(best?.titleText).toBe(title);
    expect(best?.unitNotes).toEqual(units);
  });
});
