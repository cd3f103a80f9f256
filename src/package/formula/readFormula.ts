import { tokenize, type FormulaToken } from '../../formula/tokens';
import { closingIndexes, nextIndex } from '../../formula/tokenWalk';

const ADDIN_PREFIX = '_xldudf_';
const HIDDEN_PREFIX = /^(?:_xlfn\.|_xlws\.|_xlpm\.|_xleta\.)+/i;
const MARKS: Readonly<Record<string, '#' | '@'>> = { '_XLFN.ANCHORARRAY': '#', '_XLFN.SINGLE': '@' };

/** A stored formula as a person types it: hidden prefixes gone, A1# and @ written as marks, our add-in's functions by their own names. */
export function readFormula(stored: string, addinFunctions: ReadonlySet<string>): string {
  if (!/_xl/i.test(stored)) return stored;
  const tokens = tokenize(stored);
  const texts = tokens.map((token) => (token.kind === 'name' ? readName(token.text, addinFunctions) : token.text));
  unwrapMarks(tokens, texts);
  return texts.join('');
}

function readName(stored: string, addinFunctions: ReadonlySet<string>): string {
  const name = stored.replace(HIDDEN_PREFIX, '');
  if (/^_xlop\./i.test(name)) return `[${name.slice(6)}]`;
  if (!name.toLowerCase().startsWith(ADDIN_PREFIX)) return name;
  const own = name.slice(ADDIN_PREFIX.length);
  return addinFunctions.has(own.toUpperCase()) ? own : stored;
}

/** ANCHORARRAY(A1) is how A1# is stored, and SINGLE(A1) how @A1 is. */
function unwrapMarks(tokens: readonly FormulaToken[], texts: string[]): void {
  const closing = closingIndexes(tokens);
  tokens.forEach((token, at) => {
    const mark = token.kind === 'name' ? MARKS[token.text.toUpperCase()] : undefined;
    const open = nextIndex(tokens, at + 1);
    const close = closing.get(open);
    if (mark === undefined || close === undefined) return;
    texts[at] = mark === '@' ? '@' : '';
    texts[open] = '';
    texts[close] = mark === '#' ? '#' : '';
  });
}
