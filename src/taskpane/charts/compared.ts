import type { EChartsCoreOption } from 'echarts/core';
import type { Spread } from '../../engine/simulate/index';
import type { ChartColours } from './chartTheme';
import { amounts, band, legend, years } from './parts';

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
  const dashes = ['solid', 'dashed', 'dotted', [9, 3, 2, 3]] as const;
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
