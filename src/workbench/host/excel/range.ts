import { isCell } from '../../book/area';
import { valueType } from '../../book/value';
import { badArgument } from '../wire/hostError';
import { cellArgument, gridArgument, textArgument } from './gridArgument';
import { requireUnprotected, requireWritable } from './guard';
import { clip, fullAddress, readable } from './rangeAddress';
import { rangeMethods } from './rangeMethods';
import { handle, type RangeThing } from './things';
import { uniform } from './uniform';
import type { Definitions, HostWorld } from './world';
import { MAX_COLUMNS, MAX_ROWS } from '../../../sheet/address';

type Properties = Record<string, (range: RangeThing) => unknown>;

/** Cells of one sheet. */
export function rangeTypes(world: HostWorld): Definitions {
  return {
    Range: {
      properties: { ...placeProperties(world), ...contentProperties(world), ...stateProperties(world) },
      setters: {
        Values: (range, value) => writeCells(world, range, value),
        Formulas: (range, value) => writeCells(world, range, value),
        NumberFormat: (range, value) => writeFormats(world, range, value),
        RowHidden: (range, value) => world.book.layout.setRowsHidden(range.sheetId, range.area, flag(value)),
        ColumnHidden: (range, value) => world.book.layout.setColumnsHidden(range.sheetId, range.area, flag(value)),
      },
      navigation: {
        Worksheet: ({ sheetId }) => handle('Worksheet', sheetId),
        DataValidation: (range) => handle('DataValidation', range),
        Format: (range) => handle('RangeFormat', range),
      },
      methods: rangeMethods(world),
    },
  };
}

function placeProperties({ book }: HostWorld): Properties {
  return {
    Address: (range) => fullAddress(book, range),
    AddressLocal: (range) => fullAddress(book, range),
    RowIndex: ({ area }) => area.row,
    ColumnIndex: ({ area }) => area.column,
    RowCount: ({ area }) => area.rows,
    ColumnCount: ({ area }) => area.columns,
    CellCount: ({ area }) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns),
    IsEntireColumn: ({ area }) => area.rows === MAX_ROWS,
    IsEntireRow: ({ area }) => area.columns === MAX_COLUMNS,
  };
}

function contentProperties({ book }: HostWorld): Properties {
  const { reader } = book;
  return {
    Values: (range) => reader.values(range.sheetId, readable(book, range)),
    Formulas: (range) => reader.formulas(range.sheetId, readable(book, range)),
    Text: (range) => reader.text(range.sheetId, readable(book, range)),
    NumberFormat: (range) => reader.numberFormats(range.sheetId, readable(book, range)),
    ValueTypes: (range) => reader.values(range.sheetId, readable(book, range)).map((row) => row.map(valueType)),
  };
}

function stateProperties({ book }: HostWorld): Properties {
  const rows = ({ area }: RangeThing) => Array.from({ length: area.rows }, (_, index) => area.row + index);
  const columns = ({ area }: RangeThing) => Array.from({ length: area.columns }, (_, index) => area.column + index);
  const clipped = (range: RangeThing): RangeThing => ({ ...range, area: clip(book, range) });
  const rowsHidden = (range: RangeThing) => {
    return uniform(rows(clipped(range)).map((row) => book.layout.rowHidden(range.sheetId, row)));
  };
  const columnsHidden = (range: RangeThing) => {
    return uniform(columns(clipped(range)).map((column) => book.layout.columnHidden(range.sheetId, column)));
  };
  return {
    RowHidden: rowsHidden,
    ColumnHidden: columnsHidden,
    Hidden: (range) => either(rowsHidden(range), columnsHidden(range)),
    HasSpill: (range) => hasSpill(book, clipped(range)),
  };
}

function either(rows: boolean | null, columns: boolean | null): boolean | null {
  if (rows === true || columns === true) return true;
  return rows === null || columns === null ? null : false;
}

/** True where every cell is part of a spill, null where some are. */
function hasSpill(book: HostWorld['book'], { sheetId, area }: RangeThing): boolean | null {
  const spills = book.spills.list(sheetId).map((spill) => spill.area);
  const inside = (row: number, column: number): boolean =>
    spills.some((s) => row >= s.row && row < s.row + s.rows && column >= s.column && column < s.column + s.columns);
  if (spills.length === 0) return false;
  const cells: boolean[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) cells.push(inside(row, column));
  }
  return uniform(cells);
}

function writeCells({ book }: HostWorld, range: RangeThing, value: unknown): void {
  // One value for a whole column goes as far as the grid does; a grid of values must fit exactly.
  const area = Array.isArray(value) || isCell(range.area) ? range.area : clip(book, range);
  requireWritable(book, { ...range, area });
  book.writer.values(range.sheetId, area, gridArgument(value, area, cellArgument));
}

function writeFormats({ book }: HostWorld, range: RangeThing, value: unknown): void {
  requireUnprotected(book, range.sheetId);
  const area = Array.isArray(value) ? range.area : clip(book, range);
  const formats = gridArgument(value, area, textArgument);
  book.writer.styles(range.sheetId, area, (row, column) => {
    const pattern = formats[row - area.row]?.[column - area.column];
    return pattern === null || pattern === undefined ? undefined : { n: pattern === 'General' ? null : { pattern } };
  });
}

function flag(value: unknown): boolean {
  return typeof value === 'boolean' ? value : badArgument('boolean');
}
