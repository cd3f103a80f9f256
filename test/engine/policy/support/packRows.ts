import type { Cell } from '../../../../src/engine/ledger/index';
import type { CellSection } from '../../../../src/engine/policy/cells/packCells';

/** Sections as one range, a title and a header over each, `spare` blank rows below it. */
export function cellsOfSections(sections: readonly CellSection[], spare = 1): Cell[][] {
  const width = Math.max(...sections.map(({ headers }) => headers.length));
  const padded = (row: readonly Cell[]) => Array.from({ length: width }, (_, column) => row[column] ?? '');
  return sections.flatMap(({ title, headers, rows }) => [
    padded([`【${title}】`]),
    padded(headers),
    ...rows.map(padded),
    ...Array.from({ length: spare }, () => padded([])),
  ]);
}
