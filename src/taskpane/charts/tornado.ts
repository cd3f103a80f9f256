import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from './chartTheme';
import { amounts, axis, barStyle, legend, names } from './parts';

/** A bar to the left and one to the right of a middle, one pair an assumption, the widest on top. */
export interface TornadoBar {
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

/** The tornado: how far each assumption moves the result. */
export function tornadoOption(
  bars: readonly TornadoBar[],
  words: { readonly low: string; readonly high: string; readonly format: (value: number) => string },
): (colours: ChartColours) => EChartsCoreOption {
  const shown = [...bars].reverse();
  const side = (key: 'low' | 'high') => shown.map((bar) => bar[key]);
  return (colours) => ({
    legend: legend(colours, [words.low, words.high]),
    grid: { left: 4, right: 12, top: 28, bottom: 4, containLabel: true },
    xAxis: {
      ...amounts(colours, words.format),
      scale: false,
      splitNumber: 3,
      axisLabel: {
        color: colours.muted,
        hideOverlap: true,
        formatter: words.format,
      },
    },
    yAxis: {
      type: 'category',
      data: shown.map(({ name }) => name),
      ...axis(colours),
      axisLabel: names(colours, 110),
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
      {
        type: 'bar',
        name: words.low,
        stack: 'x',
        data: side('low'),
        itemStyle: barStyle(colours, { fill: colours.down, striped: true }),
      },
      {
        type: 'bar',
        name: words.high,
        stack: 'x',
        data: side('high'),
        itemStyle: barStyle(colours, { fill: colours.up }),
      },
    ],
  });
}
