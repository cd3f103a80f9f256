import type { Spread } from '../../../engine/simulate/index';
import type { PaneText } from '../../../text/pane';
import { muText, percentText } from '../../../text/quantities';
import type { DrawnRun } from '../../../worker/drawProtocol';
import { fanOption } from '../../charts/fan';
import { tornadoOption } from '../../charts/tornado';
import { firstAndLast, seriesPair } from '../../model/simulation/headline';
import { SERIES } from '../../model/simulation/seriesLook';
import { signed, swingBars } from '../../model/simulation/swingBars';
import type { Projection, SeriesName } from '../../state/simulationState';
import { PICTURE_SIZE, briefText, type AskedPicture, type BriefPart } from './brief';

/** A projection whose draws are there. */
export type DrawnProjection = Projection & { readonly drawn: DrawnRun };

const TOLD: readonly SeriesName[] = ['taxPerMu', 'tax', 'landArea', 'disposedArea', 'cumulativeValue'];

/** What a figure is called without its unit, and the unit. */
function nameAndUnit(t: PaneText, series: SeriesName): readonly [string, string] {
  const [, name = '', unit = ''] = /^(.*)（(.*)）$/.exec(t(SERIES[series].code)) ?? [];
  return [name, unit];
}

/** 亩均税收的中间值为16.42万元/亩，…九成把握在15.29—16.83之间. */
function rangeTold({ result, drawn }: DrawnProjection, series: SeriesName, t: PaneText): string {
  const { metrics } = drawn.result;
  const { format } = SERIES[series];
  const [name, unit] = nameAndUnit(t, series);
  const last = metrics[series].at(-1);
  if (!last || !Number.isFinite(last.p5 + last.p95)) return `${name}没有在用土地可算`;
  const isSure = format(last.p5) === format(last.p95);
  const range = isSure
    ? ''
    : `，九成把握在${format(last.p5)}至${format(last.p95)}之间，五成把握在${format(last.p25)}至${format(last.p75)}之间`;
  const base = series === 'taxPerMu' ? seriesPair(result, series).baseline.at(-1) : undefined;
  const instead = base === undefined ? '' : `（不采取措施时约${format(base)}${unit}）`;
  return `${name}${isSure ? '为' : '的中间值为'}${format(last.p50)}${unit}${instead}${range}`;
}

/** The outcome in words, as a table and as a fan. */
export function outcomeParts(projection: DrawnProjection, headline: string, t: PaneText): BriefPart[] {
  const { drawn, scenario } = projection;
  const disposes = scenario.disposal.on && (drawn.result.metrics.disposedArea.at(-1)?.p95 ?? 0) > 0;
  const told: SeriesName[] = ['taxPerMu', ...(disposes ? (['disposedArea'] as const) : []), 'cumulativeValue'];
  const targets = drawn.result.targets.map(({ target, chance }) => {
    const { metric, atLeast } = target;
    const of =
      metric === 'disposalRate'
        ? percentText(atLeast)
        : metric === 'taxPerMu'
          ? `${SERIES.taxPerMu.format(atLeast)}万元/亩`
          : `${muText(atLeast)}亩`;
    return `“${target.id}”（${String(target.byYear)}年底，${of}）的把握为${percentText(chance)}`;
  });
  return [
    briefText(headline),
    briefText(
      `到${String(drawn.result.years.at(-1) ?? '')}年，${told.map((series) => rangeTold(projection, series, t)).join('；')}。`,
    ),
    briefText(
      targets.length > 0 ? `达到政策目标的把握：${targets.join('；')}。` : t('targetsPast', firstAndLast(drawn.result)),
    ),
    outcomeTable(projection, t),
    fanPicture(projection, t),
  ];
}

function outcomeTable({ result, drawn }: DrawnProjection, t: PaneText): BriefPart {
  const { years, metrics } = drawn.result;
  const rows = TOLD.map((series) => {
    const { code, format } = SERIES[series];
    const { baseline } = seriesPair(result, series);
    const last: Spread | undefined = metrics[series].at(-1);
    return [
      t(code),
      ...[baseline[0], baseline.at(-1), last?.p50].map((value) => format(value ?? NaN)),
      rangeText(format(last?.p5 ?? NaN), format(last?.p95 ?? NaN)),
    ];
  });
  const [first = '', year = ''] = [years[0], years.at(-1)].map((of) => `${String(of ?? '')}年`);
  const heads = [
    '指标',
    `${first}（不采取措施）`,
    `${year}（不采取措施）`,
    `${year}（本方案中间值）`,
    '九成把握的范围',
  ];
  return { kind: 'table', title: `主要指标（${year}）`, heads, rows };
}

/** 15.29至16.83; what does not vary is one figure. */
function rangeText(low: string, high: string): string {
  return low === high ? low : `${low}至${high}`;
}

function fanPicture({ result, drawn }: DrawnProjection, t: PaneText): AskedPicture {
  const { code, format } = SERIES.taxPerMu;
  const words = { middle: t('fanP50'), half: t('fanHalf'), most: t('fanMost'), baseline: t('lineBaseline'), format };
  const { baseline } = seriesPair(result, 'taxPerMu');
  const { years, metrics } = drawn.result;
  const option = fanOption(years, metrics.taxPerMu, baseline, words);
  return { kind: 'asked', title: `图1 ${t(code)}可能的范围`, option, ...PICTURE_SIZE };
}

/** Causes named in words. */
const MOST_CAUSES = 3;

/** What moves the outcome most, in one sentence; '' where nothing varies. */
export function causesTold({ result, drawn }: DrawnProjection, t: PaneText): string {
  const bars = swingBars(drawn, result.scenario, 'taxPerMu', 'zh-CN').slice(0, MOST_CAUSES);
  if (bars.length === 0) return '';
  const { format } = SERIES.taxPerMu;
  const [name, unit] = nameAndUnit(t, 'taxPerMu');
  const causes = bars.map(
    (bar) => `“${bar.name}”偏低时${signed(bar.low, format)}、偏高时${signed(bar.high, format)}${unit}`,
  );
  return `对${String(result.years.at(-1) ?? '')}年${name}影响最大的是：${causes.join('；')}（一次只变一项，偏低、偏高各有5%的可能更低、更高）。`;
}

/** The same as a picture. */
export function causesPicture({ result, drawn }: DrawnProjection, t: PaneText): AskedPicture[] {
  const bars = swingBars(drawn, result.scenario, 'taxPerMu', 'zh-CN');
  if (bars.length === 0) return [];
  const format = (value: number) => signed(value, SERIES.taxPerMu.format);
  const option = tornadoOption(bars, { low: t('tornadoLow'), high: t('tornadoHigh'), format });
  const title = `图2 ${t('tornadoTitle')}（${t(SERIES.taxPerMu.code)}）`;
  return [{ kind: 'asked', title, option, ...PICTURE_SIZE, height: 60 + 22 * bars.length }];
}
