/** Functions that Excel 2010, WPS and LibreOffice all calculate. */
export type ClassicFunction =
  | ('IF' | 'AND' | 'OR' | 'NOT' | 'CHOOSE' | 'ISERROR')
  | ('MID' | 'LEN' | 'FIND' | 'UPPER' | 'SUBSTITUTE')
  | ('ABS' | 'ROUND' | 'INT' | 'MOD' | 'MIN' | 'MAX' | 'SUM' | 'SUMIFS' | 'COUNTIFS' | 'SUMPRODUCT' | 'EDATE')
  | ('INDEX' | 'MATCH');

/** What a cell holds or a formula gives; '' stands for a blank cell too. An error is a text beginning with #. */
export type FormulaValue = number | string | boolean;

export type FormulaOperator = '=' | '<>' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '&';

/** A classic formula before its cells have addresses: a `cell` is one of the row or a parameter, a `range` a whole column. */
export type FormulaTree =
  | { readonly kind: 'cell' | 'range'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  /** {1,2,3}: only inside of SUMPRODUCT, which goes through it number by number. */
  | { readonly kind: 'list'; readonly values: readonly number[] }
  | { readonly kind: 'call'; readonly name: ClassicFunction; readonly args: readonly FormulaTree[] }
  | { readonly kind: 'binary'; readonly op: FormulaOperator; readonly left: FormulaTree; readonly right: FormulaTree };

export const cell = (name: string): FormulaTree => ({ kind: 'cell', name });
export const range = (name: string): FormulaTree => ({ kind: 'range', name });
export const number = (value: number): FormulaTree => ({ kind: 'number', value });
export const text = (value: string): FormulaTree => ({ kind: 'text', value });
export const list = (values: readonly number[]): FormulaTree => ({ kind: 'list', values });
export const truth = (value: boolean): FormulaTree => ({ kind: 'truth', value });
export const binary = (left: FormulaTree, op: FormulaOperator, right: FormulaTree): FormulaTree => ({
  kind: 'binary',
  op,
  left,
  right,
});
export const call = (name: ClassicFunction, ...args: FormulaTree[]): FormulaTree => ({ kind: 'call', name, args });

/** A condition that always comes out the same, or undefined. */
function known(tree: FormulaTree): boolean | undefined {
  return tree.kind === 'truth' ? tree.value : undefined;
}

/** AND without what is always true; one part alone needs no AND. */
export function all(...parts: readonly FormulaTree[]): FormulaTree {
  if (parts.some((part) => known(part) === false)) return truth(false);
  return joined('AND', true, parts);
}

/** OR without what is always false. */
export function any(...parts: readonly FormulaTree[]): FormulaTree {
  if (parts.some((part) => known(part) === true)) return truth(true);
  return joined('OR', false, parts);
}

function joined(name: 'AND' | 'OR', neutral: boolean, parts: readonly FormulaTree[]): FormulaTree {
  const open = distinct(parts.filter((part) => known(part) === undefined));
  const [first, ...rest] = open;
  if (!first) return truth(neutral);
  return rest.length === 0 ? first : call(name, ...open);
}

function distinct(parts: readonly FormulaTree[]): FormulaTree[] {
  return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
}

/** NOT, taken into a comparison of equality. */
export function no(part: FormulaTree): FormulaTree {
  const value = known(part);
  if (value !== undefined) return truth(!value);
  if (part.kind === 'binary' && part.op === '=') return { ...part, op: '<>' };
  if (part.kind === 'binary' && part.op === '<>') return { ...part, op: '=' };
  return call('NOT', part);
}

/** IF, without the condition where it is always the same. */
export function when(condition: FormulaTree, then: FormulaTree, otherwise: FormulaTree): FormulaTree {
  const value = known(condition);
  if (value !== undefined) return value ? then : otherwise;
  return call('IF', condition, then, otherwise);
}
