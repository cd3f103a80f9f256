import type { FormulaToken } from '../../formula/tokens';
import { argumentRanges, closingIndexes, nextIndex } from '../../formula/tokenWalk';

/** The tokens, by index, that are names LET or LAMBDA declare or uses of them, with the text they are stored as ("_xlpm.x"). */
export function scopedNames(tokens: readonly FormulaToken[]): Map<number, string> {
  const stored = new Map<number, string>();
  const closing = closingIndexes(tokens);
  tokens.forEach((token, index) => {
    const call = token.kind === 'name' ? token.text.toUpperCase() : '';
    if (call !== 'LET' && call !== 'LAMBDA') return;
    const open = nextIndex(tokens, index + 1);
    const close = closing.get(open);
    if (close !== undefined) storeScope(tokens, { call, open, close }, stored);
  });
  return stored;
}

function storeScope(
  tokens: readonly FormulaToken[],
  { call, open, close }: { call: 'LET' | 'LAMBDA'; open: number; close: number },
  stored: Map<number, string>,
): void {
  const declared = new Set<string>();
  argumentRanges(tokens, open, close)
    .slice(0, -1)
    .forEach(([start, end], position) => {
      if (call === 'LET' && position % 2 === 1) return;
      const at = nextIndex(tokens, start);
      if (nextIndex(tokens, at + 1) < end) return;
      declare(tokens[at], at, { declared, stored });
    });
  markUses(tokens, { open, close, declared }, stored);
}

function declare(
  token: FormulaToken | undefined,
  at: number,
  { declared, stored }: { declared: Set<string>; stored: Map<number, string> },
): void {
  if (token?.kind === 'name') declared.add(token.text.toUpperCase());
  if (token?.kind !== 'bracket') return;
  // An optional parameter of LAMBDA, typed [x].
  const name = token.text.slice(1, -1);
  declared.add(name.toUpperCase());
  stored.set(at, `_xlop.${name}`);
}

function markUses(
  tokens: readonly FormulaToken[],
  { open, close, declared }: { open: number; close: number; declared: ReadonlySet<string> },
  stored: Map<number, string>,
): void {
  for (let at = open; at < close; at++) {
    const token = tokens[at];
    if (token?.kind !== 'name' || tokens[at - 1]?.kind === 'sheet') continue;
    if (declared.has(token.text.toUpperCase())) stored.set(at, `_xlpm.${token.text}`);
  }
}
