import { ROWS_PER_STEP } from './walkRows';

/** Merges two sorted runs of `from` into `to`; on a tie the left run goes first, which keeps the order stable. */
function mergeRuns(
  from: Uint32Array,
  to: Uint32Array,
  run: { start: number; middle: number; end: number },
  keys: Float64Array,
): void {
  let left = run.start;
  let right = run.middle;
  for (let at = run.start; at < run.end; at++) {
    const takeLeft =
      right >= run.end || (left < run.middle && (keys[from[left] ?? 0] ?? NaN) <= (keys[from[right] ?? 0] ?? NaN));
    to[at] = (takeLeft ? from[left++] : from[right++]) ?? 0;
  }
}

/**
 * The given rows ordered by rising key; equal keys keep their order. Keys must not be NaN.
 * A merge sort in steps, because the built-in sort cannot be stopped half-way; yields the part done, 0..1.
 */
export function* orderBy(rows: Uint32Array, keys: Float64Array): Generator<number, Uint32Array> {
  let from = Uint32Array.from(rows);
  let to = new Uint32Array(rows.length);
  const levels = Math.max(1, Math.ceil(Math.log2(Math.max(2, rows.length))));
  let level = 0;
  for (let width = 1; width < rows.length; width *= 2, level++) {
    let sinceStep = 0;
    for (let start = 0; start < rows.length; start += 2 * width) {
      const middle = Math.min(start + width, rows.length);
      const end = Math.min(start + 2 * width, rows.length);
      mergeRuns(from, to, { start, middle, end }, keys);
      sinceStep += end - start;
      if (sinceStep >= ROWS_PER_STEP) {
        sinceStep = 0;
        yield (level + end / rows.length) / levels;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
