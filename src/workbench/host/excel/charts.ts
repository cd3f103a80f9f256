import type { SheetChart } from '../../../sheet/sheet';
import type { BookChart, BookSeries } from '../../book/extras';
import type { Args } from '../wire/args';
import { badArgument, notFound, refuse } from '../wire/hostError';
import { rangeArgument } from './rangeAddress';
import { handle, type ChartThing, type SeriesThing } from './things';
import type { Definitions, HostWorld } from './world';
import { bounding, type Area } from '../../../sheet/area';

const KINDS: Readonly<Record<string, SheetChart['kind']>> = {
  ColumnClustered: 'column',
  ColumnStacked: 'stackedColumn',
  BarClustered: 'bar',
  Line: 'line',
  LineMarkers: 'line',
};

/** Where Excel would put a chart that nobody placed; this host has no sizes to work it out from. */
const SOMEWHERE: Area = { row: 0, column: 0, rows: 15, columns: 8 };

/** Charts made in this session: kept and saved, not painted. */
export function chartTypes(world: HostWorld): Definitions {
  const { extras } = world.book;
  const get = ({ sheetId, id }: ChartThing): BookChart => extras.chart(sheetId, id) ?? notFound();
  const put = ({ sheetId, id }: ChartThing, part: Partial<BookChart>): void => extras.changeChart(sheetId, id, part);
  return {
    ChartCollection: {
      items: (sheetId) => extras.of(sheetId).charts.map(({ id }) => handle('Chart', { sheetId, id })),
      methods: {
        Add: (sheetId, args) => handle('Chart', { sheetId, id: addChart(world, sheetId, args) }),
        GetCount: (sheetId) => extras.of(sheetId).charts.length,
      },
    },
    Chart: {
      id: ({ id }) => id,
      properties: { Id: ({ id }) => id, ChartType: (chart) => typeOf(get(chart).kind) },
      navigation: {
        Title: (chart) => handle('ChartTitle', chart),
        Series: (chart) => handle('ChartSeriesCollection', chart),
      },
      methods: {
        Delete: ({ sheetId, id }) => extras.removeChart(sheetId, get({ sheetId, id }).id),
        SetPosition: (chart, args) => put(chart, { place: placeOf(world, chart, args) }),
      },
    },
    ChartTitle: {
      properties: { Text: (chart) => get(chart).title },
      setters: {
        Text: (chart, value) => put(chart, { title: typeof value === 'string' ? value : badArgument('title') }),
      },
    },
    ...seriesTypes(world, { get, put }),
  };
}

interface ChartStore {
  readonly get: (chart: ChartThing) => BookChart;
  readonly put: (chart: ChartThing, part: Partial<BookChart>) => void;
}

function seriesTypes(world: HostWorld, { get, put }: ChartStore): Definitions {
  const one = (series: SeriesThing): BookSeries => get(series).series[series.index] ?? notFound();
  const change = (series: SeriesThing, part: Partial<BookSeries>): void => {
    const changed = { ...one(series), ...part };
    put(series, { series: get(series).series.map((other, index) => (index === series.index ? changed : other)) });
  };
  return {
    ChartSeriesCollection: {
      items: (chart) => get(chart).series.map((_, index) => handle('ChartSeries', { ...chart, index })),
      methods: {
        Add: (chart, args) => {
          const { series } = get(chart);
          const added = { name: args.optionalText(0) ?? '', values: undefined, categories: undefined };
          put(chart, { series: [...series, added] });
          return handle('ChartSeries', { ...chart, index: series.length });
        },
        GetCount: (chart) => get(chart).series.length,
        GetItemAt: (chart, args) => {
          const series = { ...chart, index: args.number(0) };
          one(series);
          return handle('ChartSeries', series);
        },
      },
    },
    ChartSeries: {
      properties: { Name: (series) => one(series).name },
      navigation: { Format: (series) => handle('ChartSeriesFormat', series) },
      setters: {
        Name: (series, value) => change(series, { name: typeof value === 'string' ? value : badArgument('name') }),
      },
      methods: {
        SetValues: (series, args) => change(series, { values: line(world, series.sheetId, args) }),
        SetXAxisValues: (series, args) => change(series, { categories: line(world, series.sheetId, args) }),
        Delete: (series) => {
          one(series);
          put(series, { series: get(series).series.filter((_, index) => index !== series.index) });
        },
      },
    },
    ChartSeriesFormat: {
      navigation: {
        Fill: (series) => handle('ChartFill', series),
        Line: (series) => handle('ChartLineFormat', series),
      },
    },
    ChartFill: { methods: { Clear: (series) => change(series, { lifts: true }) } },
    // A bar without fill is saved without an outline; lines keep theirs.
    ChartLineFormat: { methods: { Clear: (series) => void one(series) } },
  };
}

/** Excel makes a series of each column, or each row, of the cells. */
function addChart({ book }: HostWorld, sheetId: string, args: Args): string {
  const type = args.text(0);
  const kind = KINDS[type] ?? refuse('NotImplemented', `chart type ${type}`);
  const area = ownArea({ book }, sheetId, { args, index: 1 });
  const by = args.optionalText(2) ?? 'Auto';
  const rows = by === 'Rows' || (by === 'Auto' && area.rows < area.columns);
  const lines = rows
    ? Array.from({ length: area.rows }, (_, index) => ({ ...area, row: area.row + index, rows: 1 }))
    : Array.from({ length: area.columns }, (_, index) => ({ ...area, column: area.column + index, columns: 1 }));
  const series = lines.map((values, index) => ({ name: `Series${index + 1}`, values, categories: undefined }));
  return book.extras.addChart(sheetId, { kind, title: '', place: SOMEWHERE, series });
}

function typeOf(kind: SheetChart['kind']): string {
  return Object.keys(KINDS).find((name) => KINDS[name] === kind) ?? '';
}

function placeOf({ book }: HostWorld, { sheetId }: ChartThing, args: Args): Area {
  const start = ownArea({ book }, sheetId, { args, index: 0 });
  return args.missing(1) ? start : bounding(start, ownArea({ book }, sheetId, { args, index: 1 }));
}

function line({ book }: Pick<HostWorld, 'book'>, sheetId: string, args: Args): Area {
  const area = ownArea({ book }, sheetId, { args, index: 0 });
  return area.rows === 1 || area.columns === 1 ? area : badArgument('series of more than one row or column');
}

function ownArea(
  { book }: Pick<HostWorld, 'book'>,
  sheetId: string,
  { args, index }: { readonly args: Args; readonly index: number },
): Area {
  const range = rangeArgument(book, args, { index, sheetId });
  return range.sheetId === sheetId ? range.area : refuse('NotImplemented', 'A chart over cells of another sheet.');
}
