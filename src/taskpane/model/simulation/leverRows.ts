import type { CellValue } from '../../../workbook/port';
import type { Assessment } from '../verdict/assessment';
import { chosenKeys } from './inefficient';
import type { DisposalPart, InefficientKey, Projection, Who } from '../../state/simulationState';
import { waiverBases } from '../../../engine/simulate/index';

/** The levers of a projection as the sheet lists them: name and value. */
export function leverRows(assessment: Assessment, { scenario, result }: Projection): CellValue[][] {
  const { plotRatio, disposal } = scenario;
  const first = result.years[0] ?? NaN;
  const keys = chosenKeys(assessment, scenario.inefficient).map(keyText);
  return [
    ['起始年', String(first)],
    ['参加推演', `${count(result.parcels.counted)} 户，共 ${count(result.parcels.rows)} 户`],
    ['提高容积率', plotRatio.on ? plotRatioText(plotRatio) : '不采取'],
    ['免收增容地价', waiverText(assessment, scenario)],
    ['处置低效用地', disposal.on ? `到 ${first + disposal.years} 年末处置 ${disposal.percent}%（按面积）` : '不采取'],
    ...(disposal.on ? (disposal.classes ?? []).map((part, index) => classRow(part, index, first)) : []),
    ['哪些算低效用地', keys.length > 0 ? keys.join('；') : '未选'],
    ...moreRows(scenario),
    ...(scenario.waiver.takeAsIndustrial ? [['用途（假设）', '台账没有用途列，按工业用地、用途不变处理']] : []),
  ];
}

type Scenario = Projection['scenario'];

function classRow({ who, percent, years }: DisposalPart, index: number, first: number): CellValue[] {
  return [`处置第 ${index + 1} 类`, `${whoText(who)}：到 ${first + years} 年末处置 ${percent}%`];
}

function plotRatioText({ target, byFactor, who, balance, mixedPercent = 0 }: Scenario['plotRatio']): string {
  return [
    byFactor ? `现容积率的 ${target} 倍` : `到 ${target}`,
    whoText(who),
    ...(balance ? [`园区统筹：容积率不超过 ${balance.plotRatio}，绿地率不低于 ${balance.greenPercent}%`] : []),
    ...(mixedPercent > 0 ? [`新增中配套 ${mixedPercent}%（工业不低于 51%）`] : []),
  ].join('，');
}

const DIMENSION_WORDS = {
  township: '区镇',
  park: '园区',
  industry: '行业',
  path: '改造路径',
  tier: '档位',
  aboveScale: '规上规下',
} as const;

function whoText(who: Who): string {
  if (who === 'all') return '全部地块';
  if (who === 'inefficient') return '只限低效地块';
  return 'rule' in who ? `符合“${who.rule}”的地块` : `${DIMENSION_WORDS[who.dimension]}为“${who.word}”的地块`;
}

function pricesText({ c, d, waterC, waterD, landTaxC, landTaxD }: Scenario['prices']): string {
  const part = (name: string, first = 0, second = 0) =>
    first > 0 || second > 0 ? [`${name} C 类 ${first} 元、D 类 ${second} 元`] : [];
  const parts = [
    ...part('电价每千瓦时', c, d),
    ...part('水价每吨', waterC, waterD),
    ...part('土地使用税每平方米', landTaxC, landTaxD),
  ];
  return parts.length > 0 ? parts.join('；') : '没有加价';
}

/** The other levers, those that are on. */
function moreRows(scenario: Scenario): CellValue[][] {
  const { upgrade, fund, standardLand, prices, incrementStock, taxSharing } = scenario;
  const rows: readonly (readonly [{ readonly on: boolean }, string, () => string])[] = [
    [
      upgrade,
      '提质增效',
      () =>
        `税收提高 ${upgrade.percent}%，${upgrade.years} 年到位，${upgrade.response}% 响应，每亩补助 ${upgrade.costPerMu} 万元，${whoText(upgrade.who)}`,
    ],
    [
      fund,
      '处置资金池',
      () => `土地收入 ${count(fund.landRevenue)} 万元的 0.5%${fund.rolling ? '，再出让收入回流' : ''}`,
    ],
    [standardLand, '标准地约束', () => `亩均 ${standardLand.taxPerMu} 万元，不足部分赔付 ${standardLand.percent}%`],
    [prices, '差别化加价', () => pricesText(prices)],
    [
      incrementStock,
      '增存挂钩',
      () =>
        `基数 ${count(incrementStock.baseQuota)} 亩，${incrementStock.mode === 'tasks' ? '完成奖 10%，未完成减 20%' : '按处置面积的 50% 增加'}`,
    ],
    [taxSharing, '新项目税收分成', () => `${taxSharing.percent}% 归${taxSharing.to ?? ''}`],
  ];
  return rows.filter(([{ on }]) => on).map(([, name, text]) => [name, text()]);
}

function waiverText({ policy }: Assessment, { waiver, plotRatio }: Projection['scenario']): string {
  if (!waiver.on || !plotRatio.on) return '不采取';
  const basis = policy && waiverBases(policy.pack).find(({ packId }) => packId === waiver.basis);
  const status = basis?.status === 'reported' ? '（转引，未见原文，请核对条号）' : '';
  return `${waiver.percent}%，依据：${basis ? `${basis.title}${basis.clause}${status}` : '无'}`;
}

function keyText(key: InefficientKey): string {
  if (key === 'column') return '台账标为“低效”';
  return key.replace('tier:', '档位：').replace('path:', '路径：');
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
