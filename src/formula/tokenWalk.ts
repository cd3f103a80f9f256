import type { FormulaToken } from './tokens';

/** The first index from `at` on that is no space. */
export function nextIndex(tokens: readonly FormulaToken[], at: number): number {
  return tokens[at]?.kind === 'space' ? at + 1 : at;
}

/** For each "(" that is closed, the index of its ")". */
export function closingIndexes(tokens: readonly FormulaToken[]): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'other') return;
    if (token.text === '(') open.push(at);
    const start = token.text === ')' ? open.pop() : undefined;
    if (start !== undefined) closing.set(start, at);
  });
  return closing;
}

/** Where each argument of the call between the brackets at `open` and `close` begins and ends (exclusive). */
export function argumentRanges(tokens: readonly FormulaToken[], open: number, close: number): [number, number][] {
  const ranges: [number, number][] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open + 1; at <= close; at++) {
    const text = tokens[at]?.kind === 'other' ? tokens[at]?.text : undefined;
    if (at === close || (text === ',' && depth === 0)) {
      ranges.push([start, at]);
      start = at + 1;
    } else if (text === '(' || text === '{') depth++;
    else if (text === ')' || text === '}') depth--;
  }
  return ranges;
}
