import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/engine/ledger/place';

const words = (text: string) => text.split(' ');

/** Names of places by what may stand below what, the awkward ones among them. */
const PROVINCES = words('浙江省 黑龙江省 内蒙古自治区 新疆维吾尔自治区 广西壮族自治区 浙江 内蒙古');
const CITIES = words('绍兴市 嵊越市 石家庄市 新乡市 沧州市 达州市 上海市 重庆市');
const PREFECTURES = words('伊犁哈萨克自治州 黔东南苗族侗族自治州 凉山州 锡林郭勒盟 喀什地区 大兴安岭地区');
const COUNTIES = words(
  '嵊州市 辉县市 津市市 芒市 赵县 易县 全椒县 城步苗族自治县 景宁畲族自治县 长子县 积石山保安族东乡族撒拉族自治县 鄂托克前旗 莫力达瓦达斡尔族自治旗 正镶白旗 六枝特区 连州市',
);
/** Cities alone have districts. */
const DISTRICTS = words('嘉定区 市中区 市北区 沙市区 红旗区 和平区 房山区 浦东新区 神农架林区 双城区 兖州区 新市区');
/** Districts that are told from a word by the city before them alone. */
const PARTS = words('城区 郊区 矿区 东区');
const ZONES = words('经济开发区 高新区 经济技术开发区 高新技术产业开发区 工业园区 产业集聚区 综合保税区 城北工业园区');
const OWN_ZONES = words('太仓港经济技术开发区 苏州工业园区 雄安新区 南宁东盟经济技术开发区 柯桥经济技术开发区 高新区');

const BEFORE = [
  '',
  '附件1：',
  '附表二 ',
  '表3 ',
  '附件十二：',
  '2023年',
  '2023年度',
  '二〇二三年度',
  '关于',
  '附件：2023年1-6月',
  '（一）',
];

const BEHIND = [
  '2023年度工业企业亩均效益综合评价台账',
  '工业用地底数清单',
  '低效用地处置台账',
  '',
  '亩均税收汇总表',
  '企业名单（2023年）',
  '存量地块明细',
  '产业载体底数清单',
  '（征求意见稿）',
  '区域内工业企业台账',
  '市场主体名单',
];

/** Titles that name no place. */
const PLACELESS = [
  '工业企业亩均效益综合评价台账',
  '城市更新地块台账',
  '市区工业用地清单',
  '全市2023年度汇总',
  '各县（市、区）上报汇总',
  '县市区汇总表',
  '园区企业台账',
  '工业园区企业',
  '上市企业名单',
  '建材市场主体名单',
  '重点区域企业',
  '中心城区工业用地',
  '全县低效用地',
  '行政区划表',
  '浙江制造企业名单',
  '小微企业园区台账',
  '旗下企业',
  'Sheet1',
  '',
  '2023年',
  '亩均评价台账',
  '本区企业',
  '城镇低效用地再开发',
  '产业集聚区企业名单',
  '超市门店',
  '跨区经营企业',
  '市级重点项目',
];

const pick = (words: readonly string[]) => fc.constantFrom(...words);
const maybe = (words: readonly string[]) => fc.constantFrom('', ...words);

/** A place as it is written. */
const place = fc
  .oneof(
    fc.tuple(maybe(PROVINCES), maybe([...CITIES, ...PREFECTURES]), pick(COUNTIES), maybe(ZONES)),
    fc.tuple(maybe(PROVINCES), maybe(CITIES), pick(DISTRICTS), maybe(ZONES)),
    fc.tuple(maybe(PROVINCES), pick(CITIES), maybe(PARTS), maybe(ZONES)),
    fc.tuple(maybe(PROVINCES), fc.constant(''), pick(OWN_ZONES), fc.constant('')),
  )
  .map((parts) => parts.join(''));

/** Blanks, wide blanks and breaks between letters, as titles are spaced out in cells. */
const spaced = (text: string) =>
  fc
    .array(pick(['', '', '', ' ', '　', '\n']), { minLength: text.length, maxLength: text.length })
    .map((blanks) => [...text].map((letter, at) => letter + (blanks[at] ?? '')).join(''));

describe('the place of a ledger', () => {
  it('is read out of any title that begins with one, whatever stands before and behind, blanks inside', () => {
    const titles = fc
      .tuple(pick(BEFORE), place, pick(BEHIND))
      .filter(([, own, behind]) => !/[市区]$/.test(own) || !/^[市区]/.test(behind))
      .chain(([before, own, behind]) => spaced(before + own + behind).map((title) => ({ title, own })));
    fc.assert(
      fc.property(titles, ({ title, own }) => {
        expect(placeOf(title)).toBe(own);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read out of brackets and behind a dash, and of the sheet’s name where the title has none', () => {
    fc.assert(
      fc.property(place, (own) => {
        expect(placeOf(`工业企业亩均效益评价台账（${own}）`)).toBe(own);
        expect(placeOf(`工业企业亩均效益评价台账——${own}2023年`)).toBe(own);
        expect(placeOf('工业企业亩均效益评价台账', `${own}台账`)).toBe(own);
        expect(placeOf(undefined, own)).toBe(own);
      }),
      { numRuns: 300 },
    );
  });

  it('is all of several that stand one after the other', () => {
    fc.assert(
      fc.property(pick([...COUNTIES, ...DISTRICTS]), pick(COUNTIES), pick(['、', '及', '与']), (one, other, joint) => {
        expect(placeOf(`${one}${joint}${other}2023年度台账`)).toBe(`${one}${joint}${other}`);
      }),
      { numRuns: 300 },
    );
  });

  it.each(PLACELESS)('is none of “%s”', (title) => {
    expect(placeOf(title)).toBe('');
  });

  it('begins behind the number of an annex, which is written in one way: 六 after 3 or 二 is the place’s', () => {
    expect(placeOf('表3 六枝特区2023年度工业企业亩均效益综合评价台账')).toBe('六枝特区');
    expect(placeOf('附件二六合区2023年度台账')).toBe('六合区');
    expect(placeOf('附表十二 六合区台账')).toBe('六合区');
    expect(placeOf('附件1六安市台账')).toBe('六安市');
  });

  it('ends before 市区, 区域 and 市场', () => {
    expect(placeOf('嵊州市区工业用地')).toBe('嵊州市');
    expect(placeOf('嵊州市市区工业用地')).toBe('嵊州市');
    expect(placeOf('嘉定区重点区域企业')).toBe('嘉定区');
    expect(placeOf('嵊州市各镇街汇总')).toBe('嵊州市');
    expect(placeOf('嵊州市和新昌县2023年度')).toBe('嵊州市和新昌县');
  });
});
