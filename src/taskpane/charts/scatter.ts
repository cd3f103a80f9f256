import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from './chartTheme';
import { amounts } from './parts';

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
