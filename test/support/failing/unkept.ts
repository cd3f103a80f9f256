import { cellInput } from '../../../src/workbench/book/cellInput';
import type { CellBlock, WritePlan } from '../../../src/workbook/port';
import { TEXT } from '../../../src/workbook/excel/asTyped';
import { blockLines } from '../../../src/workbook/excel/writeBlocks';
import { plannedSheets } from '../../../src/workbook/plannedSheets';

/** Values of a plan that Excel would make something else of when they are typed into their cells, as `written: held`. */
export function unkept(plan: WritePlan): string[] {
  return plannedSheets(plan).flatMap(({ blocks }) => blocks.flatMap(unkeptIn));
}

function unkeptIn(block: CellBlock): string[] {
  const isText = block.format?.numberFormat === TEXT;
  return blockLines(block).flatMap((line, row) =>
    line.flatMap((typed, column) => {
      const meant = block.values?.[row]?.[column] ?? '';
      if ((block.formulas?.[row]?.[column] ?? '') !== '' || typeof meant === 'boolean') return [];
      const { v } = cellInput(typed, isText).cell;
      const held = v ?? '';
      const isKept = isText ? held === String(meant) : held === (Number.isNaN(meant) ? '' : meant);
      return isKept ? [] : [`${JSON.stringify(meant)}: ${JSON.stringify(held)}`];
    }),
  );
}
