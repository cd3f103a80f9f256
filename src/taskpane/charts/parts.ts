import type { ChartColours } from './chartTheme';

/** An axis in the quiet colours of the theme. */
export const axis = (colours: ChartColours) => ({
  axisLine: { lineStyle: { color: colours.grid } },
  axisLabel: { color: colours.muted },
  splitLine: { lineStyle: { color: colours.grid } },
});

/** The names of the series over the picture. */
export const legend = (colours: ChartColours, series: readonly string[]) => ({
  data: series,
  icon: 'rect',
  top: 0,
  left: 0,
  itemWidth: 16,
  itemHeight: 8,
  textStyle: { color: colours.muted, fontSize: 11 },
});

/** Years along the bottom. */
export const years = (colours: ChartColours, of: readonly number[]) => ({
  type: 'category',
  boundaryGap: false,
  data: of.map(String),
  ...axis(colours),
  splitLine: { show: false },
});

/** Amounts, in the form that people read. */
export const amounts = (colours: ChartColours, format: (value: number) => string) => ({
  type: 'value',
  scale: true,
  splitNumber: 4,
  ...axis(colours),
  axisLabel: { color: colours.muted, formatter: format },
});

/** Names along an axis that may need two lines. */
export const names = (colours: ChartColours, width: number) => ({
  color: colours.muted,
  width,
  lineHeight: 13,
  overflow: 'break',
});

/** How a bar is filled. */
export interface BarFill {
  readonly fill: string;
  readonly striped?: boolean;
}

/** Bars that are told apart without colour too: in high contrast and on grey paper all fills are alike. */
export const barStyle = (colours: ChartColours, { fill, striped = false }: BarFill) => ({
  color: fill,
  borderColor: fill,
  borderWidth: 1,
  ...(striped ? { decal: stripes(colours) } : {}),
});

const stripes = (colours: ChartColours) => ({
  symbol: 'rect',
  color: colours.background,
  dashArrayX: [1, 0],
  dashArrayY: [2, 3],
  rotation: -Math.PI / 4,
});

/** A band between two lines: an unseen line below, and the distance stacked on it. */
export function band(
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
