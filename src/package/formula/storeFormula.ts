import { futurePrefix } from './futureFunctions';
import { scopedNames } from './scopedNames';
import { storedAsTyped } from './storedAsTyped';
import { storeMarks } from './storeMarks';
import { tokenize, type FormulaToken } from '../../formula/tokens';
import { nextIndex } from '../../formula/tokenWalk';

/** What a formula needs to know of its surroundings to be stored. */
export interface StoreContext {
  /** Upper-case names of our add-in's functions. */
  readonly addinFunctions: ReadonlySet<string>;
  /** The table the cell lies in, for [@column] without a table name. */
  readonly table?: string;
}

/** The inverse of readFormula: newer functions, LET and LAMBDA names and our add-in's functions get their hidden prefixes. */
export function storeFormula(formula: string, context: StoreContext): string {
  const text = formula.replace(/^=/, '');
  return storedAsTyped(text, context.addinFunctions) ? text : storePlainly(text, context);
}

/** The same token by token, whatever the formula calls. */
export function storePlainly(formula: string, context: StoreContext): string {
  const typed = tokenize(formula.replace(/^=/, ''));
  const tokens = storeMarks(storeThisRow(typed, context.table));
  const scoped = scopedNames(tokens);
  return tokens.map((token, index) => storeName(tokens, index, { scoped, context }) ?? token.text).join('');
}

function storeName(
  tokens: readonly FormulaToken[],
  index: number,
  { scoped, context }: { scoped: ReadonlyMap<number, string>; context: StoreContext },
): string | undefined {
  const own = scoped.get(index);
  const token = tokens[index];
  if (own !== undefined || token?.kind !== 'name') return own;
  if (tokens[nextIndex(tokens, index + 1)]?.text !== '(') return undefined;
  const upper = token.text.toUpperCase();
  return context.addinFunctions.has(upper) ? `_xldudf_${upper}` : futurePrefix(upper) + token.text;
}

/** [@a] is a way of typing [[#This Row],[a]], and outside a table's name the file wants that name. */
function storeThisRow(tokens: readonly FormulaToken[], table: string | undefined): FormulaToken[] {
  return tokens.map((token, index) => {
    if (token.kind !== 'bracket' || !/^\[\s*@/.test(token.text)) return token;
    const column = token.text.replace(/^\[\s*@\s*/, '').slice(0, -1);
    const inner = column === '' ? '[#This Row]' : `[[#This Row],${column.startsWith('[') ? column : `[${column}]`}]`;
    const named = tokens[index - 1]?.kind === 'name';
    return { kind: 'bracket', text: named ? inner : `${table ?? ''}${inner}` };
  });
}
