import type { EChartsCoreOption } from 'echarts/core';
import type { Spread } from '../../engine/index';
import type { ChartColours } from './chartTheme';

/** The words and number form of a picture. */
export interface FanWords {
  readonly middle: string;
  readonly half: string;
  readonly most: string;
  readonly baseline?: string;
  readonly format: (value: number) => string;
}

const axis = (colours: ChartColours) => ({
  axisLine: { lineStyle: { color: colours.grid } },
  axisLabel: { color: colours.muted },
  splitLine: { lineStyle: { color: colours.grid } },
});

const legend = (colours: ChartColours, names: readonly string[]) => ({
  data: names,
  icon: 'rect',
  top: 0,
  left: 0,
  itemWidth: 16,
  itemHeight: 8,
  textStyle: { color: colours.muted, fontSize: 11 },
});

const years = (colours: ChartColours, of: readonly number[]) => ({
  type: 'category',
  boundaryGap: false,
  data: of.map(String),
  ...axis(colours),
  splitLine: { show: false },
});

const amounts = (colours: ChartColours, format: (value: number) => string) => ({
  type: 'value',
  scale: true,
  splitNumber: 4,
  ...axis(colours),
  axisLabel: { color: colours.muted, formatter: format },
});

/** A band between two lines: an unseen line below, and the distance stacked on it. */
function band(
  name: string,
  low: readonly number[],
  high: readonly number[],
  look: { readonly color: string | undefined; readonly opacity: number },
) {
  const shared = {
    type: 'line',
    itemStyle: look,
    stack: name,
    symbol: 'none',
    lineStyle: { opacity: 0 },
    silent: true,
  };
  return [
    { ...shared, name: `${name} `, data: low, tooltip: { show: false } },
    { ...shared, name, data: high.map((value, index) => value - (low[index] ?? NaN)), areaStyle: look },
  ];
}

/** The fan: nine in ten, half of all, the middle, and what doing nothing would give. */
export function fanOption(
  of: readonly number[],
  spreads: readonly Spread[],
  baseline: readonly number[] | undefined,
  words: FanWords,
): (colours: ChartColours) => EChartsCoreOption {
  const line = (key: keyof Spread) => spreads.map((spread) => spread[key]);
  return (colours) => ({
    legend: legend(colours, [words.middle, words.half, words.most, ...(baseline ? [words.baseline ?? ''] : [])]),
    xAxis: years(colours, of),
    yAxis: amounts(colours, words.format),
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      formatter: (points: readonly { readonly dataIndex: number }[]) => fanTold(points, of, spreads, words),
    },
    series: [
      ...band(words.most, line('p5'), line('p95'), { color: colours.brand, opacity: 0.18 }),
      ...band(words.half, line('p25'), line('p75'), { color: colours.brand, opacity: 0.35 }),
      {
        type: 'line',
        name: words.middle,
        data: line('p50'),
        symbol: 'none',
        lineStyle: { width: 2.5 },
        color: colours.brand,
      },
      ...(baseline
        ? [
            {
              type: 'line',
              name: words.baseline,
              data: baseline,
              symbol: 'none',
              color: colours.muted,
              lineStyle: { type: 'dashed', width: 1.5 },
            },
          ]
        : []),
    ],
  });
}

function fanTold(
  points: readonly { readonly dataIndex: number }[],
  of: readonly number[],
  spreads: readonly Spread[],
  { middle, half, most, format }: FanWords,
): string {
  const index = points[0]?.dataIndex ?? 0;
  const spread = spreads[index];
  if (!spread) return '';
  return [
    String(of[index] ?? ''),
    `${middle} ${format(spread.p50)}`,
    `${half} ${format(spread.p25)}—${format(spread.p75)}`,
    `${most} ${format(spread.p5)}—${format(spread.p95)}`,
  ].join('\n');
}

/** A bar to the left and one to the right of a middle, one pair an assumption, the widest on top. */
export interface TornadoBar {
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

/** The tornado: how far each assumption moves the result. */
export function tornadoOption(
  bars: readonly TornadoBar[],
  middle: number,
  words: { readonly low: string; readonly high: string; readonly format: (value: number) => string },
): (colours: ChartColours) => EChartsCoreOption {
  const shown = [...bars].reverse();
  const side = (key: 'low' | 'high') => shown.map((bar) => bar[key] - middle);
  return (colours) => ({
    legend: legend(colours, [words.low, words.high]),
    grid: { left: 4, right: 12, top: 28, bottom: 4, containLabel: true },
    xAxis: {
      ...amounts(colours, (value) => words.format(value + middle)),
      scale: false,
      splitNumber: 3,
      axisLabel: {
        color: colours.muted,
        hideOverlap: true,
        formatter: (value: number) => words.format(value + middle),
      },
    },
    yAxis: {
      type: 'category',
      data: shown.map(({ name }) => name),
      ...axis(colours),
      axisLabel: { color: colours.muted, width: 110, overflow: 'break' },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      renderMode: 'richText',
      confine: true,
      formatter: (points: readonly { readonly dataIndex: number }[]) => {
        const bar = shown[points[0]?.dataIndex ?? -1];
        return bar ? `${bar.name}\n${words.low} ${words.format(bar.low)}\n${words.high} ${words.format(bar.high)}` : '';
      },
    },
    series: [
      { type: 'bar', name: words.low, stack: 'x', data: side('low'), color: colours.down },
      { type: 'bar', name: words.high, stack: 'x', data: side('high'), color: colours.up },
    ],
  });
}

/** One step of a waterfall: a total, or a change from the one before. */
export interface Step {
  readonly name: string;
  readonly value: number;
  readonly isTotal?: boolean;
}

/** The waterfall: from the opening through each change to the closing. */
export function waterfallOption(
  steps: readonly Step[],
  format: (value: number) => string,
): (colours: ChartColours) => EChartsCoreOption {
  let level = 0;
  const bars = steps.map(({ value, isTotal = false }) => {
    const from = isTotal ? 0 : level;
    level = isTotal ? value : level + value;
    return { low: Math.min(from, level), size: Math.abs(level - from), rises: level >= from, isTotal };
  });
  const floor = Math.max(0, Math.min(...bars.map(({ low, size, isTotal }) => (isTotal ? size : low))) * 0.9);
  return (colours) => ({
    grid: { left: 4, right: 12, top: 12, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: steps.map(({ name }) => name),
      ...axis(colours),
      axisLabel: { color: colours.muted, interval: 0, width: 62, overflow: 'break' },
    },
    yAxis: { ...amounts(colours, format), min: floor, scale: false },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      renderMode: 'richText',
      confine: true,
      formatter: (points: readonly { readonly dataIndex: number }[]) => {
        const step = steps[points[0]?.dataIndex ?? -1];
        return step ? `${step.name}\n${format(step.value)}` : '';
      },
    },
    series: [
      {
        type: 'bar',
        stack: 'x',
        silent: true,
        itemStyle: { opacity: 0 },
        data: bars.map(({ low, isTotal }) => (isTotal ? 0 : low)),
      },
      {
        type: 'bar',
        stack: 'x',
        data: bars.map(({ size, rises, isTotal }) => ({
          value: size,
          itemStyle: { color: isTotal ? colours.brand : rises ? colours.up : colours.down },
        })),
      },
    ],
  });
}

/** The scatter of an assumption against a result. */
export function scatterOption(
  points: readonly (readonly [number, number])[],
  format: (value: number) => string,
): (colours: ChartColours) => EChartsCoreOption {
  return (colours) => ({
    grid: { left: 4, right: 12, top: 12, bottom: 4, containLabel: true },
    tooltip: { show: false },
    xAxis: {
      ...amounts(colours, String),
      splitLine: { show: false },
      axisLabel: { color: colours.muted, hideOverlap: true },
    },
    yAxis: amounts(colours, format),
    series: [{ type: 'scatter', symbolSize: 3, data: points, itemStyle: { color: colours.brand, opacity: 0.45 } }],
  });
}

/** One scenario among several. */
export interface ComparedFan {
  readonly name: string;
  readonly spreads: readonly Spread[];
}

/** Fans over each other: the middle of each scenario, and its nine in ten as a thin pair of lines. */
export function comparedOption(
  of: readonly number[],
  fans: readonly ComparedFan[],
  format: (value: number) => string,
): (colours: ChartColours) => EChartsCoreOption {
  const dashes = ['solid', 'dashed', 'dotted', 'solid'];
  return (colours) => ({
    legend: legend(
      colours,
      fans.map(({ name }) => name),
    ),
    xAxis: years(colours, of),
    yAxis: amounts(colours, format),
    series: fans.flatMap(({ name, spreads }, index) => {
      const color = colours.series[index % colours.series.length];
      const low = spreads.map(({ p5 }) => p5);
      const high = spreads.map(({ p95 }) => p95);
      return [
        ...band(`${name} `, low, high, { color, opacity: 0.12 }),
        {
          type: 'line',
          name,
          data: spreads.map(({ p50 }) => p50),
          symbol: 'none',
          color,
          lineStyle: { width: 2, type: dashes[index % dashes.length] },
        },
      ];
    }),
  });
}
