import {
  ASSUMPTION_IDS,
  assumptionOf,
  type AssumptionId,
  type AssumptionOrigin,
  type DatedTarget,
  distributionsOf,
  type Distribution,
  type YearSeries,
} from '../../../engine/simulate/index';
import type { NewSheet, SheetCell } from '../../../sheet/sheet';
import {
  assumptionLabel,
  assumptionOriginText,
  assumptionUnitText,
  scaled,
  shownFactor,
} from '../../../text/assumptions';
import { groundText } from '../../../text/years';
import { widenedSpreads, widenedText } from '../../model/pastYears/widened';
import { paneText } from '../../../text/pane';
import { groundOf } from '../../model/pastYears/grounds';
import { noticeText, notModelledText } from '../../../text/simulate';
import { muText, percentText, perMuText } from '../../../text/quantities';
import type { DrawnRun } from '../../../worker/drawProtocol';
import type { Assessment } from '../../model/verdict/assessment';
import type { Source } from '../../model/reading/source';
import { noteOf } from '../results/planResults';
import { leverRows } from '../../model/simulation/leverRows';
import { putRanges } from './projectionCharts';
import { SheetPage } from './sheetPage';
import type { Projection, Widening } from '../../state/simulationState';
import { ledgerTitle } from '../../model/reading/whereCellsStand';
import { known } from '../../../sheet/known';

const LANGUAGE = 'zh-CN';

interface Given {
  readonly source: Source;
  readonly assessment: Assessment;
  readonly projection: Projection;
  /** The headline sentence, as the pane shows it. */
  readonly headline: string;
  /** How wide look-backs ask the range to be, where a person wants it beside the model's own. */
  readonly spread?: Widening | undefined;
}

/** The sheet 推演结果: what was asked, what may come of it with charts, year by year, what must be known, and every assumption with its source. */
export function projectionSheet({ source, assessment, projection, headline, spread }: Given): NewSheet {
  const page = new SheetPage();
  const { drawn } = projection;
  const title = `${ledgerTitle(source)} 推演结果`;
  page.line([title], { bold: true, fontSize: 16, rowHeight: 26 });
  page.paragraph(noteOf(assessment));
  page.paragraph(headline);
  page.paragraph(drawn ? drawsText(drawn) : '只有期望值，没有推演各种可能。');
  page.section('措施');
  page.words(['项目', '取值'], leverRows(assessment, projection), [0, 1]);
  if (drawn) {
    targetTable(page, drawn);
    putRanges(page, projection, drawn);
    if (spread) putWidened(page, projection, drawn, spread);
  }
  yearTables(page, projection);
  townshipTable(page, projection);
  page.section('要注意的');
  for (const notice of projection.result.notices) page.paragraph(noticeText(notice, LANGUAGE));
  page.paragraph(`没有计入：${notModelledText(LANGUAGE).join('、')}`);
  page.section('假设与来源');
  const heads = ['假设', '取值', '单位', '是否改动', '可能的变动', '来源或假设'];
  page.words(heads, assumptionRows(projection), [0, 1, 2, 3, 4, 8]);
  const { blocks, charts, merges } = page;
  return { name: '推演结果', blocks, charts, merges, freezeRows: 0, print: page.print() };
}

/** The range of 亩均税收 as wide as look-backs ask, beside the model's own. */
function putWidened(page: SheetPage, projection: Projection, { result }: DrawnRun, spread: Widening): void {
  const wide = widenedSpreads(projection, result.metrics.taxPerMu, { series: 'taxPerMu', spread });
  const last = wide?.at(-1);
  if (!wide || !last) return;
  page.section('按实际放宽的九成范围：亩均税收（万元/亩）');
  page.paragraph(
    widenedText(last, { series: 'taxPerMu', spread, year: result.years.at(-1) ?? NaN }, paneText(LANGUAGE)),
  );
  const rows = wide.map(({ p5, p50, p95 }, at) => [result.years[at] ?? '', known(p5), known(p50), known(p95)]);
  const format = '#,##0.00';
  page.table(['年份', '九成范围下限', '中间值', '九成范围上限'], rows, ['General', format, format, format]);
}

function drawsText({ extent, result }: DrawnRun): string {
  const draws = result.draws.toLocaleString('en-US');
  if (extent === 'partial') return `中途停止：只模拟了 ${draws} 次，结果仅供参考。`;
  return `模拟 ${draws} 次${extent === 'enough' ? '，结果已经稳定' : ''}。`;
}

/** The chance of meeting each of the policy's targets by its day. */
function targetTable(page: SheetPage, drawn: DrawnRun): void {
  const { targets } = drawn.result;
  if (targets.length === 0) return;
  page.section('达到政策目标的把握');
  const rows = targets.map(({ target, chance }) => [
    target.id,
    `${target.byYear} 年底`,
    targetText(target),
    known(chance),
  ]);
  page.table(['目标', '期限', '目标值', '把握'], rows, ['General', 'General', 'General', '0%']);
}

function targetText({ metric, atLeast }: DatedTarget): string {
  if (metric === 'disposalRate') return percentText(atLeast);
  return metric === 'taxPerMu' ? `${perMuText(atLeast)} 万元/亩` : `${muText(atLeast)} 亩`;
}

interface SeriesColumn {
  readonly header: string;
  readonly of: (series: YearSeries) => Float64Array;
  readonly format: string;
}

/** The price due if nothing is waived (docs/model.md, 2). */
function dueOf({ landPriceCollected, landPriceWaived }: YearSeries): Float64Array {
  return landPriceCollected.map((collected, year) => collected + (landPriceWaived[year] ?? NaN));
}

const AREA = '#,##0.0';
const MONEY = '#,##0';

const SERIES: readonly SeriesColumn[] = [
  { header: '在用土地（亩）', of: (s) => s.landArea, format: AREA },
  { header: '税收（万元）', of: (s) => s.tax, format: MONEY },
  { header: '亩均税收（万元/亩）', of: (s) => s.taxPerMu, format: '#,##0.00' },
  { header: '处置面积（亩）', of: (s) => s.disposedArea, format: AREA },
  { header: '处置率', of: (s) => s.disposalRate, format: '0.0%' },
  { header: '新增建筑（平方米）', of: (s) => s.floorAreaAdded, format: MONEY },
  { header: '应收增容地价（万元）', of: dueOf, format: MONEY },
  { header: '其中免收（万元）', of: (s) => s.landPriceWaived, format: MONEY },
  { header: '实收增容地价（万元）', of: (s) => s.landPriceCollected, format: MONEY },
  { header: '收储支出（万元）', of: (s) => s.disposalCost, format: MONEY },
  { header: '再出让收入（万元）', of: (s) => s.resaleIncome, format: MONEY },
  { header: '当年财政净额（万元）', of: (s) => s.netFiscal, format: MONEY },
  { header: '财政累计净现值（万元）', of: (s) => s.cumulativeValue, format: MONEY },
];

/** Shown where the lever behind them is on. */
const OCCASIONAL: readonly SeriesColumn[] = [
  { header: '提质补助（万元）', of: (s) => s.upgradeCost, format: MONEY },
  { header: '其中不免收也会改造的部分（万元）', of: (s) => s.deadweight, format: MONEY },
  { header: '标准地违约金（万元）', of: (s) => s.penalty, format: MONEY },
  { header: '差别化加价（万元，不计入财政）', of: (s) => s.surcharge, format: MONEY },
  { header: '新增用地指标（亩）', of: (s) => s.newLandQuota, format: AREA },
  { header: '资金池年末余额（万元）', of: (s) => s.fund, format: MONEY },
];

function columnsOf(series: YearSeries): readonly SeriesColumn[] {
  return [...SERIES, ...OCCASIONAL.filter(({ of }) => of(series).some((value) => value > 0 || value < 0))];
}

function yearTables(page: SheetPage, { result }: Projection): void {
  for (const [title, series] of [
    ['本方案', result.scenario],
    ['不采取措施', result.baseline],
  ] as const) {
    page.section(`怎样算出来的（期望值，与中间值略有不同）：逐年${title}`, series === result.scenario);
    const tiers = result.tiers.map((tier, index) => ({
      header: `${tier}（户）`,
      values: series.parcelsByTier[index],
      format: MONEY,
    }));
    const lines = [
      ...columnsOf(series).map(({ header, of, format }) => ({ header, values: of(series), format })),
      ...tiers,
    ];
    page.lyingTable(['指标', ...result.years.map(String)], lines);
  }
}

function townshipTable(page: SheetPage, { result, townships }: Projection): void {
  const outcomes = result.groups.township ?? [];
  if (outcomes.length < 2) return;
  page.section(`怎样算出来的（期望值）：分镇街，${String(result.years.at(-1) ?? '')} 年`);
  const rows = outcomes.map(({ code, scenario, baseline }) => [
    townships[code] === '' ? '未填镇街' : (townships[code] ?? ''),
    known(scenario.landArea),
    known(scenario.tax),
    known(scenario.taxPerMu),
    known(baseline.taxPerMu),
  ]);
  const headers = ['镇街', '在用土地（亩）', '税收（万元）', '亩均税收（万元/亩）', '不采取措施时亩均税收'];
  page.table(headers, rows, ['General', AREA, MONEY, '#,##0.00', '#,##0.00']);
}

function assumptionRows({ result, scenario }: Projection): SheetCell[][] {
  const changed = new Set(result.changedAssumptions);
  const distributions = distributionsOf(result.assumptions, scenario.distributions);
  return ASSUMPTION_IDS.map((id) => {
    const { unit, origin } = assumptionOf(id);
    return [
      assumptionLabel(id, LANGUAGE),
      known(Number(scaled(result.assumptions[id], shownFactor(unit)).toPrecision(6))),
      assumptionUnitText(unit, LANGUAGE),
      changed.has(id) ? '已改' : '',
      distributionText(distributions[id], shownFactor(unit)),
      originText(scenario, id, origin),
    ];
  });
}

/** Where a value comes from: the county's own ledgers, or what its default rests on. */
function originText(scenario: Projection['scenario'], id: AssumptionId, origin: AssumptionOrigin): string {
  const ground = groundOf(scenario, id);
  return ground ? groundText(ground, LANGUAGE) : assumptionOriginText(id, origin, LANGUAGE);
}

/** How an assumption may vary, in one line. */
function distributionText(distribution: Distribution, factor: number): string {
  const short = (value: number) => String(Number((value * factor).toPrecision(4)));
  switch (distribution.kind) {
    case 'fixed':
      return '不变';
    case 'uniform':
      return `机会相同：${short(distribution.least)} 至 ${short(distribution.greatest)}`;
    case 'triangular':
    case 'pert': {
      const { kind, least, likeliest, greatest } = distribution;
      return `${kind === 'pert' ? '最小—最可能—最大（平缓）' : '最小—最可能—最大（直线）'}：${short(least)}、${short(likeliest)}、${short(greatest)}`;
    }
    case 'normal':
      return `多数在中间：平均 ${short(distribution.mean)}，离散程度 ${short(distribution.deviation)}`;
    case 'lognormal':
      return `少数特别大：中间值 ${short(distribution.median)}，离散程度 ${String(distribution.deviation)}`;
    case 'empirical':
      return `按实际数列（${distribution.values.length} 个数）`;
  }
}
