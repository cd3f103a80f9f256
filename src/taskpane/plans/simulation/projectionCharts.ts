import type { Spread, TaxPerMuChange } from '../../../engine/simulate/index';
import { assumptionLabel } from '../../../text/assumptions';
import type { DrawnRun } from '../../../worker/drawProtocol';
import { seriesPair } from '../../model/simulation/headline';
import type { SheetPage } from './sheetPage';
import type { Projection } from '../../state/simulationState';
import { known } from '../../../sheet/known';

const BANDS: readonly { readonly name: string; readonly key: keyof Spread }[] = [
  { name: '九成范围下限', key: 'p5' },
  { name: '五成范围下限', key: 'p25' },
  { name: '中间值', key: 'p50' },
  { name: '五成范围上限', key: 'p75' },
  { name: '九成范围上限', key: 'p95' },
];
const YIELDS = '#,##0.00';

/** The ranges of a projection as tables with a chart each: what comes out by year, why it changes, and what matters. */
export function putRanges(page: SheetPage, projection: Projection, drawn: DrawnRun): void {
  putRange(page, projection, drawn, 'taxPerMu');
  if (projection.scenario.disposal.on) putRange(page, projection, drawn, 'disposedArea');
  putChange(page, projection.result.change);
  putInfluences(page, drawn, projection.result.scenario.taxPerMu.at(-1) ?? NaN);
}

const RANGED = {
  taxPerMu: { title: '亩均税收可能的范围（万元/亩）', format: YIELDS, withBaseline: true },
  disposedArea: { title: '累计处置面积可能的范围（亩）', format: '#,##0.0', withBaseline: false },
} as const;

function putRange(page: SheetPage, { result }: Projection, drawn: DrawnRun, metric: keyof typeof RANGED): void {
  const { title, format, withBaseline } = RANGED[metric];
  const { years, metrics } = drawn.result;
  const { baseline } = seriesPair(result, metric);
  const rows = years.map((year, index) => [
    year,
    ...BANDS.map(({ key }) => known(metrics[metric][index]?.[key])),
    ...(withBaseline ? [known(baseline[index])] : []),
  ]);
  const names = [...BANDS.map(({ name }) => name), ...(withBaseline ? ['不采取措施'] : [])];
  page.section(title);
  const table = page.table(['年份', ...names], rows, ['General', ...names.map(() => format)]);
  page.chart(table, { kind: 'line', title, series: names.map((name, index) => ({ name, column: index + 1 })) });
}

/** Where a step of the change stands: what lifts it, and how high it is itself. */
interface Floating {
  readonly name: string;
  readonly value: number;
  readonly lift: number;
  readonly kind: 'total' | 'more' | 'less';
}

/** The steps from the opening to the closing value, each on top of what came before. */
export function floatingSteps({ opening, exit, within, entry, closing }: TaxPerMuChange): readonly Floating[] {
  let level = opening;
  const step = (name: string, value: number): Floating => {
    const lift = Math.min(level, level + value);
    level += value;
    return { name, value, lift, kind: value < 0 ? 'less' : 'more' };
  };
  return [
    { name: '期初', value: opening, lift: 0, kind: 'total' },
    step('低效地块退出', exit),
    step('留下的企业税收增加', within),
    step('新项目进入', entry),
    { name: '期末', value: closing, lift: 0, kind: 'total' },
  ];
}

function putChange(page: SheetPage, change: TaxPerMuChange): void {
  const title = '亩均税收变化的来源（期望值，万元/亩）';
  const steps = floatingSteps(change);
  const rows = steps.map(({ name, value, kind }) => [
    name,
    known(value),
    ...(['total', 'more', 'less'] as const).map((of) => (of === kind ? known(Math.abs(value)) : '')),
  ]);
  const headers = ['项目', '数值', '合计', '增加', '减少'];
  page.section(title);
  const table = page.table(headers, rows, ['General', ...headers.slice(1).map(() => YIELDS)]);
  // Columns that cross zero cannot stand on each other.
  if (!steps.every(({ lift, value }) => lift >= 0 && Number.isFinite(value))) return;
  const lifted = page.aside(
    table,
    '作图用',
    steps.map(({ lift }) => known(lift)),
  );
  page.chart(table, {
    kind: 'stackedColumn',
    title,
    series: [
      { name: '作图用', column: lifted, lifts: true },
      { name: '合计', column: 2 },
      { name: '增加', column: 3 },
      { name: '减少', column: 4 },
    ],
  });
}

/** Assumptions shown: the others hardly matter. */
const SHOWN = 7;

/** Swings as differences from the expected path: beside medians an expected amount would be a second number for one thing. */
function putInfluences(page: SheetPage, { result, insight }: DrawnRun, expected: number): void {
  const title = '哪项假设对亩均税收影响最大';
  const swings = new Map((insight.swings.taxPerMu ?? []).map((swing) => [swing.id, swing]));
  const rows = (result.influences.taxPerMu ?? [])
    .slice(0, SHOWN)
    .map(({ id, correlation }) => [
      assumptionLabel(id, 'zh-CN'),
      known(correlation),
      known((swings.get(id)?.low ?? NaN) - expected),
      known((swings.get(id)?.high ?? NaN) - expected),
    ]);
  if (rows.length === 0) return;
  page.section(title);
  const headers = ['假设', '影响方向和大小（-1 到 1）', '假设取低时亩均税收增减', '假设取高时亩均税收增减'];
  const table = page.table(headers, rows, ['General', '0.00', YIELDS, YIELDS]);
  page.chart(table, {
    kind: 'bar',
    title: `${title}（越接近 1 或 -1 越大）`,
    series: [{ name: '影响方向和大小', column: 1 }],
  });
}
