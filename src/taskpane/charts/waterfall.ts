import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from './chartTheme';
import { amounts, axis, barStyle, names } from './parts';

/** One step of a waterfall: a total, or a change from the one before. */
export interface WaterfallStep {
  readonly name: string;
  readonly value: number;
  readonly isTotal?: boolean;
}

/** The waterfall: from the opening through each change to the closing. */
export function waterfallOption(
  steps: readonly WaterfallStep[],
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
      axisLabel: { ...names(colours, 44), interval: 0 },
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
          itemStyle: barStyle(colours, isTotal ? { fill: colours.brand } : step(colours, rises)),
        })),
      },
    ],
  });
}

/** A fall is striped, so that it is seen without colour. */
const step = (colours: ChartColours, rises: boolean) =>
  rises ? { fill: colours.up } : { fill: colours.down, striped: true };
