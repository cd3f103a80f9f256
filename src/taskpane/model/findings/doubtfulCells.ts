import type { Fix } from '../../../engine/ledger/index';
import type { FindingCode } from '../../../text/findings';
import { isPlain } from '../reading/places';
import type { Source } from '../reading/source';
import { DOUBTFUL_ROWS, type FindingGroup } from './findingGroup';

/** What makes it doubtful what a cell says, or whether its row is one of the list at all. */
const DOUBTS: ReadonlySet<FindingCode> = new Set([
  ...(['unreadable', 'ownUnit', 'slip', 'tooLarge', 'range', 'mergedAmount', 'errorCell'] as const),
  ...DOUBTFUL_ROWS,
]);

/** Tidying is offered only for cells whose reading nobody doubts, and that hold what the ledger has. */
export function withoutDoubtful(source: Source, fixes: readonly Fix[], findings: readonly FindingGroup[]): Fix[] {
  const doubtful = new Set(
    findings
      .filter(({ code }) => DOUBTS.has(code))
      .flatMap(({ code, cells }) =>
        cells.map((cell) => keyOf(cell.row, DOUBTFUL_ROWS.has(code) ? undefined : cell.column)),
      ),
  );
  return fixes.filter(
    ({ row, column }) =>
      !doubtful.has(keyOf(row, column)) && !doubtful.has(keyOf(row, undefined)) && isPlain(source, row, column),
  );
}

const keyOf = (row: number, column: number | undefined): string => `${String(row)},${String(column ?? '')}`;
