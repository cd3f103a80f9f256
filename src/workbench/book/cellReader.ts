import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';
import { mapCells } from './area';
import type { BookContext } from './bookContext';
import { extentOf, type Matrix } from './matrix';
import { GENERAL, gridNumberText } from './numberText';
import type { Spills } from './spills';
import { officeValueOf, type OfficeValue } from './value';
import { bounding, type Area } from '../../sheet/area';

/** A cell and its place. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Nullable<ICellData>;
}

interface PlacedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Reads cells straight from the grid's model; what is staged is written first. */
export class CellReader {
  constructor(
    private readonly context: BookContext,
    private readonly spills: Spills,
  ) {}

  values(sheetId: string, area: Area): OfficeValue[][] {
    const at = this.lookup(sheetId);
    return mapCells(area, (row, column) => officeValueOf(at(row, column)));
  }

  /** Formulas with "=", and values where there is none. */
  formulas(sheetId: string, area: Area): OfficeValue[][] {
    const at = this.lookup(sheetId);
    const textOf = this.formulaTexts(sheetId);
    return mapCells(area, (row, column) => {
      const cell = at(row, column);
      return textOf({ row, column, cell }) ?? officeValueOf(cell);
    });
  }

  /** What the cells show, number formats applied. */
  text(sheetId: string, area: Area): string[][] {
    const at = this.lookup(sheetId);
    return mapCells(area, (row, column) => {
      const cell = at(row, column);
      return gridNumberText(officeValueOf(cell), this.styleOf(cell)?.n?.pattern ?? GENERAL);
    });
  }

  numberFormats(sheetId: string, area: Area): string[][] {
    const matrix = this.matrix(sheetId);
    return mapCells(area, (row, column) => this.styleOf(matrix[row]?.[column])?.n?.pattern ?? GENERAL);
  }

  styles(sheetId: string, area: Area): (IStyleData | undefined)[][] {
    const matrix = this.matrix(sheetId);
    return mapCells(area, (row, column) => this.styleOf(matrix[row]?.[column]));
  }

  /**
   * Gives the formula text of cells, shared ones written out; undefined for a plain value. The grid itself would search the
   * sheet for the text of every cell that shares one; here it is searched once.
   */
  formulaTexts(sheetId: string): (at: PlacedCell) => string | undefined {
    const lexer = this.context.injector.get(LexerTreeBuilder);
    let shared: ReadonlyMap<string, PlacedFormula> | undefined;
    return ({ row, column, cell }) => {
      if (cell?.f) return cell.f;
      if (!cell?.si) return undefined;
      shared ??= sharedFormulas(this.matrix(sheetId));
      const own = shared.get(cell.si);
      return own && lexer.moveFormulaRefOffset(own.formula, column - own.column, row - own.row);
    };
  }

  /** The cell itself, spilled values included, as a function that is cheap to call many times. */
  lookup(sheetId: string): (row: number, column: number) => Nullable<ICellData> {
    this.context.flush();
    const matrix = this.matrix(sheetId);
    const spilled = this.spills.cells(sheetId);
    return (row, column) => this.spills.overlay(matrix[row]?.[column], spilled?.[row]?.[column]);
  }

  /** Where there are values or formulas (or, unless `valuesOnly`, formats); null on an empty sheet. */
  used(sheetId: string, valuesOnly: boolean): Area | null {
    this.context.flush();
    const own = extentOf(this.matrix(sheetId), (cell) => hasContent(cell) || (!valuesOnly && Boolean(cell?.s)));
    const spilled = extentOf(this.spills.cells(sheetId), hasContent);
    return own !== null && spilled !== null ? bounding(own, spilled) : (own ?? spilled);
  }

  /** The cells of a sheet as they stand, without what is staged or spilled. */
  matrix(sheetId: string): Matrix {
    return this.context.sheet(sheetId).getCellMatrix().getMatrix();
  }

  styleOf(cell: Nullable<ICellData>): IStyleData | undefined {
    return cell?.s ? (this.context.workbook.getStyles().getStyleByCell(cell) ?? undefined) : undefined;
  }
}

/** The cells that hold the text of shared formulas, by its id. */
function sharedFormulas(matrix: Matrix): ReadonlyMap<string, PlacedFormula> {
  const shared = new Map<string, PlacedFormula>();
  for (const [row, line] of Object.entries(matrix)) {
    for (const [column, cell] of Object.entries(line)) {
      if (cell?.f && cell.si) shared.set(cell.si, { row: Number(row), column: Number(column), formula: cell.f });
    }
  }
  return shared;
}

function hasContent(cell: Nullable<ICellData>): boolean {
  if (!cell) return false;
  return Boolean(cell.f ?? cell.si) || (cell.v !== undefined && cell.v !== null && cell.v !== '');
}
