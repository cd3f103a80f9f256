import { ALL_LINES, asFirstLines, rowsOfLine, type Rows, type Unmerged } from '../../../engine/ledger/index';
import type { LineChoice } from './rowChoices';

interface Placed {
  readonly cells: Rows;
  readonly from: number;
  readonly lines?: LineChoice;
}

/** Rows with one line an enterprise, and where what they say stands. */
export function withLines(written: Unmerged, pieces: readonly Placed[]): Unmerged {
  const inLines = pieces.flatMap(({ lines: own, from, cells }) =>
    own && own.chosen !== ALL_LINES ? [{ ...own, from, cells }] : [],
  );
  if (inLines.length === 0) return written;
  const rows = [...written.rows];
  const stands = new Map<number, number>();
  const columns = new Set(inLines.flatMap(({ lines }) => lines.columns));
  for (const { lines, chosen, from, cells } of inLines) {
    const own = asFirstLines(written.rows.slice(from, from + cells.length), lines, chosen);
    rows.splice(from, cells.length, ...own);
    for (const [row, at] of rowsOfLine(cells, lines, chosen)) stands.set(from + row, from + at);
  }
  const standsAt = (row: number, column: number) =>
    (columns.has(column) ? stands.get(row) : undefined) ?? written.standsAt(row, column);
  return { ...written, rows, standsAt };
}
