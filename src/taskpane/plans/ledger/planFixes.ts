import type { Fix } from '../../../engine/ledger/index';
import type { CellBlock, WritePlan } from '../../../workbook/port';
import { sheetColumn } from '../../model/reading/joined';
import { pieceAt, type PlacedPiece, type Source } from '../../model/reading/source';

/** The plan that puts fixes into the ledger: each cell is changed only while it holds what was read. */
export function planFixes(source: Source, fixes: readonly Fix[]): WritePlan {
  const bySheet = new Map<string, CellBlock[]>();
  for (const run of runsOf(source, fixes)) {
    const piece = pieceAt(source, run[0]?.row ?? 0);
    const { id } = piece.contents.sheet;
    bySheet.set(id, [...(bySheet.get(id) ?? []), block(piece, run)]);
  }
  const [first, ...more] = [...bySheet].map(([id, blocks]) => ({ sheet: { id }, blocks }));
  const title = '整理单元格';
  if (!first) return { title, sheet: { id: source.contents.sheet.id }, blocks: [] };
  return { title, ...first, ...(more.length > 0 ? { more } : {}) };
}

/** Fixes of one kind in cells that stand below one another make one block. */
function runsOf(source: Source, fixes: readonly Fix[]): Fix[][] {
  const sorted = fixes.toSorted((a, b) => a.column - b.column || a.row - b.row);
  const runs: Fix[][] = [];
  for (const fix of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows =
      last?.column === fix.column &&
      last.row + 1 === fix.row &&
      last.numberFormat === fix.numberFormat &&
      pieceAt(source, last.row) === pieceAt(source, fix.row);
    if (run && follows) run.push(fix);
    else runs.push([fix]);
  }
  return runs;
}

function block(piece: PlacedPiece, run: readonly Fix[]): CellBlock {
  const { body, from } = piece;
  const [first] = run;
  const numberFormat = first?.numberFormat;
  return {
    area: {
      row: body.row + (first?.row ?? 0) - from,
      column: sheetColumn(piece, first?.column ?? 0),
      rows: run.length,
      columns: 1,
    },
    values: run.map(({ after }) => [after]),
    replaces: run.map(({ before }) => [before]),
    ...(numberFormat === undefined ? {} : { format: { numberFormat } }),
  };
}
