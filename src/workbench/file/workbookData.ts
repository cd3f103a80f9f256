import {
  BooleanNumber,
  CellValueType,
  LocaleType,
  type ICellData,
  type IColumnData,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import type { CellModel, PackageModel, SheetModel, StyleModel } from '../../package/model';
import { parseAddress } from '../book/address';
import { gridRange } from '../book/area';
import { USUAL_SIZE } from '../book/layout';
import { UNLOCKED } from '../book/locks';
import { gridStyle } from './gridStyle';
import { pixelsOfPoints, pixelsOfWidth } from './sizes';
import { wrappedHeights } from './wrappedRows';
import type { Area } from '../../sheet/area';

type CellData = Record<number, Record<number, ICellData>>;

let next = 1;

/** The name under which the grid holds a style of the file. */
export function styleKey(index: number): string {
  return `x${index}`;
}

/** A file's sheets as the grid's workbook. Chart sheets and the like have no cells and stay out. */
export function workbookData(model: PackageModel, name: string): Partial<IWorkbookData> {
  const sheets = model.sheets.filter((sheet) => sheet.cellless !== true);
  const styles = Object.fromEntries(
    model.styles.map((style, index): [string, IStyleData] => [styleKey(index), gridStyle(style)]),
  );
  return {
    id: `workbook-${next++}`,
    name,
    appVersion: '0.25.1',
    locale: LocaleType.ZH_CN,
    styles,
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheetData(sheet, model.styles)])),
    resources: [],
  };
}

function sheetData(sheet: SheetModel, styles: readonly StyleModel[]): Partial<IWorksheetData> {
  const { rows, columns } = sheet.freeze;
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.state === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(sheet.rows + 50, 100),
    columnCount: Math.max(sheet.columns + 6, 26),
    ...USUAL_SIZE,
    cellData: cellData(sheet, styles),
    mergeData: sheet.merges.map(gridRange),
    rowData: rowData(sheet, styles),
    columnData: columnData(sheet),
    freeze: { xSplit: columns, ySplit: rows, startRow: rows > 0 ? rows : -1, startColumn: columns > 0 ? columns : -1 },
  };
}

function cellData(sheet: SheetModel, styles: readonly StyleModel[]): CellData {
  const data: CellData = {};
  const spilled = new SpilledCells(sheet);
  for (const [row, cells] of sheet.cells) {
    const line: Record<number, ICellData> = (data[row] = {});
    for (const [column, cell] of cells) {
      const unlocked = styles[cell.style]?.locked === false;
      line[column] = gridCell(cell, { kind: spilled.kind(row, column, cell), unlocked });
    }
  }
  return data;
}

/** Cells filled by an array formula elsewhere carry its values in the file; in the grid they must be empty, or block it. */
class SpilledCells {
  private readonly areas: Area[] = [];

  constructor(sheet: SheetModel) {
    for (const cells of sheet.cells.values()) {
      for (const cell of cells.values()) {
        const area = cell.arrayRange === undefined ? null : parseAddress(cell.arrayRange);
        if (area !== null && area.rows * area.columns > 1) this.areas.push(area);
      }
    }
  }

  kind(row: number, column: number, cell: CellModel): 'plain' | 'anchor' | 'spilled' {
    const inside = this.areas.find(
      (a) => row >= a.row && row < a.row + a.rows && column >= a.column && column < a.column + a.columns,
    );
    if (inside === undefined) return 'plain';
    return cell.formula === undefined ? 'spilled' : 'anchor';
  }
}

function gridCell(
  cell: CellModel,
  { kind, unlocked }: { kind: 'plain' | 'anchor' | 'spilled'; unlocked: boolean },
): ICellData {
  const data: ICellData = {
    ...(cell.style === 0 ? {} : { s: styleKey(cell.style) }),
    ...(unlocked ? { custom: UNLOCKED } : {}),
  };
  if (kind === 'spilled') return data;
  if (cell.formula !== undefined) data.f = `=${cell.formula}`;
  // Without a value the grid calculates it at once, which it must, to know where the array spills.
  if (kind === 'anchor' || cell.value === null) return data;
  data.v = typeof cell.value === 'boolean' ? Number(cell.value) : cell.value;
  data.t = VALUE_TYPES[cell.type];
  return data;
}

const VALUE_TYPES: Readonly<Record<CellModel['type'], CellValueType>> = {
  string: CellValueType.STRING,
  number: CellValueType.NUMBER,
  boolean: CellValueType.BOOLEAN,
  error: CellValueType.STRING,
  blank: CellValueType.STRING,
};

function rowData(sheet: SheetModel, styles: readonly StyleModel[]): Record<number, Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [row, ah] of wrappedHeights(sheet, styles)) rows[row] = { ah, ia: BooleanNumber.TRUE };
  for (const [row, { height, hidden }] of sheet.rowHeights) {
    rows[row] = {
      ...rows[row],
      ...(height === undefined ? {} : { h: pixelsOfPoints(height), ia: BooleanNumber.FALSE }),
      ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
    };
  }
  return rows;
}

function columnData(sheet: SheetModel): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const [column, { width, hidden }] of sheet.columnWidths) {
    columns[column] = { w: pixelsOfWidth(width), hd: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE };
  }
  return columns;
}
