import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/ledger/cell';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { drawFrom } from '../../support/ledgers/draw';
import { madeEnterprises, rounded, type Enterprise } from '../../support/ledgers/enterprises';
import { vary } from '../../support/ledgers/quirks/columns';

const MADE = [...madeEnterprises(drawFrom(5)), ...madeEnterprises(drawFrom(9))];
type Body = (one: Enterprise) => readonly Cell[];

/** What is taken as land and tax, and what is asked of them with how many columns or sums to choose from. */
function readOf(headers: readonly (readonly string[])[], body: Body) {
  const { byField, doubts } = matchHeaders(
    headers.map((row) => ['企业名称', ...row]),
    MADE.map((one) => [one.name, ...body(one)]),
  );
  const asked = doubts.map(({ field, columns }) => [field.id, columns.map(({ header }) => header)] as const);
  return {
    land: byField.get('landArea')?.header,
    tax: byField.get('taxPaid')?.header,
    asked: Object.fromEntries(asked),
  };
}

/** The same in half of the rows, a little less in the others. */
const nearly = (value: number, one: Enterprise) => rounded(vary(one, 'a') < 0.6 ? value : value * 1.05);
const LAND = '用地面积（亩）';
const TAX = '实缴税收（万元）';

describe('a figure over which nobody knows what stands is asked about', () => {
  it.each([
    '实缴税收（一期）（万元）',
    '实缴税收（本部，万元）',
    '集团合并纳税（万元）',
    '调整后税收（万元）',
    '分摊后税额（万元）',
  ])('%s', (header) => {
    const { tax, asked } = readOf([[LAND, header]], (one) => [one.land, one.tax]);
    expect({ tax, asked }).toEqual({ tax: undefined, asked: { taxPaid: [header] } });
  });

  it('and over which parents say it, with their sum among the answers', () => {
    const { asked } = readOf(
      [
        ['老厂', '', '新厂', ''],
        ['用地（亩）', '税收（万元）', '用地（亩）', '税收（万元）'],
      ],
      ({ land, tax }) => [land / 2, tax / 2, land / 2, tax / 2].map((value) => rounded(value)),
    );
    expect(asked).toMatchObject({
      landArea: expect.arrayContaining(['老厂/用地（亩） + 新厂/用地（亩）']) as string[],
      taxPaid: expect.arrayContaining(['老厂/税收（万元） + 新厂/税收（万元）']) as string[],
    });
  });

  it.each([
    ['土地使用情况', '企业实际占用土地（亩）'],
    ['用地信息', '占地面积（亩）'],
    ['一、用地情况', '净用地面积（亩）'],
  ])('%s over %s is no such thing', (parent, header) => {
    const headers = [
      [parent, '经济效益'],
      [header, TAX],
    ];
    const { land, tax } = readOf(headers, (one) => [one.land, one.tax]);
    expect({ land, tax }).toEqual({ land: `${parent}/${header}`, tax: `经济效益/${TAX}` });
  });
});

describe('a column that goes along with tax or land is another figure of it, whatever it is called', () => {
  it.each(['剔除一次性因素后税收（万元）', '企业确认数（万元）', '会审数'])('%s', (header) => {
    const { asked } = readOf([[LAND, TAX, header]], (one) => [one.land, one.tax, nearly(one.tax, one)]);
    expect(asked).toEqual({ taxPaid: [TAX, header] });
  });

  it('unless 亩均 proves which of them counts', () => {
    const headers = [['核定用地（亩）', '确认用地（亩）', TAX, '亩均税收（万元/亩）']];
    const body: Body = (one) => [nearly(one.land, one), one.land, one.tax, rounded(one.tax / one.land)];
    expect(readOf(headers, body)).toMatchObject({ land: '确认用地（亩）', tax: TAX, asked: {} });
  });

  it('and one that does not is none', () => {
    const headers = [[LAND, TAX, '利润（万元）', '用工']];
    const body: Body = (one) => [one.land, one.tax, rounded(one.tax * 3.1), Math.round(one.land * 4)];
    expect(readOf(headers, body)).toEqual({ land: LAND, tax: TAX, asked: {} });
  });
});

describe('land that is less than the whole by what stands beside it is asked about', () => {
  it('登记 beside 租入 and 出租', () => {
    const headers = [['登记面积（亩）', '租入面积（亩）', '出租面积（亩）', TAX]];
    const body: Body = (one) => [
      one.land,
      vary(one, 'in') < 0.4 ? 3.2 : '',
      vary(one, 'out') < 0.3 ? 1.1 : '',
      one.tax,
    ];
    const { asked } = readOf(headers, body);
    expect(asked.landArea).toEqual(
      expect.arrayContaining(['登记面积（亩）', '登记面积（亩） + 租入面积（亩） - 出租面积（亩）']),
    );
  });

  it('a column with gaps that another one fills', () => {
    const isOne = (one: Enterprise) => vary(one, 'which') < 0.5;
    const body: Body = (one) => [isOne(one) ? one.land : '', isOne(one) ? '' : one.land, one.tax];
    expect(readOf([[LAND, '租用土地面积（亩）', TAX]], body).asked).toHaveProperty('landArea');
  });

  it('a part that is smaller, and says so, is no reason', () => {
    const headers = [[LAND, '其中：租用（亩）', '闲置面积（亩）', TAX]];
    const body: Body = (one) => [one.land, rounded(one.land * 0.3), vary(one, 'idle') < 0.2 ? one.land : '', one.tax];
    expect(readOf(headers, body)).toEqual({ land: LAND, tax: TAX, asked: {} });
  });
});
