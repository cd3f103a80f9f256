import { quoteSheet, unquotedSheet } from '../sheet/address';
import { tokenize, type FormulaToken } from './tokens';

/** New names by the old ones in lower case; undefined for a sheet that is gone. */
export type SheetRenames = ReadonlyMap<string, string | undefined>;

/** A formula with sheets renamed; references to a sheet that is gone become #REF!. */
export function renameSheets(formula: string, renames: SheetRenames): string {
  if (!formula.includes('!')) return formula;
  const tokens = tokenize(formula);
  const out: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text } = tokens[at] as FormulaToken;
    // "[1]Sheet1!A1" is a sheet of another file.
    const own = kind === 'sheet' && tokens[at - 1]?.kind !== 'bracket';
    out.push(own ? renameQualifier(text, renames) : text);
    if (own && isGone(text, renames)) at = skipReference(tokens, at + 1) - 1;
  }
  return out.join('');
}

/** The index after the reference at `at`: "A1", "A1:B2", "A:B" or a name. */
function skipReference(tokens: readonly FormulaToken[], at: number): number {
  return tokens[at + 1]?.text === ':' && tokens[at + 2]?.kind === 'cell' ? at + 3 : at + 1;
}

function renameQualifier(text: string, renames: SheetRenames): string {
  const names = namesOf(text);
  if (!names.some((name) => renames.has(name.toLowerCase()))) return text;
  if (isGone(text, renames)) return '#REF!';
  const renamed = names.map((name) => renames.get(name.toLowerCase()) ?? name);
  if (renamed.length === 1) return `${quoteSheet(renamed[0] ?? '')}!`;
  const quoted = renamed.some((name) => quoteSheet(name) !== name);
  return quoted ? `'${renamed.map((name) => name.replaceAll("'", "''")).join(':')}'!` : `${renamed.join(':')}!`;
}

function isGone(text: string, renames: SheetRenames): boolean {
  return namesOf(text).some((name) => renames.has(name.toLowerCase()) && renames.get(name.toLowerCase()) === undefined);
}

/** "a!", "'a b'!" or "a:c!" (a span of sheets) as names. */
function namesOf(qualifier: string): string[] {
  return unquotedSheet(qualifier.slice(0, -1)).split(':');
}
