import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from './chartTheme';
import { amounts, axis, barStyle, legend, names } from './parts';

/** One set of columns, a value a name. */
export interface ColumnSet {
  readonly name: string;
  readonly values: readonly number[];
}

/** One or two sets of columns over names, side by side; the second is striped. */
export function columnsOption(
  over: readonly string[],
  sets: readonly ColumnSet[],
  format: (value: number) => string,
): (colours: ChartColours) => EChartsCoreOption {
  return (colours) => ({
    legend: legend(
      colours,
      sets.map(({ name }) => name),
    ),
    xAxis: {
      type: 'category',
      data: [...over],
      ...axis(colours),
      axisLabel: { ...names(colours, 62), interval: 0, rotate: over.length > 6 ? 45 : 0 },
      splitLine: { show: false },
    },
    yAxis: { ...amounts(colours, format), scale: false },
    series: sets.map(({ name, values }, index) => ({
      type: 'bar',
      name,
      data: [...values],
      itemStyle: barStyle(colours, { fill: colours.series[index] ?? colours.brand, striped: index > 0 }),
    })),
  });
}
