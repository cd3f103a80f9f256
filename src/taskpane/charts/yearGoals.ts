import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from './chartTheme';
import { amounts, axis, barStyle, legend } from './parts';

/** Amounts in all by the end of each year. */
export interface YearAmounts {
  readonly years: readonly string[];
  readonly goal: readonly number[];
  readonly planned: readonly number[];
  readonly sure: readonly number[];
}

/** What is planned as bars, what is reached eight times in ten as striped bars beside them, and the target as a dashed line over both. */
export function yearGoalsOption(
  { years, goal, planned, sure }: YearAmounts,
  words: { readonly goal: string; readonly planned: string; readonly sure: string },
  format: (value: number) => string,
): (colours: ChartColours) => EChartsCoreOption {
  return (colours) => ({
    legend: legend(colours, [words.planned, words.sure, words.goal]),
    xAxis: { type: 'category', data: [...years], ...axis(colours), splitLine: { show: false } },
    yAxis: { ...amounts(colours, format), scale: false },
    series: [
      {
        type: 'bar',
        name: words.planned,
        data: [...planned],
        itemStyle: barStyle(colours, { fill: colours.series[0] ?? colours.brand }),
      },
      {
        type: 'bar',
        name: words.sure,
        data: [...sure],
        itemStyle: barStyle(colours, { fill: colours.series[1] ?? colours.brand, striped: true }),
      },
      {
        type: 'line',
        name: words.goal,
        data: [...goal],
        symbol: 'diamond',
        symbolSize: 8,
        color: colours.text,
        lineStyle: { width: 2, type: 'dashed' },
      },
    ],
  });
}
