import type { EChartsCoreOption } from 'echarts/core';
import type { Spread } from '../../engine/simulate/index';
import { rangeText } from '../../text/quantities';
import type { ChartColours } from './chartTheme';
import { amounts, band, legend, years } from './parts';

/** The words and number form of a picture. */
export interface FanWords {
  readonly middle: string;
  readonly half: string;
  readonly most: string;
  readonly baseline?: string;
  readonly format: (value: number) => string;
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
    `${half} ${rangeText(format(spread.p25), format(spread.p75))}`,
    `${most} ${rangeText(format(spread.p5), format(spread.p95))}`,
  ].join('\n');
}
