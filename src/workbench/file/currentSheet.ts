import type { ICellData, Nullable } from '@univerjs/core';
import type { StyleModel } from '../../package/model';
import { addressOf } from '../book/address';
import type { Book } from '../book/book';
import { isLocked } from '../book/locks';
import type { Matrix } from '../book/matrix';
import { officeValueOf } from '../book/value';
import { changedStyle } from './gridStyle';
import type { CurrentCell, CurrentSheet } from './sheetDiff';
import type { TouchedCells } from './touchedCells';
import { styleKey } from './workbookData';

/** What reading a sheet for saving needs. */
export interface SheetSaveContext {
  readonly book: Book;
  readonly touched: TouchedCells;
  /** Styles of the file, by index. */
  readonly styles: readonly StyleModel[];
}

/** A sheet of the grid as it is to be saved. */
export function currentSheet({ book, touched, styles }: SheetSaveContext, sheetId: string): CurrentSheet {
  const matrix = book.reader.matrix(sheetId);
  const textOf = book.reader.formulaTexts(sheetId);
  const known = new Map<string, StyleModel | undefined>();
  return {
    cells: cellsOf({ book, touched }, sheetId),
    formulaAt: (row, column) => {
      const text = textOf({ row, column, cell: matrix[row]?.[column] });
      return (text ?? '').replace(/^=/, '');
    },
    changedStyle: (row, column, before) => {
      const cell = matrix[row]?.[column];
      const locked = isLocked(cell);
      const sameLock = locked === (styles[before ?? -1]?.locked ?? true);
      const sameLook = cell?.s === undefined ? before === undefined || before === 0 : cell.s === styleKey(before ?? -1);
      if (sameLook && sameLock) return undefined;
      // Styles repeat: each pair of before and after is compared once.
      const key = typeof cell?.s === 'string' ? `${before ?? ''}/${cell.s}/${String(locked)}` : undefined;
      if (key !== undefined && known.has(key)) return known.get(key);
      const look = { now: book.reader.styleOf(cell), locked, standard: styles[0]?.font ?? {} };
      const style = changedStyle(before === undefined ? undefined : styles[before], look);
      if (key !== undefined) known.set(key, style);
      return style;
    },
  };
}

function* cellsOf(
  { book, touched }: Pick<SheetSaveContext, 'book' | 'touched'>,
  sheetId: string,
): Generator<readonly [number, number, CurrentCell]> {
  const spilled = book.spills.cells(sheetId);
  const anchors = new Map(
    book.spills.list(sheetId).map((spill) => [`${spill.row} ${spill.column}`, addressOf(spill.area)]),
  );
  for (const [row, column, own] of entries(book.reader.matrix(sheetId))) {
    const cell = book.spills.overlay(own, spilled?.[row]?.[column]);
    if (!cell) continue;
    const spill = anchors.get(`${row} ${column}`);
    const formula = Boolean(cell.f ?? cell.si);
    const current = { value: officeValueOf(cell), formula, touched: touched.has(sheetId, row, column) };
    yield [row, column, spill === undefined || !formula ? current : { ...current, spill }];
  }
  for (const [row, column, cell] of entries(spilled ?? {})) {
    if (book.reader.matrix(sheetId)[row]?.[column] || !cell) continue;
    yield [row, column, { value: officeValueOf(cell), formula: false, touched: false }];
  }
}

function* entries(matrix: Matrix): Generator<readonly [number, number, Nullable<ICellData>]> {
  for (const [row, line] of Object.entries(matrix)) {
    for (const [column, cell] of Object.entries(line)) yield [Number(row), Number(column), cell];
  }
}
