/**
 * What a row under the headers is. Only `data` rows are judged and counted; a `part` is one of the lines that an enterprise's
 * row is the sum of, `noFirm` a line that says itself that it is no enterprise (空置, 作废). By a person's choice a row may be counted with another one (`merged`) or not take part (`leftOut`): see
 * the folder entity.
 */
export type RowKind =
  'data' | 'blank' | 'total' | 'part' | 'header' | 'footer' | 'note' | 'noFirm' | 'merged' | 'leftOut';

/** What makes it doubtful whether a row is one of the list at all. */
export const ROW_DOUBTS = ['equalsSum', 'unlikeOthers', 'wordsForNumbers', 'noFirm', 'takenBack'] as const;

/** A row that may not be what it was taken for. */
export interface RowDoubt {
  readonly code: (typeof ROW_DOUBTS)[number];
  readonly row: number;
}

/** The rows of one kind, in order. */
export function rowsOfKind(kinds: readonly RowKind[], kind: RowKind): number[] {
  const rows: number[] = [];
  kinds.forEach((own, row) => {
    if (own === kind) rows.push(row);
  });
  return rows;
}
