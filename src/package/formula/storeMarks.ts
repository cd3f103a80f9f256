import type { FormulaToken } from '../../formula/tokens';
import { closingIndexes, nextIndex } from '../../formula/tokenWalk';

const REFERENCES: ReadonlySet<FormulaToken['kind']> = new Set(['cell', 'name', 'columns', 'rows', 'bracket']);
const other = (text: string): FormulaToken => ({ kind: 'other', text });
const call = (name: string, inner: readonly FormulaToken[]): FormulaToken[] => [
  other(`_xlfn.${name}(`),
  ...inner,
  other(')'),
];

/** Writes A1# as ANCHORARRAY(A1) and @A1 as SINGLE(A1), which is how a file stores them. */
export function storeMarks(tokens: readonly FormulaToken[]): FormulaToken[] {
  const out: FormulaToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as FormulaToken;
    if (token.kind === 'other' && token.text === '#') storeSpill(out);
    else if (token.kind === 'other' && token.text === '@') at = storeSingle(tokens, at, out);
    else out.push(token);
  }
  return out;
}

function storeSpill(out: FormulaToken[]): void {
  const last = out.at(-1);
  if (!last || !REFERENCES.has(last.kind)) {
    out.push(other('#'));
    return;
  }
  const operand = out.splice(out.at(-2)?.kind === 'sheet' ? -2 : -1);
  out.push(...call('ANCHORARRAY', operand));
}

/** Returns the index of the operand's last token. */
function storeSingle(tokens: readonly FormulaToken[], at: number, out: FormulaToken[]): number {
  const end = operandEnd(tokens, nextIndex(tokens, at + 1));
  out.push(...call('SINGLE', storeMarks(tokens.slice(at + 1, end))));
  return end - 1;
}

/** The end (exclusive) of the reference, call or bracketed expression that starts at `start`. */
function operandEnd(tokens: readonly FormulaToken[], start: number): number {
  let at = start;
  if (tokens[at]?.kind === 'sheet') at++;
  if (tokens[at]?.text !== '(') at++;
  if (tokens[at]?.text === '(') at = (closingIndexes(tokens).get(at) ?? at) + 1;
  if (tokens[at]?.kind === 'bracket') at++;
  return tokens[at]?.text === ':' ? operandEnd(tokens, at + 1) : Math.min(at, tokens.length);
}
