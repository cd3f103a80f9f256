/** The colours of a chart, taken from the pane's theme. */
export interface ChartColours {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly background: string;
  readonly brand: string;
  readonly up: string;
  readonly down: string;
  /** One a scenario, when several lie over each other. */
  readonly series: readonly string[];
}

/** Reads Fluent's tokens where the chart stands: they are CSS variables, and a picture needs their values. */
export function chartColours(element: Element): ChartColours {
  const style = getComputedStyle(element);
  const colour = (token: string) => style.getPropertyValue(`--${token}`).trim();
  const brand = colour('colorBrandForeground1');
  return {
    text: colour('colorNeutralForeground1'),
    muted: colour('colorNeutralForeground2'),
    grid: colour('colorNeutralStroke2'),
    background: colour('colorNeutralBackground1'),
    brand,
    up: colour('colorPaletteGreenForeground1'),
    down: colour('colorPaletteRedForeground1'),
    series: [
      brand,
      colour('colorPaletteDarkOrangeForeground1'),
      colour('colorPaletteGreenForeground1'),
      colour('colorPalettePurpleForeground2'),
    ],
  };
}
