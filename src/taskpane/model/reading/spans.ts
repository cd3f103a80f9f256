import type { MergedSpan } from '../../../engine/ledger/index';
import { type Area, sharedCells } from '../../../sheet/area';
import type { SheetContents } from '../../../workbook/port';
import type { LineChoice } from './rowChoices';

interface Given {
  readonly contents: Pick<SheetContents, 'merges'>;
  readonly body: Area;
  readonly ownColumns?: readonly (number | undefined)[];
  readonly lines?: LineChoice;
}

/** The merged cells of a table's body, by their place in it. */
function spansOf({ merges }: Pick<SheetContents, 'merges'>, body: Area): MergedSpan[] {
  return merges.flatMap((merge) => {
    const inside = sharedCells(merge, body);
    if (inside?.row !== merge.row || inside.column !== merge.column) return [];
    return [{ row: inside.row - body.row, column: inside.column - body.column, rows: inside.rows }];
  });
}

/** The merged cells of a table's body by the columns that it was put into. */
export function spansIn({ contents, body, ownColumns: own, lines }: Given): MergedSpan[] {
  const all = spansOf(contents, body);
  // What is merged over an enterprise's lines is on its first one already.
  const isInLines = ({ row, rows }: MergedSpan) =>
    lines?.lines.blocks.some((block) => row >= block.row && row + rows <= block.row + block.rows) === true;
  const spans = lines ? all.filter((span) => !isInLines(span)) : all;
  if (!own) return spans;
  return spans.flatMap((span) => own.flatMap((mine, column) => (mine === span.column ? [{ ...span, column }] : [])));
}
