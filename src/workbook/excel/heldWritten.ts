import { bounding, type Area } from '../../sheet/area';
import { breathing } from '../breath';
import type { CellBlock, CellValue } from '../port';
import { heldWhole, longRuns, readAreas, sentBlock, type SentBlock } from './filling';
import { heldApart, heldIn } from './readCells';
import { blockLines } from './writeBlocks';

/**
 * What the blocks of a sheet that we added hold. Formulas that were filled down are read where they begin and end; the text between
 * is theirs, and may be a hundred megabytes.
 */
export async function heldWritten(sheetId: string, blocks: readonly CellBlock[]): Promise<CellValue[][][]> {
  const areas = blocks.map(({ area }) => area);
  if (blocks.every((block) => longRuns(block).length === 0)) return heldIn(sheetId, areas);
  const breath = breathing();
  const sent: SentBlock[] = [];
  for (const block of blocks) {
    await breath();
    sent.push(sentBlock(block, blockLines(block)));
  }
  const read = await heldBeside(sheetId, sent.flatMap(readAreas));
  const whole: CellValue[][][] = [];
  for (const [at, one] of sent.entries()) {
    await breath();
    const block = blocks[at] as CellBlock;
    const held = heldWhole(block, blockLines(block), { sent: one, held: read.splice(0, readAreas(one).length) });
    if (held === undefined) return heldIn(sheetId, areas);
    whole.push(held);
  }
  return whole;
}

/** Reads areas that lie side by side at once, and no cells between others. */
async function heldBeside(sheetId: string, areas: readonly Area[]): Promise<CellValue[][][]> {
  const joined: Area[] = [];
  for (const area of areas.toSorted((a, b) => a.row - b.row || a.rows - b.rows || a.column - b.column)) {
    const last = joined.at(-1);
    const isBeside = last?.row === area.row && last.rows === area.rows && last.column + last.columns === area.column;
    if (isBeside) joined.push(bounding(joined.pop() as Area, area));
    else joined.push(area);
  }
  const held = await heldApart(sheetId, joined);
  return areas.map((area) => {
    const at = joined.findIndex((whole) => isIn(area, whole));
    const from = area.column - (joined[at]?.column ?? 0);
    return (held[at] ?? []).map((line) => line.slice(from, from + area.columns));
  });
}

function isIn(area: Area, whole: Area): boolean {
  const isAcross = whole.column <= area.column && area.column + area.columns <= whole.column + whole.columns;
  return whole.row === area.row && whole.rows === area.rows && isAcross;
}
