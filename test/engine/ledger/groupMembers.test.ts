import { describe, expect, it } from 'vitest';
import { firmRows, matchHeaders, readLedger, type Cell } from '../../../src/engine/ledger/index';

const CODES = ['91330402255741986U', '91330402667499460F', '91320585571667335F', '91330000142911495T'];

function kindsOf(headers: readonly string[], rows: readonly (readonly Cell[])[]) {
  const ledger = readLedger(matchHeaders([headers], rows), rows, {
    fields: ['landArea', 'taxPaid', 'enterprise'],
    zeroIsBlank: false,
  });
  return { kinds: ledger.kinds, held: ledger.findings.map(({ code, row }) => [code, row]) };
}

describe('members of a group below it', () => {
  const headers = ['序号', '企业名称', '统一社会信用代码', '用地面积（亩）', '税收（万元）'];

  it('begin with 其中 and have no number: they do not count, with codes of their own and less than the group too', () => {
    const rows = [
      [1, '东港机电有限公司', CODES[0], 12.5, 88.1],
      [2, '恒远控股集团有限公司', CODES[1], 101.7, 1500.4],
      ['', '  其中：恒远电子有限公司', CODES[2], 41.2, 700.2],
      ['', '      恒远物流有限公司', CODES[3], 58.1, 790.9],
      [3, '南湖纺织有限公司', '', 20.1, 61.4],
    ];
    expect(kindsOf(headers, rows).kinds).toEqual(['data', 'data', 'part', 'part', 'data']);
  });

  it('without a column of numbers are those set in below 其中', () => {
    const rows = [
      ['东港机电有限公司', CODES[0], 12.5, 88.1],
      ['恒远控股集团有限公司', CODES[1], 101.7, 1500.4],
      ['　其中：恒远电子有限公司', CODES[2], 41.2, 700.2],
      ['　　　　恒远物流有限公司', CODES[3], 58.1, 790.9],
      ['南湖纺织有限公司', '', 20.1, 61.4],
    ];
    expect(kindsOf(headers.slice(1), rows).kinds).toEqual(['data', 'data', 'part', 'part', 'data']);
  });
});

describe('rows of a number below another one', () => {
  const headers = ['序号', '企业名称', '用地面积（亩）', '税收（万元）'];
  const listed = (numbers: readonly Cell[]) =>
    numbers.map((number, at): Cell[] => [
      number,
      `东海${'甲乙丙丁戊'[at] ?? ''}塑业有限公司`,
      20.3 + at,
      61.4 + 7 * at,
    ]);
  const groups = (numbers: readonly Cell[]) => firmRows(listed(numbers), matchHeaders([headers], listed(numbers)));

  it('may be one enterprise with it, where no sum says so', () => {
    expect(groups([1, '1-1', 2, '2.1', '（2）'])).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
  });

  it('are a row each where the number is no row of the list, or is another', () => {
    expect(groups(['1-1', '1-2', '2-1', '2-2', '3-1'])).toEqual([]);
    expect(groups([1, '2-1', 3, '4-1', 5])).toEqual([]);
  });
});

describe('a parcel of no enterprise', () => {
  const headers = ['宗地编号', '土地使用权人', '统一社会信用代码', '面积（亩）', '税收（万元）'];
  const firms = CODES.map((code, row): Cell[] => [`GB0000${row}`, `企业${row}有限公司`, code, 10.1 + row, 50.3 + row]);

  it('has a number, and neither a code nor a tax: it is told and has no answer', () => {
    const { held } = kindsOf(headers, [...firms, ['GB00009', '东港县土地储备中心', '', 33.2, '']]);
    expect(held).toContainEqual(['unlikeOthers', 4]);
  });

  it('is one of somebody without a code who pays tax', () => {
    const { held } = kindsOf(headers, [...firms, ['GB00009', '张三五金加工部', '', 3.2, 1.4]]);
    expect(held).toEqual([]);
  });
});
