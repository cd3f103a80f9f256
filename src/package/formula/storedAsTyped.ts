import { futurePrefix } from './futureFunctions';

const DOT = 46;
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

/**
 * Whether a formula surely is stored as it is typed: it calls nothing but functions of 2007 and has no structured reference,
 * spill or single mark. A hundred thousand formulas of a batch of copies are such; they need no tokens.
 */
export function storedAsTyped(formula: string, addinFunctions: ReadonlySet<string>): boolean {
  if (/[[#@]/.test(formula) && /[[#@]/.test(formula.replace(QUOTED, ''))) return false;
  for (let open = formula.indexOf('('); open >= 0; open = formula.indexOf('(', open + 1)) {
    const name = nameBefore(formula, open);
    if (name === undefined || needsMore(name.toUpperCase(), addinFunctions)) return false;
  }
  return true;
}

function needsMore(name: string, addinFunctions: ReadonlySet<string>): boolean {
  return name !== '' && (futurePrefix(name) !== '' || addinFunctions.has(name));
}

/** The plain name that ends at a bracket, '' for none; undefined where only the tokens can tell. */
function nameBefore(formula: string, end: number): string | undefined {
  let start = end;
  while (start > 0 && isPlain(formula.charCodeAt(start - 1))) start--;
  const before = formula.charCodeAt(start - 1);
  if (start > 0 && (before > 126 || /[\s\w\\?$]/.test(formula.charAt(start - 1)))) return undefined;
  return formula.charCodeAt(start) === DOT ? undefined : formula.slice(start, end);
}

function isPlain(code: number): boolean {
  return code === DOT || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
