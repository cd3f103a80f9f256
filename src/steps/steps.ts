/** Long work in steps: whoever drives it may do other things between them. */
export type Steps<Result> = Generator<undefined, Result>;

/** Drives work to its end at once. */
export function finish<Result>(steps: Generator<unknown, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Rows done at a time: a few milliseconds of the slowest work. */
const ROWS_AT_ONCE = 200;

/** Does something with every row, in order, with a breath after every so many. */
export function* eachRow<Row>(rows: readonly Row[], work: (row: Row, index: number) => void): Steps<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const end = Math.min(rows.length, start + ROWS_AT_ONCE);
    // One call a row and no copy: every cell of a ledger passes here.
    for (let index = start; index < end; index++) work(rows[index] as Row, index);
    yield;
  }
}
