import type { Fix } from '../../../engine/ledger/index';
import type { CellBlock, WritePlan } from '../../../workbook/port';
import type { Source } from '../../model/reading/source';

/** The plan that puts fixes into the ledger: each cell is changed only while it holds what was read. */
export function planFixes(source: Source, fixes: readonly Fix[]): WritePlan {
  return {
    title: '整理单元格',
    sheet: { id: source.contents.sheet.id },
    blocks: runsOf(fixes).map((run) => block(source, run)),
  };
}

/** Fixes of one kind in cells that stand below one another make one block. */
function runsOf(fixes: readonly Fix[]): Fix[][] {
  const sorted = fixes.toSorted((a, b) => a.column - b.column || a.row - b.row);
  const runs: Fix[][] = [];
  for (const fix of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last?.column === fix.column && last.row + 1 === fix.row && last.numberFormat === fix.numberFormat;
    if (run && follows) run.push(fix);
    else runs.push([fix]);
  }
  return runs;
}

function block({ body }: Source, run: readonly Fix[]): CellBlock {
  const [first] = run;
  const numberFormat = first?.numberFormat;
  return {
    area: {
      row: body.row + (first?.row ?? 0),
      column: body.column + (first?.column ?? 0),
      rows: run.length,
      columns: 1,
    },
    values: run.map(({ after }) => [after]),
    replaces: run.map(({ before }) => [before]),
    ...(numberFormat === undefined ? {} : { format: { numberFormat } }),
  };
}
