import { any, binary, call, cell, number, range, text, when, type FormulaTree, type FormulaValue } from './formulaTree';
import { FORMULA_LIMITS, nestingOf, writeFormula } from './writeFormula';

/** What is added up once for each group of rows: a table whose lines are looked up by every row. */
export interface TotalsTable {
  /** The name of the cell that tells a row's group. */
  readonly key: string;
  /** The groups there are, a line each. */
  readonly names: { readonly name: string; readonly values: readonly FormulaValue[] };
  /** Which line is a row's own: 0 for a group that has none yet, below for a row without a group. */
  readonly line: { readonly name: string; readonly tree: FormulaTree };
  /** What each line of the table holds, of the group whose name stands in it. */
  readonly totals: readonly { readonly name: string; readonly tree: FormulaTree }[];
}

/** Formulas that look their sums up, and the table that holds these. */
export interface SummedOnce {
  readonly trees: readonly FormulaTree[];
  readonly table?: TotalsTable;
}

/** As long as an address of a large sheet. */
const LONG = { cell: 'AAA99999', range: '$AAA$99999:$AAA$99999' } as const;

/**
 * Takes what formulas ask of whole columns for a row's group into a table where it is asked once for each group: a sum over the whole
 * column in every row is a square of the rows. A group that somebody typed later has no line yet, and its rows ask the columns
 * themselves, as before. Formulas that would become too long or too deep stay as they are, all of them.
 */
export function onceByGroup(
  trees: readonly FormulaTree[],
  { key, groups, nameOf }: { key: string; groups: readonly FormulaValue[]; nameOf: (part: string) => string },
): SummedOnce {
  const [names, line] = [nameOf('names'), nameOf('line')];
  const found = new Map<string, { readonly name: string; readonly tree: FormulaTree }>();
  const taken = (tree: FormulaTree): FormulaTree => {
    if (tree.kind === 'binary') return { ...tree, left: taken(tree.left), right: taken(tree.right) };
    if (tree.kind !== 'call') return tree;
    if (!isOfGroup(tree, key)) return { ...tree, args: tree.args.map(taken) };
    const said = JSON.stringify(tree);
    const total = found.get(said) ?? { name: nameOf(String(found.size + 1)), tree };
    found.set(said, total);
    return lookedUp(tree, total.name, line);
  };
  const once = trees.map(taken);
  if (found.size === 0 || groups.length === 0 || !once.every(isSayable)) return { trees };
  const totals = [...found.values()].map(({ name, tree }) => ({ name, tree: withCell(tree, key, names) }));
  const place = call('MATCH', cell(key), range(names), number(0));
  const none = any(binary(cell(key), '=', text('')), binary(cell(key), '=', number(0)));
  const tree = when(none, number(-1), when(call('ISERROR', place), number(0), place));
  return {
    trees: once,
    table: { key, names: { name: names, values: groups }, line: { name: line, tree }, totals },
  };
}

/** A row without a group asks for nothing of one. */
function lookedUp(tree: FormulaTree, total: string, line: string): FormulaTree {
  const found = when(binary(cell(line), '=', number(0)), tree, call('INDEX', range(total), cell(line)));
  return when(binary(cell(line), '<', number(0)), number(0), found);
}

/** Whether a call looks at whole columns, and of the row at nothing but its group. */
function isOfGroup(tree: FormulaTree, key: string): boolean {
  if (tree.kind !== 'call' || (tree.name !== 'SUMIFS' && tree.name !== 'COUNTIFS')) return false;
  const cells = cellsIn(tree);
  return cells.length > 0 && cells.every((own) => own === key);
}

function isSayable(tree: FormulaTree): boolean {
  const written = writeFormula(tree, (_, kind) => LONG[kind]);
  return written.length < FORMULA_LIMITS.characters && nestingOf(tree) < FORMULA_LIMITS.nesting;
}

function cellsIn(tree: FormulaTree): string[] {
  if (tree.kind === 'cell') return [tree.name];
  if (tree.kind === 'binary') return [...cellsIn(tree.left), ...cellsIn(tree.right)];
  return tree.kind === 'call' ? tree.args.flatMap(cellsIn) : [];
}

function withCell(tree: FormulaTree, name: string, other: string): FormulaTree {
  if (tree.kind === 'cell') return tree.name === name ? cell(other) : tree;
  if (tree.kind === 'binary')
    return { ...tree, left: withCell(tree.left, name, other), right: withCell(tree.right, name, other) };
  return tree.kind === 'call' ? { ...tree, args: tree.args.map((arg) => withCell(arg, name, other)) } : tree;
}
