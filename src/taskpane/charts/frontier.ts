import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from './chartTheme';
import { amounts } from './parts';

/** Money over the area of the target, point by point; NaN leaves a gap. */
export function frontierOption(
  points: readonly { readonly area: number; readonly money: number }[],
  words: { readonly area: (value: number) => string; readonly money: (value: number) => string },
): (colours: ChartColours) => EChartsCoreOption {
  return (colours) => ({
    grid: { left: 4, right: 16, top: 12, bottom: 4, containLabel: true },
    xAxis: {
      ...amounts(colours, words.area),
      splitLine: { show: false },
      axisLabel: { color: colours.muted, hideOverlap: true, formatter: words.area },
    },
    yAxis: amounts(colours, words.money),
    tooltip: { show: false },
    series: [
      {
        type: 'line',
        data: points.map(({ area, money }) => [area, Number.isNaN(money) ? null : money]),
        symbolSize: 7,
        color: colours.brand,
        lineStyle: { width: 2 },
      },
    ],
  });
}
