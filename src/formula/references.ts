import { parseArea, unquotedSheet } from '../sheet/address';
import type { Area } from '../sheet/area';
import { tokenize, type FormulaToken } from './tokens';

/** Cells that a formula names; `sheet` where it says one. */
export interface Reference {
  readonly sheet?: string;
  readonly area: Area;
}

/** The cells and ranges of cells that a formula names, in their order; whole rows and columns, names and tables are left out. */
export function referencesIn(formula: string): Reference[] {
  const tokens = tokenize(formula);
  return tokens.flatMap(({ kind, text }, at): Reference[] => {
    if (kind !== 'cell' || isCorner(tokens, at)) return [];
    const end = isCorner(tokens, at + 2) ? `:${tokens[at + 2]?.text ?? ''}` : '';
    const area = parseArea(text + end);
    const sheet = sheetBefore(tokens, at);
    return area ? [sheet === undefined ? { area } : { sheet, area }] : [];
  });
}

/** Whether the token is the second corner of a range. */
function isCorner(tokens: readonly FormulaToken[], at: number): boolean {
  return tokens[at]?.kind === 'cell' && tokens[at - 1]?.text === ':' && tokens[at - 2]?.kind === 'cell';
}

/** The sheet that a reference says it is on: "a!", "'a b'!"; a span of sheets and a sheet of another file as they are written. */
export function sheetBefore(tokens: readonly FormulaToken[], at: number): string | undefined {
  const start = isCorner(tokens, at) ? at - 2 : at;
  const token = tokens[start - 1];
  if (token?.kind !== 'sheet') return undefined;
  const name = unquotedSheet(token.text.slice(0, -1));
  const file = tokens[start - 2];
  return file?.kind === 'bracket' ? file.text + name : name;
}
