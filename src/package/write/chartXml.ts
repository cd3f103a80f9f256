import type { SheetChart, SheetSeries } from '../../sheet/sheet';
import { escapeXml } from '../xml/escapeXml';
import { outlinedBar, lineLook, NO_LOOK } from './chartLooks';
import { fixedArea } from '../../sheet/address';
import type { Area } from '../../sheet/area';

/** A cell's value, null where blank. */
export type CellLookup = (row: number, column: number) => string | number | boolean | null;

interface ChartContext {
  /** The sheet's name as a formula needs it. */
  readonly sheet: string;
  readonly valueAt: CellLookup;
}

const CHARTS = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const SHAPES = 'http://schemas.openxmlformats.org/drawingml/2006/main';
/** Names of the two axes; they only have to differ. */
const [WORDS, NUMBERS] = ['500000001', '500000002'];

/** A chart part, without its first line: series by reference with the values they have now. */
export function chartXml(chart: SheetChart, context: ChartContext): string {
  const legend = chart.series.length > 1 ? legendXml(chart.series) : '';
  const plot = `<c:plotArea><c:layout/>${groupXml(chart, context)}${axesXml(chart.kind === 'bar')}</c:plotArea>`;
  const rest = `<c:autoTitleDeleted val="0"/>${plot}${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>`;
  return `<c:chartSpace xmlns:c="${CHARTS}" xmlns:a="${SHAPES}"><c:roundedCorners val="0"/><c:chart>${titleXml(chart.title)}${rest}</c:chart></c:chartSpace>`;
}

/** The legend says nothing of a series that is not drawn. */
function legendXml(series: readonly SheetSeries[]): string {
  const silent = [...series.entries()]
    .filter(([, { lifts }]) => lifts)
    .map(([index]) => `<c:legendEntry><c:idx val="${String(index)}"/><c:delete val="1"/></c:legendEntry>`);
  return `<c:legend><c:legendPos val="b"/>${silent.join('')}<c:overlay val="0"/></c:legend>`;
}

function titleXml(title: string): string {
  const run = `<a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>${escapeXml(title)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function groupXml({ kind, series, categories }: SheetChart, context: ChartContext): string {
  const words = `<c:cat>${textsXml(categories, context)}</c:cat>`;
  const all = series.map(({ name, values, lifts }, index) => {
    const label = `<c:tx><c:v>${escapeXml(name)}</c:v></c:tx>`;
    const look =
      kind === 'line' ? lineLook(index) : `${lifts ? NO_LOOK : outlinedBar(index)}<c:invertIfNegative val="0"/>`;
    const numbers = `<c:val>${numbersXml(values, context)}</c:val>`;
    const smooth = kind === 'line' ? '<c:smooth val="0"/>' : '';
    return `<c:ser><c:idx val="${String(index)}"/><c:order val="${String(index)}"/>${label}${look}${words}${numbers}${smooth}</c:ser>`;
  });
  const axes = `<c:axId val="${WORDS}"/><c:axId val="${NUMBERS}"/>`;
  if (kind === 'line') {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all.join('')}<c:marker val="1"/>${axes}</c:lineChart>`;
  }
  const stacked = kind === 'stackedColumn';
  const shape = `<c:barDir val="${kind === 'bar' ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>`;
  const gap = `<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ''}`;
  return `<c:barChart>${shape}${all.join('')}${gap}${axes}</c:barChart>`;
}

/** A bar chart's first category stands at the top, as in the cells. */
function axesXml(lying: boolean): string {
  const scale = (from: string) => `<c:scaling><c:orientation val="${from}"/></c:scaling><c:delete val="0"/>`;
  const place = lying ? ['l', 'b'] : ['b', 'l'];
  const words = `<c:catAx><c:axId val="${WORDS}"/>${scale(lying ? 'maxMin' : 'minMax')}<c:axPos val="${place[0] ?? ''}"/><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="${NUMBERS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
  const grid =
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  return `${words}<c:valAx><c:axId val="${NUMBERS}"/>${scale('minMax')}<c:axPos val="${place[1] ?? ''}"/>${grid}<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${WORDS}"/><c:crosses val="${lying ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`;
}

function textsXml(area: Area, context: ChartContext): string {
  const points = cellsOf(area, context).map((value) => (value === null ? undefined : String(value)));
  return `<c:strRef>${formulaXml(area, context)}<c:strCache>${pointsXml(points)}</c:strCache></c:strRef>`;
}

function numbersXml(area: Area, context: ChartContext): string {
  const points = cellsOf(area, context).map((value) => (typeof value === 'number' ? String(value) : undefined));
  return `<c:numRef>${formulaXml(area, context)}<c:numCache><c:formatCode>General</c:formatCode>${pointsXml(points)}</c:numCache></c:numRef>`;
}

function formulaXml(area: Area, { sheet }: ChartContext): string {
  return `<c:f>${escapeXml(`${sheet}!${fixedArea(area)}`)}</c:f>`;
}

function cellsOf({ row, column, rows, columns }: Area, { valueAt }: ChartContext): ReturnType<CellLookup>[] {
  return Array.from({ length: rows * columns }, (_, index) =>
    valueAt(row + Math.floor(index / columns), column + (index % columns)),
  );
}

function pointsXml(points: readonly (string | undefined)[]): string {
  const all = points.map((point, index) =>
    point === undefined ? '' : `<c:pt idx="${String(index)}"><c:v>${escapeXml(point)}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${String(points.length)}"/>${all.join('')}`;
}
