import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from './chartTheme';
import { amounts, axis } from './parts';

/** How often the amounts of a figure were drawn: in each of equally wide steps, as shares of all draws. */
export interface Histogram {
  /** One more than the shares. */
  readonly edges: readonly number[];
  readonly shares: readonly number[];
}

/** The words and number forms of the picture. */
export interface DistributionWords {
  readonly often: string;
  readonly format: (value: number) => string;
  readonly share: (value: number) => string;
}

/** How a figure of one year is distributed over the draws: a stair of shares. */
export function distributionOption(
  { edges, shares }: Histogram,
  { often, format, share }: DistributionWords,
): (colours: ChartColours) => EChartsCoreOption {
  const [least = NaN, greatest = NaN] = [edges[0], edges.at(-1)];
  return (colours) => ({
    xAxis: { ...amounts(colours, format), min: least, max: greatest, splitLine: { show: false } },
    yAxis: { type: 'value', splitNumber: 3, ...axis(colours), axisLabel: { color: colours.muted, formatter: share } },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      formatter: (points: readonly { readonly dataIndex: number }[]) => {
        const at = Math.min(points[0]?.dataIndex ?? 0, shares.length - 1);
        return `${format(edges[at] ?? NaN)}—${format(edges[at + 1] ?? NaN)}\n${often} ${share(shares[at] ?? NaN)}`;
      },
    },
    series: [
      {
        type: 'line',
        name: often,
        step: 'end',
        symbol: 'none',
        color: colours.brand,
        lineStyle: { width: 1.5 },
        areaStyle: { color: colours.brand, opacity: 0.25 },
        // A step lasts until the next edge; the last one is closed by the last edge.
        data: edges.map((edge, at) => [edge, shares[Math.min(at, shares.length - 1)] ?? 0]),
      },
    ],
  });
}
