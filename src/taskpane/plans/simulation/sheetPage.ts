import type { SheetBlock, SheetCell, SheetChart, SheetFormat } from '../../../sheet/sheet';
import type { Area } from '../../../sheet/area';

const HEAD: SheetFormat = {
  ...{ bold: true, wrap: true, horizontal: 'Center', vertical: 'Center', fill: '#E7E6E6', fontColor: '#000000' },
  ...{ rowHeight: 32, border: true },
};
const BODY: SheetFormat = { border: true, vertical: 'Center', rowHeight: 18 };
/** Widths in points: words stand first, numbers behind them. */
const [WORDS, NUMBERS] = [150, 66];
const SECTION: SheetFormat = { bold: true };

/** Where figures stand that are there for a chart alone. */
const ASIDE = 30;

/** Rows and columns that a chart covers. */
const CHART = { rows: 16, columns: 8 };

/** A table as it was put on a page: its first body row and how many there are. */
export interface PutTable {
  readonly top: number;
  readonly rows: number;
}

/** What a chart shows of a table: columns counted from 0, the first holds the words. */
export interface TableChart {
  readonly kind: SheetChart['kind'];
  readonly title: string;
  readonly series: readonly { readonly name: string; readonly column: number; readonly lifts?: boolean }[];
}

/** Lines, tables and charts from top to bottom of a new sheet. */
export class SheetPage {
  readonly blocks: SheetBlock[] = [];
  readonly charts: SheetChart[] = [];
  /** Rows that begin a printed page. */
  readonly breaks: number[] = [];
  private row = 0;
  private width = CHART.columns;

  line(values: readonly SheetCell[], format?: SheetFormat): void {
    this.put([values], format);
  }

  section(title: string, onNewPage = false): void {
    this.row++;
    if (onNewPage) this.breaks.push(this.row);
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
      if (rows.length > 0) this.blocks.push({ row: top, column, values, format });
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
      this.blocks.push({ row: top + index, column: 0, values: [[header]], format: BODY });
      this.blocks.push({ row: top + index, column: 1, values: [cells], format: { numberFormat, ...BODY } });
    });
    this.row += lines.length;
  }

  /** A table of words, which run over the cells beside them. */
  words(headers: readonly string[], rows: readonly (readonly SheetCell[])[]): void {
    this.head(headers);
    this.put(rows, { vertical: 'Center', rowHeight: 18 });
  }

  /** A chart below the table it is drawn from. */
  chart({ top, rows }: PutTable, { kind, title, series }: TableChart): void {
    const column = (at: number): Area => ({ row: top, column: at, rows, columns: 1 });
    const place = { row: this.row + 1, column: 0, ...CHART };
    const drawn = series.map(({ name, column: at, lifts }) => ({
      name,
      values: column(at),
      ...(lifts ? { lifts } : {}),
    }));
    this.charts.push({ kind, title, place, categories: column(0), series: drawn });
    this.row += CHART.rows + 1;
  }

  /** All cells that the page covers. */
  area(): Area {
    return { row: 0, column: 0, rows: this.row, columns: this.width };
  }

  /** The head of a table; gives the first row below it. */
  private head(headers: readonly string[]): number {
    this.width = Math.max(this.width, headers.length);
    const [first = '', ...others] = headers;
    this.blocks.push({ row: this.row, column: 0, values: [[first]], format: { ...HEAD, columnWidth: WORDS } });
    this.blocks.push({ row: this.row, column: 1, values: [others], format: { ...HEAD, columnWidth: NUMBERS } });
    return ++this.row;
  }

  private put(values: readonly (readonly SheetCell[])[], format?: SheetFormat): void {
    this.blocks.push({ row: this.row, column: 0, values, ...(format ? { format } : {}) });
    this.row += values.length;
  }
}

/** A number that is not known is a blank cell, never 0. */
export function known(value: number | undefined): number | '' {
  return value === undefined || !Number.isFinite(value) ? '' : value;
}
