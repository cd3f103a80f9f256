import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from './chartTheme';
import { fetchCharts } from './fetchCharts';

/** Black on white, as paper has it: what a report shows does not depend on the theme of the pane. */
const PAPER: ChartColours = {
  text: '#000000',
  muted: '#333333',
  grid: '#c8c8c8',
  background: '#ffffff',
  brand: '#0f548c',
  up: '#0b6a0b',
  down: '#b10e1c',
  series: ['#0f548c', '#c4500a', '#0b6a0b', '#6b4c9a'],
};
/** Dots to a point: fine enough for paper. */
const FINE = 3;
// Without quotes: they would end the attribute that the letters' style stands in.
const FACE = 'SimSun, Songti SC, Noto Serif CJK SC, serif';

/** Draws a picture of a size in points as PNG, in the page, without showing it. Rejects with PartMissing. */
export async function drawPicture(
  option: (colours: ChartColours) => EChartsCoreOption,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  const { init } = await fetchCharts();
  const chart = init(null, undefined, { renderer: 'svg', ssr: true, width, height });
  const shared = {
    animation: false,
    backgroundColor: PAPER.background,
    textStyle: { color: PAPER.muted, fontSize: 10, fontFamily: FACE },
    grid: { left: 6, right: 14, top: 30, bottom: 6, containLabel: true },
  };
  chart.setOption({ ...shared, ...option(PAPER) });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return rasterised(svg, width * FINE, height * FINE);
}

async function rasterised(svg: string, width: number, height: number): Promise<Uint8Array> {
  const image = new Image(width, height);
  // The page's policy lets pictures in as data alone.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the picture could not be drawn');
  return new Uint8Array(await blob.arrayBuffer());
}
