import { eachRow, finish, type Steps } from '../../steps/steps';
import { breathing, inBreaths } from '../breath';
import type { CellBlock, CellValue, ReplacedCells } from '../port';
import { PortError } from '../portError';
import { applyLook } from './applyLook';
import { asTyped, TEXT } from './asTyped';
import { sentBlock, type SentPiece } from './filling';
import { rangeOf } from './ranges';
import { breathe, isFull, rowChunks, type ChunkWeight } from './rowChunks';
import { cellName } from '../../sheet/address';
import type { Area } from '../../sheet/area';

/** Cells asked for just before they are written, in the same request. */
export interface SeenCells {
  readonly area: Area;
  readonly range: Excel.Range;
}

/** The cells that were not blank when they were written: somebody was quicker. */
export function overtaken(seen: readonly SeenCells[]): ReplacedCells[] {
  return seen.flatMap(({ area, range }) =>
    (range.formulas as CellValue[][]).flatMap((line, row) =>
      line.flatMap((held, column): ReplacedCells[] => {
        if (held === '') return [];
        const at = { row: area.row + row, column: area.column + column, rows: 1, columns: 1 };
        return [{ area: at, held: [[held]], numberFormats: [[String(range.numberFormat[row]?.[column])]] }];
      }),
    ),
  );
}

/**
 * Queues blocks over blank cells, and sends them in as few requests as Excel takes; the last one is left to be sent. `seen`, where given, gets what
 * stood in the cells at the moment they were written, for somebody may have typed there since they were looked at.
 */
export async function writeBlocks(
  sheet: Excel.Worksheet,
  blocks: readonly CellBlock[],
  seen?: SeenCells[],
): Promise<void> {
  let queued: ChunkWeight = { cells: 0, bytes: 0 };
  const breath = breathing();
  for (const block of blocks) {
    await inBreaths(typedLines(block));
    const { pieces, fills } = seen ? { pieces: [wholeOf(block)], fills: [] } : sentBlock(block, blockLines(block));
    await breath();
    const parts = pieces.flatMap((piece) => rowChunks(piece.lines).map((chunk) => ({ ...piece, chunk })));
    if (parts.length === 0) dress(sheet, block);
    for (const [index, { area: whole, lines, chunk }] of parts.entries()) {
      await breath();
      const { start, rows, ...weight } = chunk;
      if (queued.cells > 0 && isFull(sum(queued, weight))) {
        await sheet.context.sync();
        await breathe();
        queued = { cells: 0, bytes: 0 };
      }
      const area = { ...whole, row: whole.row + start, rows };
      seen?.push({ area, range: rangeOf(sheet, area).load('formulas, numberFormat') });
      if (index === 0) dress(sheet, block);
      rangeOf(sheet, area).formulas = lines.slice(start, start + rows).map((line) => [...line]);
      queued = sum(queued, weight);
    }
    for (const { from, over } of fills) rangeOf(sheet, over).copyFrom(rangeOf(sheet, from), 'Formulas');
  }
}

function wholeOf(block: CellBlock): SentPiece {
  return { area: block.area, lines: blockLines(block) };
}

function sum(a: ChunkWeight, b: ChunkWeight): ChunkWeight {
  return { cells: a.cells + b.cells, bytes: a.bytes + b.bytes };
}

/** In a cell formatted as text a formula or number would stay text, so the format comes first. */
function dress(sheet: Excel.Worksheet, { area, spill, format = {} }: CellBlock): void {
  rangeOf(sheet, area).numberFormat = everywhere(format.numberFormat ?? 'General');
  for (const part of spill === undefined ? [area] : [area, spill]) applyLook(rangeOf(sheet, part), part, format);
  if (spill !== undefined && format.numberFormat !== undefined) {
    rangeOf(sheet, spill).numberFormat = everywhere(format.numberFormat);
  }
}

/** Throws ValueNotKept where Excel did not keep what was written; `held` is what the blocks' cells hold now. */
export async function checkKept(blocks: readonly CellBlock[], held: readonly CellValue[][][]): Promise<void> {
  const breath = breathing();
  for (const [index, block] of blocks.entries()) {
    const { area } = block;
    await breath();
    for (const [row, line] of blockLines(block).entries()) {
      const column = line.findIndex((typed, at) => !kept(typed, held[index]?.[row]?.[at] ?? ''));
      if (column < 0) continue;
      throw new PortError('ValueNotKept', cellName(area.row + row, area.column + column));
    }
  }
}

/** What is typed into each cell: its formula, or else its value kept from being read as more. */
export function blockLines(block: CellBlock): readonly (readonly CellValue[])[] {
  return LINES.get(block) ?? finish(typedLines(block));
}

/** A block is looked at when it is written and when it is read back. */
const LINES = new WeakMap<CellBlock, readonly (readonly CellValue[])[]>();

/** Finds them, some rows at a time, and keeps them. */
function* typedLines(block: CellBlock): Steps<readonly (readonly CellValue[])[]> {
  const { area, values, formulas, format } = block;
  const typed = format?.numberFormat === TEXT ? String : asTyped;
  const lines: CellValue[][] = Array.from({ length: area.rows }, () => []);
  yield* eachRow(lines, (line, row) => {
    for (let column = 0; column < area.columns; column++) {
      const formula = formulas?.[row]?.[column] ?? '';
      line.push(formula === '' ? typed(values?.[row]?.[column] ?? '') : formula);
    }
  });
  LINES.set(block, lines);
  return lines;
}

/** A merged cell swallows what is written behind its first cell; text must not have become a number. */
function kept(typed: CellValue, held: CellValue): boolean {
  return typed === '' || typed === "'" ? held === '' : held !== '' && typeof held === typeof typed;
}

/** Office.js takes one value for all cells of a range, though its types ask for one a cell. */
const everywhere = (format: string): string[][] => format as unknown as string[][];
