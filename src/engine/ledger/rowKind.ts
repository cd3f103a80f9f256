import { eachRow, finish, type Steps } from '../../steps/steps';
import type { Rows } from './cell';
import type { HeaderMatch } from './matchHeaders';
import { doubtSumsAbove, totalsBySums } from './rows/bySums';
import { kindByWords } from './rows/byWords';
import { figuresOf } from './rows/figures';
import { lookAt } from './rows/look';
import { markNoFirms } from './rows/noFirm';
import { markParts } from './rows/parts';
import { markUnlike } from './rows/unlike';
import type { RowDoubt, RowKind } from './rows/kinds';

export { ROW_DOUBTS, rowsOfKind, type RowDoubt, type RowKind } from './rows/kinds';

/** The rows of a table by what they are, and those to look at. */
export interface RowsRead {
  readonly kinds: readonly RowKind[];
  readonly doubts: readonly RowDoubt[];
}

/** How cells arrive: in a formula's argument a blank is 0. */
interface RowOptions {
  readonly zeroIsBlank: boolean;
}

/**
 * Tells data rows from blank rows, totals, parts, repeated headers, footers and one-cell notes (domain/ledgers.md, quirks 7,
 * 12, 26): by their words where these are plain, by sums where they are not. In a formula's argument a blank cell arrives as 0,
 * so there (`zeroIsBlank`) a row of zeros is blank.
 */
export function rowKinds(rows: Rows, headers: HeaderMatch, options: RowOptions): readonly RowKind[] {
  return finish(rowKindsSteps(rows, headers, options));
}

/** The same in steps of some thousands of rows. */
export function* rowKindsSteps(rows: Rows, headers: HeaderMatch, options: RowOptions): Steps<readonly RowKind[]> {
  return (yield* readRowsSteps(rows, headers, options)).kinds;
}

/** What the rows are and which of them are doubtful, in steps. */
export function* readRowsSteps(rows: Rows, headers: HeaderMatch, { zeroIsBlank }: RowOptions): Steps<RowsRead> {
  const look = lookAt(rows, headers, zeroIsBlank);
  const figures = yield* figuresOf(rows, look.summed);
  const given = { rows, look, figures, kinds: [] as RowKind[], doubts: [] as RowDoubt[] };
  yield* eachRow(rows, (row) => given.kinds.push(kindByWords(row, look)));
  yield* totalsBySums(given);
  markParts(given);
  doubtSumsAbove(given);
  yield* markNoFirms(given);
  yield* markUnlike(given);
  const isOpen = ({ row, code }: RowDoubt) =>
    code === 'wordsForNumbers' || code === 'noFirm' || given.kinds[row] === 'data';
  return { kinds: given.kinds, doubts: given.doubts.filter(isOpen) };
}
