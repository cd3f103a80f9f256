import { describe, expect, it } from 'vitest';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';

function fieldOfHeader(...path: string[]): string | undefined {
  const match = matchHeaders(path.map((text) => [text])).columns[0];
  if (!match) return undefined;
  const unit = match.unit ? ` ${match.unit.text}` : '';
  return `${match.field.id}${unit}${match.negated ? ' negated' : ''}`;
}

describe('one header cell', () => {
  it.each([
    ['用地面积(亩)', 'landArea 亩'],
    ['占地面积（公顷）', 'landArea 公顷'],
    ['用地面积（平方米）', 'landArea ㎡'],
    ['占用土地面积\n（㎡）', 'landArea ㎡'],
    ['面 积（亩）', 'landArea 亩'],
    ['用地面积/亩', 'landArea 亩'],
    ['土地面积：公顷', 'landArea 公顷'],
    ['用地面积亩', 'landArea 亩'],
    ['用地面积㎡', 'landArea ㎡'],
    ['用地面积 ha', 'landArea 公顷'],
    ['实缴税收亿元', 'taxPaid 亿元'],
    ['面积㎡', 'landArea ㎡'],
    ['税收—元', 'taxPaid 元'],
    ['亩均效益综合评价等级', 'grade'],
    ['上年评价等级', undefined],
    ['建筑面积（㎡）', 'floorArea ㎡'],
    ['建筑占地面积', undefined],
    ['闲置用地面积（亩）', undefined],
    ['实缴税金（万元）', 'taxPaid 万元'],
    ['税收实际贡献(元)', 'taxPaid 元'],
    ['实缴税收（亿元）', 'taxPaid 亿元'],
    ['2023年度实缴税收（万元）', 'taxPaid 万元'],
    ['税收（2023年，万元）', 'taxPaid 万元'],
    ['其中：实缴税收', 'taxPaid'],
    ['税收(万元/亩)', 'taxPerMu 万元/亩'],
    ['亩均税收（万元/亩）', 'taxPerMu 万元/亩'],
    ['上年度亩均税收', 'taxPerMu'],
    ['实缴税收增长率（%）', undefined],
    ['上年实缴税收', undefined],
    ['税收占比', undefined],
    ['综合评价等级', 'grade'],
    ['是否符合控规', 'conformsToPlan'],
    ['符合区域产业发展方向', 'fitsIndustrialDirection'],
    ['不符合规划', 'conformsToPlan negated'],
    ['未纳入征收范围', 'requisition negated'],
    ['是否位于城镇开发边界外', 'urbanBoundary negated'],
    ['边界内外', 'urbanBoundary'],
    ['集建区内', 'urbanBoundary'],
    ['工业用地保障线', 'industrialLine'],
    ['管理粗放无序', 'poorlyManaged'],
    ['载体类型', 'carrierType'],
    ['类型', 'stockType'],
    ['镇（街道）', 'township'],
    ['所属镇街', 'township'],
    ['产业集聚区', 'cluster'],
    ['规上/规下', 'aboveScale'],
    ['R&D经费（万元）', 'rdSpending 万元'],
    ['综合能耗(吨标煤)', 'energy'],
    // A typing error makes another word of it: 地块面积 is one letter off 地下面积.
    ['建成年分', undefined],
    ['地块面积（亩）', 'landArea 亩'],
    ['联系人', 'contact'],
    ['某种从未见过的列', undefined],
  ])('%s', (header, expected) => {
    expect(fieldOfHeader(header)).toBe(expected);
  });
});

describe('headers of two and three rows', () => {
  it('a child that says nothing alone takes its parent', () => {
    expect(fieldOfHeader('用地', '面积(亩)')).toBe('landArea 亩');
    expect(fieldOfHeader('建筑情况', '面积')).toBe('floorArea');
    expect(fieldOfHeader('实缴税收', '2023年')).toBe('taxPaid');
    expect(fieldOfHeader('用地面积', '合计', '亩')).toBe('landArea 亩');
  });

  it('blanks in upper rows continue to the right, the bottom row does not', () => {
    const match = matchHeaders([
      ['用地', '', '税收', ''],
      ['面积', '备注', '', ''],
      ['公顷', '', '万元', ''],
    ]);
    expect(match.columns.map((column) => column?.field.id)).toEqual(['landArea', 'remark', 'taxPaid', undefined]);
    expect(match.byField.get('taxPaid')?.unit?.text).toBe('万元');
  });

  it('of parts and whole under one parent the whole is the area', () => {
    const match = matchHeaders([
      ['用地面积', '', ''],
      ['自有', '租入', '合计'],
    ]);
    expect(match.byField.get('landArea')?.column).toBe(2);
  });

  it('of several years the newest is taken and the others are listed', () => {
    const match = matchHeaders([['2021年税收', '2023年税收', '2022年税收']]);
    expect(match.byField.get('taxPaid')?.column).toBe(1);
    expect(match.doubts).toEqual([]);
  });

  it('two columns of the same name are a doubt', () => {
    expect(matchHeaders([['税收', '税收']]).doubts.map((doubt) => doubt.field.id)).toEqual(['taxPaid']);
  });

  it('reads blanks that arrive as 0 or null', () => {
    const headers = [
      ['企业', 0, '用地', null],
      [0, '镇街', '面积(亩)', '容积率'],
    ];
    const fields = matchHeaders(headers).columns.map((column) => column?.field.id);
    expect(fields).toEqual(['enterprise', 'township', 'landArea', 'plotRatio']);
  });
});
