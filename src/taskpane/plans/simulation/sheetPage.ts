import { textHeight } from '../../../engine/report/index';
import { roomForRows } from '../../../sheet/fitPrint';
import type { SheetBlock, SheetCell, SheetChart, SheetFormat, SheetPrint, SheetSeries } from '../../../sheet/sheet';
import type { Area } from '../../../sheet/area';
import { known } from '../../../sheet/known';

const HEAD: SheetFormat = {
  ...{ bold: true, wrap: true, horizontal: 'Center', vertical: 'Center', fill: '#E7E6E6', fontColor: '#000000' },
  ...{ rowHeight: 36, border: true },
};
const BODY_HEIGHT = 18;
const BODY: SheetFormat = { border: true, vertical: 'Center', rowHeight: BODY_HEIGHT };
/** The height of a row that nobody set: a spreadsheet's own, at most. */
const USUAL_HEIGHT = 15;
/** Widths in points: words stand first, numbers behind them. */
const [WORDS, NUMBERS] = [170, 66];
const SECTION: SheetFormat = { bold: true };
const WORD: SheetFormat = { wrap: true, vertical: 'Center', horizontal: 'Left' };
/** Fractions as they are, large numbers with separators. */
const NUMBER: SheetFormat = { vertical: 'Center', numberFormat: '[>=1000]#,##0;General' };

/** Where figures stand that are there for a chart alone. */
const ASIDE = 30;

/** Rows and columns that a chart covers. */
const CHART = { rows: 16, columns: 8 };
/** A page is so many columns wide at least: sentences run over all of them. */
const LEAST_COLUMNS = 12;
const PRINT = {
  landscape: true,
  margins: { top: 2, bottom: 2, left: 1.5, right: 1.5 },
  footer: '第 &P 页 共 &N 页',
} as const satisfies SheetPrint;

/** A table as it was put on a page: its first body row and how many there are. */
export interface PutTable {
  readonly top: number;
  readonly rows: number;
}

/** What is kept on one page where a page has room for it: the rows from one on, of what height, and whether it is a chart that follows its table. */
interface Part {
  readonly row: number;
  readonly isNewPage: boolean;
  readonly follows: boolean;
}

/** What a chart shows of a table: columns counted from 0, the first holds the words. */
export interface TableChart {
  readonly kind: SheetChart['kind'];
  readonly title: string;
  readonly series: readonly (Omit<SheetSeries, 'values'> & { readonly column: number })[];
}

/** Lines, tables and charts from top to bottom of a new sheet. */
export class SheetPage {
  readonly blocks: SheetBlock[] = [];
  readonly charts: SheetChart[] = [];
  readonly merges: Area[] = [];
  private readonly parts: Part[] = [];
  private readonly heights = new Map<number, number>();
  private row = 0;
  private columns = LEAST_COLUMNS;

  line(values: readonly SheetCell[], format?: SheetFormat): void {
    this.put([values], format);
  }

  /** A sentence over the page's whole width, in as many lines as it takes. */
  paragraph(text: string): void {
    this.spread([text], [0]);
  }

  section(title: string, isNewPage = false): void {
    this.row++;
    this.parts.push({ row: this.row, isNewPage, follows: false });
    this.line([title], SECTION);
  }

  /** A table; `formats` are the number formats of its columns, General where left out. */
  table(
    headers: readonly string[],
    rows: readonly (readonly SheetCell[])[],
    formats: readonly string[] = [],
  ): PutTable {
    const top = this.head(headers);
    headers.forEach((_, column) => {
      const numberFormat = formats[column];
      const values = rows.map((row) => [row[column] ?? '']);
      const format = { ...(numberFormat ? { numberFormat } : {}), ...BODY };
      if (rows.length > 0) this.add({ row: top, column, values, format });
    });
    this.row += rows.length;
    return { top, rows: rows.length };
  }

  /** What only a chart needs of a table, far to the right of what is printed; gives its column. */
  aside({ top }: PutTable, header: string, values: readonly SheetCell[]): number {
    const lines = [[header], ...values.map((value) => [value])];
    this.blocks.push({ row: top - 1, column: ASIDE, values: lines, format: { fontColor: '#A6A6A6' } });
    return ASIDE;
  }

  /** A table whose lines are measures and whose columns are years. */
  lyingTable(
    headers: readonly string[],
    lines: readonly {
      readonly header: string;
      readonly values: ArrayLike<number> | undefined;
      readonly format: string;
    }[],
  ): void {
    const top = this.head(headers);
    lines.forEach(({ header, values, format: numberFormat }, index) => {
      const cells = headers.slice(1).map((_, year) => known(values?.[year]));
      this.add({ row: top + index, column: 0, values: [[header]], format: BODY });
      this.add({ row: top + index, column: 1, values: [cells], format: { numberFormat, ...BODY } });
    });
    this.row += lines.length;
  }

  /** A table of words: each column begins where `starts` says and takes the cells up to the next one's, rows are as high as their words. */
  words(headers: readonly string[], rows: readonly (readonly SheetCell[])[], starts: readonly number[]): void {
    const { row } = this;
    const cells = Array.from({ length: LEAST_COLUMNS }, (_, column) => headers[starts.indexOf(column)] ?? '');
    this.head(cells);
    this.merge(row, starts);
    for (const values of rows) this.spread(values, starts, BODY_HEIGHT);
  }

  /** A chart below the table it is drawn from. */
  chart({ top, rows }: PutTable, { kind, title, series }: TableChart): void {
    const column = (at: number): Area => ({ row: top, column: at, rows, columns: 1 });
    const place = { row: this.row + 1, column: 0, ...CHART };
    const drawn = series.map(({ column: at, ...own }) => ({ ...own, values: column(at) }));
    this.parts.push({ row: this.row, isNewPage: false, follows: true });
    this.charts.push({ kind, title, place, categories: column(0), series: drawn });
    this.row += CHART.rows + 1;
  }

  /** How it is printed: all but what is aside; a table with its chart, and a chart in any case, whole on a page. */
  print(): SheetPrint {
    const area = { row: 0, column: 0, rows: this.row, columns: this.columns };
    return { ...PRINT, area, breaks: this.breaks() };
  }

  /** Rows that begin a page: where what is kept together would not end on the page before. */
  private breaks(): number[] {
    const room = roomForRows(PRINT, WORDS + NUMBERS * (this.columns - 1));
    const breaks: number[] = [];
    let used = this.usedAfter(0, { from: 0, to: this.lastOf(this.parts[0]), room });
    this.parts.forEach(({ row, isNewPage, follows }, index) => {
      const [part, section] = [this.parts[index + 1], this.parts.slice(index + 1).find((own) => !own.follows)];
      const end = this.lastOf(part);
      const alone = this.heightOf(row, end);
      const together = follows ? alone : this.heightOf(row, this.lastOf(section));
      const kept = together <= room ? together : alone;
      const before = used + (follows ? 0 : USUAL_HEIGHT);
      const begins = isNewPage || before + Math.min(kept, room) > room;
      if (begins) breaks.push(row);
      used = this.usedAfter(begins ? 0 : before, { from: row, to: end, room });
    });
    return breaks;
  }

  /** Where what stands before a part ends: the blank row above a section need not fit on the page. */
  private lastOf(part: { readonly row: number; readonly follows: boolean } | undefined): number {
    return part === undefined ? this.row : part.row - (part.follows ? 0 : 1);
  }

  /** What of a page is used after some rows, of which those that it has no room for go over its end. */
  private usedAfter(before: number, { from, to, room }: Readonly<Record<'from' | 'to' | 'room', number>>): number {
    let used = before;
    for (let row = from; row < to; row++) {
      const height = this.heightOf(row, row + 1);
      used = used + height > room ? height : used + height;
    }
    return used;
  }

  private heightOf(from: number, to: number): number {
    let height = 0;
    for (let row = from; row < to; row++) height += this.heights.get(row) ?? USUAL_HEIGHT;
    return height;
  }

  /** The head of a table; gives the first row below it. */
  private head(headers: readonly string[]): number {
    this.columns = Math.max(this.columns, headers.length);
    const [first = '', ...others] = headers;
    this.add({ row: this.row, column: 0, values: [[first]], format: { ...HEAD, columnWidth: WORDS } });
    this.add({ row: this.row, column: 1, values: [others], format: { ...HEAD, columnWidth: NUMBERS } });
    return ++this.row;
  }

  /** A line of words, each over the cells up to the next one's start. */
  private spread(values: readonly SheetCell[], starts: readonly number[], least = USUAL_HEIGHT): void {
    const widths = starts.map((start, index) => spanWidth(start, starts[index + 1] ?? LEAST_COLUMNS));
    const high = values.map((value, index) => textHeight(String(value), widths[index] ?? NUMBERS));
    const rowHeight = Math.max(least, ...high);
    starts.forEach((column, index) => {
      const value = values[index] ?? '';
      const own = typeof value === 'number' ? NUMBER : WORD;
      this.add({ row: this.row, column, values: [[value]], format: { ...own, rowHeight } });
    });
    this.merge(this.row, starts);
    this.row++;
  }

  private merge(row: number, starts: readonly number[]): void {
    starts.forEach((column, index) => {
      const columns = (starts[index + 1] ?? LEAST_COLUMNS) - column;
      if (columns > 1) this.merges.push({ row, column, rows: 1, columns });
    });
  }

  private add(block: SheetBlock): void {
    this.blocks.push(block);
    const { rowHeight } = block.format ?? {};
    if (rowHeight !== undefined) block.values.forEach((_, below) => this.heights.set(block.row + below, rowHeight));
  }

  private put(values: readonly (readonly SheetCell[])[], format?: SheetFormat): void {
    this.add({ row: this.row, column: 0, values, ...(format ? { format } : {}) });
    this.row += values.length;
  }
}

/** The width of the columns from one to before another. */
function spanWidth(from: number, to: number): number {
  return (from === 0 ? WORDS - NUMBERS : 0) + NUMBERS * (to - from);
}
