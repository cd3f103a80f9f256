import type { FormulaOperator, FormulaTree, FormulaValue } from './formulaTree';
import { ColumnLooks } from './overColumns';

/** The cells of one row and the columns of the sheet, by the names a formula uses. */
export interface FormulaCells {
  readonly cell: (name: string) => FormulaValue;
  readonly range: (name: string) => readonly FormulaValue[];
  /** What was found in whole columns, for all rows that ask. */
  readonly looks?: ColumnLooks;
}

/**
 * What a spreadsheet gives for a formula of ours: the check before a formula is written, independent of the kernel that made the
 * number it is held against. Only what `FormulaTree` can say is needed; an error anywhere is the whole answer, save in an
 * untaken side of IF and CHOOSE.
 */
export function formulaAnswer(tree: FormulaTree, cells: FormulaCells): FormulaValue {
  switch (tree.kind) {
    case 'cell':
      return cells.cell(tree.name);
    case 'range':
    case 'list':
      return '#VALUE!';
    case 'number':
    case 'text':
    case 'truth':
      return tree.value;
    case 'binary':
      return operation(tree.op, formulaAnswer(tree.left, cells), formulaAnswer(tree.right, cells));
    case 'call':
      return called(tree, cells);
  }
}

function isError(value: FormulaValue): boolean {
  return typeof value === 'string' && /^#[A-Z]/.test(value);
}

function operation(op: FormulaOperator, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (op === '&') return textOf(left) + textOf(right);
  if (op === '+' || op === '-' || op === '*' || op === '/') return arithmetic(op, asNumber(left), asNumber(right));
  const order = compared(left, right);
  if (op === '=') return order === 0;
  if (op === '<>') return order !== 0;
  if (op === '<') return order < 0;
  if (op === '<=') return order <= 0;
  return op === '>' ? order > 0 : order >= 0;
}

function textOf(value: FormulaValue): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** A blank or empty text in arithmetic is #VALUE! from a formula and 0 from a blank cell: our formulas ask first, so both are wrong. */
function asNumber(value: FormulaValue): number {
  return typeof value === 'number' ? value : NaN;
}

function arithmetic(op: string, a: number, b: number): FormulaValue {
  if (Number.isNaN(a) || Number.isNaN(b)) return '#VALUE!';
  if (op === '/') return b === 0 ? '#DIV/0!' : a / b;
  return op === '+' ? a + b : op === '-' ? a - b : a * b;
}

/** Spreadsheets order any number below any text, and texts without regard to case. */
function compared(left: FormulaValue, right: FormulaValue): number {
  const [a, b] = [rankOf(left), rankOf(right)];
  if (a !== b) return a - b;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [one, other] = [textOf(left).toUpperCase(), textOf(right).toUpperCase()];
  return one === other ? 0 : one < other ? -1 : 1;
}

function rankOf(value: FormulaValue): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function called({ name, args }: FormulaTree & { kind: 'call' }, cells: FormulaCells): FormulaValue {
  if (name === 'SUMIFS' || name === 'COUNTIFS') return overColumns(name, args, cells);
  const [only] = args;
  if (only?.kind === 'range' && (name === 'MIN' || name === 'MAX')) return looksOf(cells).end(name, only.name);
  if (only?.kind === 'range' && name === 'SUM') return looksOf(cells).total(only.name, []);
  const at = (index: number): FormulaValue => {
    const arg = args[index];
    return arg ? formulaAnswer(arg, cells) : false;
  };
  if (only?.kind === 'range' && name === 'INDEX') return cells.range(only.name)[Number(at(1)) - 1] ?? '#REF!';
  if (name === 'MATCH') return placeIn(args[1], at(0), cells);
  if (name === 'IF' || name === 'CHOOSE') {
    const chosen = at(0);
    if (isError(chosen)) return chosen;
    return at(name === 'IF' ? (chosen === true ? 1 : 2) : Number(chosen));
  }
  if (name === 'SUMPRODUCT') return sumOfProducts(args, cells);
  const values = args.map((_, index) => at(index));
  const error = values.find(isError);
  if (name === 'ISERROR') return error !== undefined;
  if (error !== undefined) return error;
  if (name === 'AND') return values.every((value) => value === true);
  if (name === 'OR') return values.some((value) => value === true);
  if (name === 'NOT') return values[0] !== true;
  if (name === 'MID')
    return textOf(values[0] ?? '').slice(Number(values[1]) - 1, Number(values[1]) - 1 + Number(values[2]));
  if (name === 'LEN' || name === 'FIND' || name === 'UPPER' || name === 'SUBSTITUTE')
    return ofText(name, values.map(textOf));
  const numbers = values.map(asNumber);
  return numbers.some(Number.isNaN) ? '#VALUE!' : numeric(name, numbers);
}

/** Errors have been looked for already; every occurrence is replaced. */
function ofText(
  name: 'LEN' | 'FIND' | 'UPPER' | 'SUBSTITUTE',
  [first = '', second = '', third = '']: string[],
): FormulaValue {
  if (name === 'LEN') return first.length;
  if (name === 'UPPER') return first.toUpperCase();
  if (name === 'SUBSTITUTE') return first.replaceAll(second, third);
  const place = second.indexOf(first);
  return place < 0 ? '#VALUE!' : place + 1;
}

/** Σ over the places of the lists inside of the factors. */
function sumOfProducts(factors: readonly FormulaTree[], cells: FormulaCells): FormulaValue {
  const places = Math.max(1, ...factors.map(listLength));
  let sum = 0;
  for (let place = 0; place < places; place++) {
    let product = 1;
    for (const factor of factors) {
      const value = formulaAnswer(atPlace(factor, place), cells);
      if (isError(value)) return value;
      product *= asNumber(value);
    }
    sum += product;
  }
  return sum;
}

function listLength(tree: FormulaTree): number {
  if (tree.kind === 'list') return tree.values.length;
  if (tree.kind === 'binary') return Math.max(listLength(tree.left), listLength(tree.right));
  return tree.kind === 'call' ? Math.max(0, ...tree.args.map(listLength)) : 0;
}

function atPlace(tree: FormulaTree, place: number): FormulaTree {
  if (tree.kind === 'list') return { kind: 'number', value: tree.values[place] ?? NaN };
  if (tree.kind === 'binary') return { ...tree, left: atPlace(tree.left, place), right: atPlace(tree.right, place) };
  return tree.kind === 'call' ? { ...tree, args: tree.args.map((arg) => atPlace(arg, place)) } : tree;
}

function numeric(name: string, [first = NaN, second = 0, ...more]: readonly number[]): FormulaValue {
  if (name === 'ABS') return Math.abs(first);
  if (name === 'INT') return Math.floor(first);
  if (name === 'MOD') return first - second * Math.floor(first / second);
  if (name === 'EDATE') return monthsLater(first, second);
  if (name === 'MIN') return Math.min(first, second, ...more);
  if (name === 'MAX') return Math.max(first, second, ...more);
  const scale = 10 ** second;
  return (Math.sign(first) * Math.round(Math.abs(first) * scale)) / scale;
}

/** The same day of another month, or its last. */
function monthsLater(serial: number, months: number): number {
  const day = new Date((serial - 25_569) * 86_400_000);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(day.getUTCDate(), last)) / 86_400_000 + 25_569;
}

function overColumns(name: string, args: readonly FormulaTree[], cells: FormulaCells): FormulaValue {
  const nameOf = (arg: FormulaTree | undefined) => (arg?.kind === 'range' ? arg.name : '');
  const pairs = args.slice(name === 'SUMIFS' ? 1 : 0);
  const criteria = pairs.flatMap((arg, index) => {
    const wanted = pairs[index + 1];
    return index % 2 === 1 || !wanted ? [] : [{ column: nameOf(arg), wanted: formulaAnswer(wanted, cells) }];
  });
  return looksOf(cells).total(name === 'SUMIFS' ? nameOf(args[0]) : undefined, criteria);
}

/** The first place of a value in a column, from 1 on; texts without regard to case. */
function placeIn(column: FormulaTree | undefined, wanted: FormulaValue, { range }: FormulaCells): FormulaValue {
  if (isError(wanted)) return wanted;
  const values = column?.kind === 'range' ? range(column.name) : [];
  const place = values.findIndex((value) => compared(value, wanted) === 0);
  return place < 0 ? '#N/A' : place + 1;
}

function looksOf({ looks, range }: FormulaCells): ColumnLooks {
  return looks ?? new ColumnLooks(range);
}
