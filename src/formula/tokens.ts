/** One piece of a formula; the texts of all tokens joined give the formula again. */
export interface FormulaToken {
  readonly kind:
    'text' | 'sheet' | 'bracket' | 'error' | 'columns' | 'rows' | 'cell' | 'name' | 'number' | 'space' | 'other';
  readonly text: string;
}

const WORD = String.raw`[\p{L}\p{N}_.\\?$]`;
const PATTERNS: readonly (readonly [FormulaToken['kind'], RegExp])[] = [
  ['space', /\s+/uy],
  ['error', /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|[A-Z_]{1,20}!)/iuy],
  ['columns', /\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\p{L}\p{N}_.\\?$(!])/iuy],
  ['rows', /\$?\d{1,7}:\$?\d{1,7}(?![\p{L}\p{N}_.\\?$!])/uy],
  ['cell', /\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?![\p{L}\p{N}_.\\?$(!])/iuy],
  // Bounded, or a hostile formula would be scanned once for each of its characters.
  ['sheet', new RegExp(`[\\p{L}\\p{N}_\\\\]${WORD}{0,64}(?::${WORD}{1,64})?!`, 'uy')],
  ['name', new RegExp(`[\\p{L}_\\\\]${WORD}*`, 'uy')],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iuy],
];

/** Splits a formula (without "=") into tokens in linear time; never fails: what is not understood is 'other'. */
export function tokenize(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  for (let at = 0; at < formula.length;) {
    const token = delimitedAt(formula, at) ?? tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function delimitedAt(formula: string, at: number): FormulaToken | undefined {
  const mark = formula[at];
  if (mark === '[') return bracketAt(formula, at);
  return mark === '"' || mark === "'" ? quotedAt(formula, at, mark) : undefined;
}

function tokenAt(formula: string, at: number): FormulaToken {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (text) return { kind, text };
  }
  return { kind: 'other', text: formula.charAt(at) };
}

/** A quoted text, or a quoted sheet name with its "!"; a quote inside is doubled. */
function quotedAt(formula: string, start: number, quote: '"' | "'"): FormulaToken {
  let end = formula.indexOf(quote, start + 1);
  while (end >= 0 && formula[end + 1] === quote) end = formula.indexOf(quote, end + 2);
  if (end < 0) return { kind: 'other', text: formula.slice(start) };
  if (quote === '"') return { kind: 'text', text: formula.slice(start, end + 1) };
  return formula[end + 1] === '!'
    ? { kind: 'sheet', text: formula.slice(start, end + 2) }
    : { kind: 'other', text: formula.slice(start, end + 1) };
}

/** Structured references nest ("[[#This Row],[a]]") and escape with an apostrophe ("['[x]"). */
function bracketAt(formula: string, start: number): FormulaToken {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    const mark = formula[at];
    if (mark === "'") at++;
    else if (mark === '[') depth++;
    else if (mark === ']' && --depth === 0) return { kind: 'bracket', text: formula.slice(start, at + 1) };
  }
  return { kind: 'other', text: formula.slice(start) };
}
