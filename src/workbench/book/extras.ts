import type { SheetChart, SheetSeries } from '../../sheet/sheet';
import type { CellChoiceModel, PrintModel } from '../../package/model';
import type { Changes } from './changes';
import type { Area } from '../../sheet/area';

/** A chart made in this session: kept and saved, not painted. */
export interface BookChart {
  readonly id: string;
  readonly kind: SheetChart['kind'];
  readonly title: string;
  readonly place: Area;
  readonly series: readonly BookSeries[];
}

/** One series of a chart, over cells of the chart's own sheet as far as it was given any; without its fill, it lifts. */
export type BookSeries = Omit<SheetSeries, 'values'> & Readonly<Record<'values' | 'categories', Area | undefined>>;

/** What was set of a sheet in this session that the grid does not show. */
export interface SheetExtra {
  readonly print: PrintModel;
  readonly choices: readonly CellChoiceModel[];
  readonly charts: readonly BookChart[];
}

const NOTHING: SheetExtra = { print: {}, choices: [], charts: [] };

/** Print set-up, lists to choose from and charts by sheet: the grid knows none of them, the saved file has them. */
export class Extras {
  private readonly sheets = new Map<string, SheetExtra>();
  private next = 1;

  constructor(private readonly changes: Changes) {}

  of(sheetId: string): SheetExtra {
    return this.sheets.get(sheetId) ?? NOTHING;
  }

  setPrint(sheetId: string, part: PrintModel): void {
    const { print } = this.of(sheetId);
    const margins = { ...print.margins, ...part.margins };
    const all = { ...print, ...part };
    this.put(sheetId, { print: Object.keys(margins).length === 0 ? all : { ...all, margins } });
  }

  setChoices(sheetId: string, choices: readonly CellChoiceModel[]): void {
    this.put(sheetId, { choices });
  }

  addChart(sheetId: string, chart: Omit<BookChart, 'id'>): string {
    const id = `chart-${this.next++}`;
    this.put(sheetId, { charts: [...this.of(sheetId).charts, { ...chart, id }] });
    return id;
  }

  chart(sheetId: string, id: string): BookChart | undefined {
    return this.of(sheetId).charts.find((chart) => chart.id === id);
  }

  changeChart(sheetId: string, id: string, part: Partial<BookChart>): void {
    const charts = this.of(sheetId).charts.map((chart) => (chart.id === id ? { ...chart, ...part } : chart));
    this.put(sheetId, { charts });
  }

  removeChart(sheetId: string, id: string): void {
    this.put(sheetId, { charts: this.of(sheetId).charts.filter((chart) => chart.id !== id) });
  }

  /** Forgets what was set of the workbook that was open before. */
  reset(): void {
    this.sheets.clear();
  }

  private put(sheetId: string, part: Partial<SheetExtra>): void {
    this.sheets.set(sheetId, { ...this.of(sheetId), ...part });
    this.changes.touch('extras');
  }
}
