import type { NewSheet, SheetBlock } from '../../../sheet/sheet';
import { modelCells, type HeldCells } from '../../../engine/report/index';
import type { Steps } from '../../../engine/column/index';
import type { CellBlock, CellValue, WritePlan } from '../../../workbook/port';
import { normalForm } from '../../../formula/normalForm';

interface Cell {
  readonly value: CellValue;
  readonly formula: string;
}

/** Where the table stands on the sheet: rows from 0, `end` the first row after it. */
interface Table {
  readonly header: number;
  readonly end: number;
}

/**
 * The plan that brings a 标准台账 up to date where it stands: only cells that differ are overwritten, and only while they hold what was
 * read; lines beyond the old end are added, lines too many are cleared. Parameters that people edited stay.
 */
export function* planCleanRefresh(sheetId: string, model: NewSheet, held: HeldCells, table: Table): Steps<WritePlan> {
  const cells = modelCells(model);
  const width = held.reduce((most, { length }) => Math.max(most, length), Math.max(...model.blocks.map(rightEnd)));
  const body = { from: table.header + 1, to: table.end };
  const replacing: CellBlock[] = [];
  for (let column = 0; column < width; column++) {
    yield;
    replacing.push(...differing(cells, held, { column, from: 0, to: Math.min(3, table.header) }));
    replacing.push(...differing(cells, held, { column, ...body }));
  }
  const adding = model.blocks.flatMap((block) => blockFrom(block, table.end));
  return { title: '更新标准台账', sheet: { id: sheetId }, blocks: [...adding, ...replacing], activate: true };
}

const rightEnd = ({ column, values }: SheetBlock) => column + (values[0]?.length ?? 0);

const BLANK: Cell = { value: '', formula: '' };

/** Runs of cells of a column that hold something else than they should, as blocks. */
function differing(
  cells: ReturnType<typeof modelCells>,
  held: HeldCells,
  { column, from, to }: { readonly column: number; readonly from: number; readonly to: number },
): CellBlock[] {
  const blocks: CellBlock[] = [];
  let run: { row: number; wanted: Cell[]; replaces: CellValue[][] } | undefined;
  for (let row = from; row <= to; row++) {
    const wanted = cells(row, column) ?? BLANK;
    const was = held[row]?.[column] ?? '';
    if (row < to && !isSame(wanted, was)) {
      run ??= { row, wanted: [], replaces: [] };
      run.wanted.push(wanted);
      run.replaces.push([was]);
    } else if (run) {
      blocks.push(blockOf(run, column));
      run = undefined;
    }
  }
  return blocks;
}

/** Spreadsheets write a formula back with other blanks and quotation marks around names of sheets. */
function isSame({ value, formula }: Cell, was: CellValue): boolean {
  if (formula === '') return value === was;
  return was === formula || (typeof was === 'string' && normalForm(was) === normalForm(formula));
}

function blockOf(
  { row, wanted, replaces }: { row: number; wanted: Cell[]; replaces: CellValue[][] },
  column: number,
): CellBlock {
  const formulas = wanted.map(({ formula }) => [formula]);
  return {
    area: { row, column, rows: wanted.length, columns: 1 },
    values: wanted.map(({ value }) => [value]),
    ...(formulas.some(([formula]) => formula !== '') ? { formulas } : {}),
    replaces,
  };
}

/** What of a block stands at a row or below it. */
function blockFrom({ row, column, values, formulas, format }: SheetBlock, first: number): CellBlock[] {
  const skip = Math.max(0, first - row);
  const own = values.slice(skip);
  if (own.length === 0) return [];
  const area = { row: row + skip, column, rows: own.length, columns: own[0]?.length ?? 0 };
  return [
    {
      area,
      values: own,
      ...(formulas ? { formulas: formulas.slice(skip) } : {}),
      ...(format ? { format: withoutWidth(format) } : {}),
    },
  ];
}

/** The columns of a sheet that stands keep the width that people gave them. */
function withoutWidth({ columnWidth: _, ...look }: NonNullable<SheetBlock['format']>): CellBlock['format'] & object {
  return look;
}
