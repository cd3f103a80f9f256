import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/ledger/cell';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { rowKinds } from '../../../src/engine/ledger/rowKind';

const HEADERS = matchHeaders([['序号', '企业名称', '统一社会信用代码', '用地面积(亩)', '税收(万元)', '备注']]);

function kinds(...rows: Cell[][]): readonly string[] {
  return rowKinds(rows, HEADERS, { zeroIsBlank: false });
}

describe('which rows are data', () => {
  it.each<[string, Cell[], string]>([
    ['an enterprise', [1, '甲公司', '91330683MA2D1XYZ0K', 20, 100, ''], 'data'],
    ['an enterprise without numbers', [2, '乙公司', '91330683MA2D1XYZ1K', '', '/', ''], 'data'],
    ['黄泽镇小计', ['', '黄泽镇小计', '', 20, 100, ''], 'total'],
    ['合计 where the code should be', ['', '', '合计', 20, 100, ''], 'total'],
    ['合计', ['合计', '', '', 20, 100, ''], 'total'],
    ['全市合计：', ['', '全市合计：', '', 20, 100, ''], 'total'],
    ['其中:规上', ['', '其中:规上', '', 20, 100, ''], 'total'],
    ['a company whose name has 累计 in it', [3, '中小计算机有限公司', '91330683MA2D1XYZ2K', 1, 2, ''], 'data'],
    ['a group with its sums', ['二、西镇', '', '', 81.9, 388.4, ''], 'total'],
    ['a group in brackets with its sums', ['（一）规上企业', '', '', 81.9, 388.4, ''], 'total'],
    ['an enterprise numbered in words', ['二、', '西镇砖瓦厂', '', 81.9, 388.4, ''], 'data'],
    ['栏次 behind 甲 and 乙', ['甲', '乙', '', 1, 2, ''], 'header'],
    ['an enterprise with figures 1 and 2', [1, '乙公司', '', 1, 2, ''], 'data'],
    ['nothing', ['', '', '', '', '', ''], 'blank'],
    ['signatures', ['填表人：', '', '', '审核人：', '', ''], 'footer'],
    ['a note', ['注：本表由税务提供', '', '', '', '', ''], 'footer'],
    ['a section title', ['', '一、剡湖街道', '', '', '', ''], 'note'],
    ['a number prepared for later', [1201, '', '', '', '', ''], 'note'],
    ['the header again', ['序号', '企业名称', '统一社会信用代码', '用地面积(亩)', '税收(万元)', '备注'], 'header'],
  ])('%s', (_, row, expected) => {
    expect(kinds(row)).toEqual([expected]);
  });

  it.each(['智能小镇', '电子街道', '临江开发区', '食品乡', '云谷园区'])(
    '%s with a trade of its own is an enterprise, whatever its figures add up to; a township’s line without one is its sum',
    (name) => {
      const headers = matchHeaders([['企业名称', '产业类别', '用地面积(亩)', '税收(万元)']]);
      const rows = (own: Cell): Cell[][] => [
        ['测试甲有限公司', '木业', 20, 13],
        [name, own, 20, 13],
        ['测试乙有限公司', '化工', 20, 13],
        ['测试丙有限公司', '木业', 7, 5],
      ];
      const kindsOf = (own: Cell) => rowKinds(rows(own), headers, { zeroIsBlank: false });
      expect(kindsOf('木业')).toEqual(['data', 'data', 'data', 'data']);
      expect(kindsOf('')[1]).toBe('total');
    },
  );

  it('a row without a name that sums the rows above it is a total', () => {
    const rows: Cell[][] = [
      [1, '甲', '91330683MA2D1XYZ0K', 20, 100, ''],
      [2, '乙', '91330683MA2D1XYZ1K', 30, 150, ''],
      ['', '', '', 50, 250, ''],
      [3, '丙', '91330683MA2D1XYZ2K', 10, 50, ''],
      ['', '', '', 60, 300, ''],
    ];
    expect(kinds(...rows)).toEqual(['data', 'data', 'total', 'data', 'total']);
  });

  it('a row of zeros is blank where blanks arrive as 0', () => {
    expect(rowKinds([[0, 0, 0, 0, 0, 0]], HEADERS, { zeroIsBlank: true })).toEqual(['blank']);
  });
});
