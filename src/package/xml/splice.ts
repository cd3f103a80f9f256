/** A piece of text to put in place of [start, end). */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies splices to a text. At one place insertions come first and keep their order; a splice inside an earlier one is
 * dropped.
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const splice of [...splices].sort(inOrder)) {
    if (splice.start < at) continue;
    pieces.push(text.slice(at, splice.start), splice.text);
    at = splice.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

function inOrder(a: Splice, b: Splice): number {
  return a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start);
}
