import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/engine/ledger/number';
import { unitsByName } from '../../../src/engine/ledger/sheet/notesByName';
import { takesPart } from '../../../src/engine/entity/status';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { rowKinds } from '../../../src/engine/ledger/rowKind';
import { unitsFound } from '../../../src/engine/ledger/columns/units';
import { dictionaryOn, locateTables, ownColumns, translated, type Cell } from '../../../src/engine/ledger/index';

const FIRMS = ['测试甲机械有限公司', '测试乙纺织厂', '测试丙轴承有限公司', '测试丁五金厂', '测试戊包装有限公司'];
const body = (line: (firm: string, at: number) => Cell[]): Cell[][] => FIRMS.map(line);

describe('amounts in words', () => {
  it.each<[string, 'area' | 'money', number | 'unreadable']>([
    ['2亩半', 'area', 2.5],
    ['2亩半3厘', 'area', 2.53],
    ['8,134㎡（合12.201亩）', 'area', 12.201],
    ['8,134㎡（合13.5亩）', 'area', 'unreadable'],
    ['19.0亩（以证为准）', 'area', 19],
    ['1万2千元', 'money', 1.2],
    ['35万1千元', 'money', 35.1],
    ['102万7千5百元', 'money', 102.75],
    ['1亿2千万元', 'money', 12_000],
    ['3万零5', 'money', 'unreadable'],
    ['1万2千亩', 'money', 'unreadable'],
    ['1万2千元', 'area', 'unreadable'],
  ])('%s as %s is %s', (text, dimension, expected) => {
    const reading = readNumber(text, undefined, dimension);
    expect(reading.kind === 'value' ? reading.value : reading.kind).toBe(expected);
  });
});

describe('what notes and titles say', () => {
  it('a note that begins with the sign of a name gives its unit', () => {
    const [table] = locateTables([
      ['企业', '用地①', '税收②'],
      ...body((firm, at) => [firm, 1.2 + at, 900 + at]),
      ['①公顷，按不动产权证统计。', '', ''],
      ['②千元，为当年实际入库数。', '', ''],
    ]);
    expect([1, 2].map((column) => table?.headers.units[column]?.text)).toEqual(['公顷', '千元']);
  });

  it('the title of a sheet goes for its parts, with its units', () => {
    const months = Array.from({ length: 12 }, (_, at) => `${String(at + 1)}月`);
    const head = ['企业名称', '用地面积（亩）', ...months, '全年合计'];
    const line = (firm: string, at: number): Cell[] => [firm, 20 + at, ...months.map(() => at + 1), 12 * (at + 1)];
    const tables = locateTables([
      ['重点企业分月入库税收情况（2023年，万元）'],
      ['一、规模以上企业'],
      head,
      ...body(line),
      [''],
      ['二、规模以下企业'],
      [...head],
      ...body((firm, at) => line(`另${firm}`, at)),
    ]);
    const paid = tables.map(({ headers }) => headers.byField.get('taxPaid')?.header);
    expect(paid).toEqual(tables.map(() => '全年合计'));
    expect(tables.map(({ unitNotes }) => unitNotes)).toEqual(tables.map(() => ['万元']));
  });

  it('the title of a table below, with its units, says nothing of the one above', () => {
    const tables = locateTables([
      ['一、规模以上工业企业(金额:千元;面积:平方米)'],
      ['企业名称', '用地面积', '实缴税金总额'],
      ...body((firm, at) => [firm, 8740 + at, 891 + at]),
      [''],
      ['二、规模以下工业企业(金额:万元;面积:亩)'],
      ['企业名称', '村社', '用地面积', '实缴税金'],
      ...body((firm, at) => [`另${firm}`, '新桥村', 6.3 + at, 33.81 + at]),
    ]);
    expect(tables.map(({ unitNotes }) => unitNotes)).toEqual([
      ['千元', '平方米'],
      ['万元', '亩'],
    ]);
  });

  it('a sentence of another sheet names the units of sheets by their names', () => {
    const sheets = [
      { name: '说明', cells: [['附表1单位：亩、万元；附表12、附表3单位：平方米、元。'], ['附表1为存续企业。']] },
      ...['附表1', '附表12', '附表3', '附表2'].map((name) => ({ name, cells: [['企业', '用地']] })),
    ];
    const found = [...unitsByName(sheets)].map(([name, { units, by }]) => [name, units.join('、'), by]);
    expect(found).toEqual([
      ['附表1', '亩、万元', '说明'],
      ['附表12', '平方米、元', '说明'],
      ['附表3', '平方米、元', '说明'],
    ]);
  });

  it('a sheet of nothing but sentences names the units of all others, but of those that it names', () => {
    const prose = [['填表说明'], ['一、计量单位：面积为平方米，金额为千元。'], ['二、附表2单位：亩、万元。']];
    const others = ['附表1', '附表2'].map((name) => ({ name, cells: [['企业', '用地']] }));
    const said = (cells: typeof prose) =>
      [...unitsByName([{ name: '说明', cells }, ...others])].map(([name, { units }]) => `${name} ${units.join('、')}`);
    expect(said(prose).toSorted()).toEqual(['附表1 平方米、千元', '附表2 亩、万元']);
    expect(said([...prose, ['附表', '要求']])).toEqual(['附表2 亩、万元']);
  });

  it('names of a database are explained beside columns that somebody added', () => {
    const dictionary = dictionaryOn([
      ['字段', '含义'],
      ['QYMC', '企业名称'],
      ['TDMJ', '用地面积（亩）'],
      ['RKSS', '入库税收（万元）'],
    ]);
    const head = ['QYMC', '法定代表人', '联系电话', '建筑面积', 'TDMJ', 'RKSS', '上年税收（万元）'];
    const [first = []] = translated([head], dictionary ?? new Map());
    expect(first[4]).toBe('用地面积（亩）');
  });
});

describe('names that only their parents or the title explain', () => {
  const paid = (cells: Cell[][]) => {
    const headers = locateTables(cells)[0]?.headers;
    const open = headers?.doubts.find(({ field }) => field.id === 'taxPaid')?.columns.map(({ header }) => header);
    return headers?.byField.get('taxPaid')?.header ?? open;
  };

  it('计划, 本月 and 累计 under a title about 税收', () => {
    const lines = body((firm, at) => [firm, 20 + at, 90 + at, 7 + at, 5 + 2 * at, 80 + 3 * at, 70 + at]);
    const cells: Cell[][] = [
      ['重点企业税收收入完成情况表'],
      ['企业名称', '占地面积（亩）', '年度计划', '本月完成', '', '累计完成', ''],
      ['', '', '', '本期', '同期', '累计', '同期累计'],
      ...lines,
    ];
    expect(paid(cells)).toBe('累计完成/累计');
  });

  it('本企业 and 含承租企业 under 实缴税收 are two figures of it', () => {
    const cells: Cell[][] = [
      ['企业名称', '用地面积（亩）', '实缴税收（万元）', ''],
      ['', '', '本企业', '含承租企业'],
      ...body((firm, at) => [firm, 20 + at, 50 + 9 * at, 60 + 31 * at]),
    ];
    expect(paid(cells)).toHaveLength(2);
  });

  it('units below codes, with dashes where there is none', () => {
    const [table] = locateTables([
      ['企业名称', '行业', '实缴税收', '占用土地面积'],
      ['QB01', 'QB02', 'QC15', 'QE03'],
      ['—', '—', '千元', '平方米'],
      ...body((firm, at) => [firm, 'C39', 5000 + at, 20_000 + at]),
    ]);
    expect(table?.headers.units.map((unit) => unit?.text)).toEqual([undefined, undefined, '千元', '㎡']);
  });
});

describe('which lines are enterprises', () => {
  const headers = matchHeaders([['层级', '企业名称', '土地（亩）', '税收（万元）']]);
  const kinds = (rows: Cell[][]) => rowKinds(rows, headers, { zeroIsBlank: false });

  it('sums over sums stand above what they add up', () => {
    const rows: Cell[][] = [
      ['某市', '', 100, 1000],
      ['甲区', '', 60, 600],
      ['企业', FIRMS[0], 20, 200],
      ['企业', FIRMS[1], 40, 400],
      ['乙区', '', 40, 400],
      ['企业', FIRMS[2], 15, 150],
      ['企业', FIRMS[3], 25, 250],
    ];
    expect(kinds(rows)).toEqual(['total', 'total', 'data', 'data', 'total', 'data', 'data']);
  });

  it('a group is the sum of its members, until a line of words; alone it is an enterprise', () => {
    const list = matchHeaders([['序号', '企业（集团）名称', '用地（公顷）', '税收（亿元）']]);
    const of = (rows: Cell[][]) => rowKinds(rows, list, { zeroIsBlank: false });
    const members: Cell[][] = [
      ['', FIRMS[0], 16.4, 0.05],
      ['', FIRMS[1], 20.3, 1.5],
    ];
    const rows: Cell[][] = [['一', '测试纸业集团（合并2户）', 36.7, 1.55], ...members, ['五', '单体企业', '', '']];
    const others: Cell[][] = [
      [1, FIRMS[2], 9, 0.7],
      [2, '测试轴承集团（合并3户）', 8, 0.6],
      [3, FIRMS[3], 7, 0.3],
      [4, FIRMS[4], 6, 0.2],
    ];
    expect(of([...rows, ...others]).filter((kind) => kind === 'data')).toHaveLength(6);
    expect(of([...rows, ...others])[0]).toBe('total');
  });

  it('a name with how many there are is a total, an example is none of the list', () => {
    expect(kinds([['高新区（6家）', '', 302.3, 2384.4]])).toEqual(['total']);
    expect(kinds([['示例', '示例机械有限公司', 50, 320]])).toEqual(['note']);
    expect(kinds([['企业', '测试示例软件有限公司', 50, 320]])).toEqual(['data']);
  });

  it('a later part of an enterprise still to be built says nothing against it', () => {
    expect(['二期在建', '在建', '停产'].map(takesPart)).toEqual(['active', 'out', 'other']);
  });
});

describe('units that a quotient without a unit is in', () => {
  it('税收强度 is in those of the two columns', () => {
    const rows = FIRMS.map((firm, at): Cell[] => [firm, 1.5 + at, 100 + 31 * at, (100 + 31 * at) / (1.5 + at)]);
    const headers = matchHeaders([['企业名称', '用地面积（公顷）', '税收总额（万元）', '亩均税收']], rows);
    expect(headers.byField.get('taxPerMu')?.column).toBe(3);
    expect(unitsFound(headers, rows, []).doubts).toEqual([]);
  });

  it('a column in words has no unit to be asked', () => {
    const rows = FIRMS.map((firm, at): Cell[] => [firm, `${String(at + 2)}亩半`, `${String(at + 1)}万2千元`]);
    const table = locateTables([['企业', '用地面积', '实缴税收'], ...rows])[0];
    expect(table && ownColumns(table, rows).units).toEqual([]);
  });
});
