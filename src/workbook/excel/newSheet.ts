import type { SheetChart, SheetPrint } from '../../sheet/sheet';
import type { CellBlock, CellChoice, SheetPlan } from '../port';
import { columnName, sheetRange } from '../../sheet/address';
import { rangeOf } from './ranges';

const POINTS_PER_CENTIMETRE = 72 / 2.54;

const CHART_TYPES = {
  column: 'ColumnClustered',
  bar: 'BarClustered',
  line: 'LineMarkers',
  stackedColumn: 'ColumnStacked',
} as const;

/** Queues all of a new sheet but its cells; `sheets` are the plan's sheets with their names loaded. Protection comes last. */
export function finishSheet(sheet: Excel.Worksheet, plan: SheetPlan, sheets: readonly Excel.Worksheet[]): void {
  for (const area of plan.merges ?? []) rangeOf(sheet, area).merge();
  for (const block of plan.blocks) setHeights(sheet, block);
  if (plan.freezeRows !== undefined && plan.freezeRows > 0) sheet.freezePanes.freezeRows(plan.freezeRows);
  for (const choice of plan.choices ?? []) offer(sheet, choice, sheets);
  for (const chart of plan.charts ?? []) addChart(sheet, chart);
  if (plan.print) setUpPages(sheet, plan.print);
  if (plan.hidden === true) sheet.visibility = 'Hidden';
  if (plan.protect === true) sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true });
}

/** Whether a plan asks for what no Excel can undo with Ctrl+Z as one step. */
export function isElaborate({ charts, choices, print, protect, hidden }: SheetPlan): boolean {
  return (
    [charts, choices].some((list) => (list?.length ?? 0) > 0) ||
    print !== undefined ||
    protect === true ||
    hidden === true
  );
}

function setHeights(sheet: Excel.Worksheet, { area, format }: CellBlock): void {
  if (format?.rowHeight !== undefined) rangeOf(sheet, area).format.rowHeight = format.rowHeight;
}

function offer(sheet: Excel.Worksheet, choice: CellChoice, sheets: readonly Excel.Worksheet[]): void {
  const source =
    'list' in choice
      ? choice.list.join(',')
      : `=${sheetRange(sheets[choice.words.sheet]?.name ?? '', choice.words.area)}`;
  rangeOf(sheet, choice.area).dataValidation.rule = { list: { inCellDropDown: true, source } };
}

/** Excel makes the first series of the cells it is given, whatever they hold. */
function addChart(sheet: Excel.Worksheet, { kind, title, place, categories, series }: SheetChart): void {
  const [first, ...others] = series;
  if (first === undefined) return;
  const by = first.values.rows === 1 ? 'Rows' : 'Columns';
  const chart = sheet.charts.add(CHART_TYPES[kind], rangeOf(sheet, first.values), by);
  chart.title.text = title;
  const { row, column, rows, columns } = place;
  const last = { row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 };
  chart.setPosition(rangeOf(sheet, { row, column, rows: 1, columns: 1 }), rangeOf(sheet, last));
  const made = [chart.series.getItemAt(0), ...others.map(({ name }) => chart.series.add(name))];
  for (const [index, { name, values, lifts }] of series.entries()) {
    const one = made[index];
    if (one === undefined) continue;
    one.name = name;
    one.setValues(rangeOf(sheet, values));
    one.setXAxisValues(rangeOf(sheet, categories));
    if (lifts) {
      one.format.fill.clear();
      one.format.line.clear();
    }
  }
}

function setUpPages(sheet: Excel.Worksheet, print: SheetPrint): void {
  const { pageLayout } = sheet;
  const { top, bottom, left, right } = print.margins;
  pageLayout.orientation = print.landscape ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = print.paper ?? 'A4';
  pageLayout.zoom = { horizontalFitToPages: print.pagesWide ?? 1 };
  pageLayout.topMargin = top * POINTS_PER_CENTIMETRE;
  pageLayout.bottomMargin = bottom * POINTS_PER_CENTIMETRE;
  pageLayout.leftMargin = left * POINTS_PER_CENTIMETRE;
  pageLayout.rightMargin = right * POINTS_PER_CENTIMETRE;
  if (print.centred !== undefined) pageLayout.centerHorizontally = print.centred;
  if (print.footer !== undefined) pageLayout.headersFooters.defaultForAllPages.centerFooter = print.footer;
  if (print.area) pageLayout.setPrintArea(rangeOf(sheet, print.area));
  if (print.titleRows) pageLayout.setPrintTitleRows(rowsOf(sheet, print.titleRows));
  if (print.titleColumns) pageLayout.setPrintTitleColumns(columnsOf(sheet, print.titleColumns));
  for (const row of print.breaks ?? []) {
    sheet.horizontalPageBreaks.add(rangeOf(sheet, { row, column: 0, rows: 1, columns: 1 }));
  }
}

function columnsOf(sheet: Excel.Worksheet, { first, last }: NonNullable<SheetPrint['titleColumns']>): Excel.Range {
  return sheet.getRange(`${columnName(first)}:${columnName(last)}`);
}

function rowsOf(sheet: Excel.Worksheet, { first, last }: NonNullable<SheetPrint['titleRows']>): Excel.Range {
  return sheet.getRange(`${first + 1}:${last + 1}`);
}
