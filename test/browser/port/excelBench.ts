import { createExcelPort } from '../../../src/workbook/excel/createExcelPort';
import type { CellValue } from '../../../src/workbook/port';
import { refuseText } from './refuseText';
import { area, type BenchSheet, type Place, type PortBench, type SetUp } from '../../workbook/portBench';
import { areaName } from '../../../src/sheet/address';
import type { Area } from '../../../src/sheet/area';

/** What the test outside the page does at the keyboard, by sheet name and address. */
export interface Person {
  readonly personTypes: (sheet: string, address: string, text: string) => Promise<void>;
  readonly personSelects: (sheet: string, address: string) => Promise<void>;
}

/** How long events may take, in tries of 20 ms. */
const TRIES = 500;

let sheetCount = 0;

/** The port over Excel, with fixtures built by plain Office.js and a person at the keyboard of the grid. */
export function excelBench(person: Person): PortBench {
  const port = createExcelPort();
  const nameOf = async (id: string): Promise<string> =>
    (await port.sheets()).find((sheet) => sheet.id === id)?.name ?? `no sheet ${id}`;
  return {
    port,
    addSheet,
    deleteSheet: (id) => onSheet(id, (sheet) => sheet.delete()),
    held: async (id, cells) => (await loaded(id, cells, (range) => range.load('formulas'))).formulas as CellValue[][],
    look: async (id, [row, column]) => {
      const { fill, columnWidth } = await loaded(id, area(row, column), ({ format }) =>
        format.load('columnWidth, fill/color'),
      );
      return { fill: fill.color.toUpperCase(), width: columnWidth };
    },
    setUp,
    frozenRows,
    edit: async (id, [row, column], input) =>
      person.personTypes(await nameOf(id), areaName(area(row, column)), String(input)),
    select: async (id, cells) => person.personSelects(await nameOf(id), areaName(cells)),
    refuseText,
    until,
  };
}

function addSheet(input: BenchSheet): Promise<string> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(`${input.name}${++sheetCount}`).load('id');
    await context.sync();
    fill(sheet, input.cells ?? []);
    for (const column of input.hiddenColumns ?? []) sheet.getRangeByIndexes(0, column, 1, 1).columnHidden = true;
    for (const row of input.hiddenRows ?? []) sheet.getRangeByIndexes(row, 0, 1, 1).rowHidden = true;
    for (const merge of input.merges ?? []) sheet.getRange(areaName(merge)).merge();
    for (const { area: cells, numberFormat } of input.numberFormats ?? [])
      sheet.getRange(areaName(cells)).numberFormat = everywhere(cells, numberFormat);
    for (const table of input.tables ?? []) sheet.tables.add(areaName(table.area), true).name = table.name;
    if (input.visible === false) sheet.visibility = 'Hidden';
    if (input.protected === true) sheet.protection.protect();
    await context.sync();
    return sheet.id;
  });
}

function everywhere({ rows, columns }: Area, format: string): string[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => format));
}

/** Texts, numbers and formulas as a person would have typed them. */
function fill(sheet: Excel.Worksheet, cells: readonly (readonly CellValue[])[]): void {
  const columns = cells.reduce((most, line) => Math.max(most, line.length), 0);
  const lines = cells.map((line) => Array.from({ length: columns }, (_, column) => line[column] ?? ''));
  if (columns > 0) sheet.getRangeByIndexes(0, 0, lines.length, columns).formulas = lines;
}

function onSheet(id: string, act: (sheet: Excel.Worksheet) => void): Promise<void> {
  return Excel.run(async (context) => {
    act(context.workbook.worksheets.getItem(id));
    await context.sync();
  });
}

function loaded<T>(id: string, { row, column, rows, columns }: Area, load: (range: Excel.Range) => T): Promise<T> {
  return Excel.run(async (context) => {
    const result = load(context.workbook.worksheets.getItem(id).getRangeByIndexes(row, column, rows, columns));
    await context.sync();
    return result;
  });
}

function setUp(id: string, [row, column]: Place): Promise<SetUp> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(id);
    const range = sheet.getRangeByIndexes(row, column, 1, 1);
    const { format, dataValidation } = range;
    const merged = range.getMergedAreasOrNullObject().load('areaCount');
    format.load('verticalAlignment, rowHeight, font/name, font/size, protection/locked');
    const border = format.borders.getItem('EdgeBottom').load('style');
    dataValidation.load('rule');
    const charts = sheet.charts.getCount();
    await context.sync();
    return {
      merged: !merged.isNullObject,
      font: format.font.name,
      size: format.font.size,
      vertical: format.verticalAlignment,
      bordered: border.style !== 'None',
      rowHeight: Math.round(format.rowHeight),
      locked: format.protection.locked,
      words: (dataValidation.rule.list?.source ?? '') as string,
      charts: charts.value,
      landscape: await isLandscape(sheet),
    };
  });
}

/** This host knows the print set-up only where it was set in the session. */
async function isLandscape(sheet: Excel.Worksheet): Promise<boolean> {
  try {
    const layout = sheet.pageLayout.load('orientation');
    await sheet.context.sync();
    return layout.orientation === 'Landscape';
  } catch {
    return false;
  }
}

function frozenRows(id: string): Promise<number> {
  return Excel.run(async (context) => {
    const frozen = context.workbook.worksheets.getItem(id).freezePanes.getLocationOrNullObject().load('rowCount');
    await context.sync();
    return frozen.isNullObject ? 0 : frozen.rowCount;
  });
}

async function until(met: () => boolean): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    if (met()) return;
    await new Promise((resume) => setTimeout(resume, 20));
  }
  throw new Error('it never came');
}
