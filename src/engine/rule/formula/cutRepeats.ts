import { cell, type FormulaTree } from './formulaTree';
import { lengthOf } from './writeFormula';

/** A part of a formula in a cell of its own. */
export interface FormulaPart {
  readonly name: string;
  readonly tree: FormulaTree;
}

/** A formula whose repeated parts stand in cells of their own; a part may refer to those before it in the list. */
export interface CutFormula {
  readonly tree: FormulaTree;
  readonly parts: readonly FormulaPart[];
}

/** More columns than this would not be read by anybody. */
const MOST_PARTS = 4;
/** Shorter conditions are not worth a column. */
const LEAST_LENGTH = 60;

/**
 * Takes conditions that a long formula says several times into cells of their own, the longest first, until the formula is `enough`
 * characters or nothing is said twice. Only AND, OR and NOT go: they are answered in every row anyway, so nothing that IF keeps from
 * being an error is answered now.
 */
export function cutRepeats(tree: FormulaTree, enough: number, nameOf: (part: number) => string): CutFormula {
  let cut: CutFormula = { tree, parts: [] };
  while (lengthOf(cut.tree) > enough && cut.parts.length < MOST_PARTS) {
    const repeated = mostRepeated(cut.tree);
    if (!repeated) break;
    const name = nameOf(cut.parts.length + 1);
    cut = { tree: replaced(cut.tree, JSON.stringify(repeated), name), parts: [...cut.parts, { name, tree: repeated }] };
  }
  return cut;
}

function mostRepeated(tree: FormulaTree): FormulaTree | undefined {
  const seen = new Map<string, { readonly part: FormulaTree; count: number }>();
  for (const part of partsOf(tree)) {
    if (part.kind !== 'call' || !['AND', 'OR', 'NOT'].includes(part.name)) continue;
    const key = JSON.stringify(part);
    const known = seen.get(key);
    if (known) known.count += 1;
    else if (lengthOf(part) >= LEAST_LENGTH) seen.set(key, { part, count: 1 });
  }
  let best: { readonly part: FormulaTree; readonly saved: number } | undefined;
  for (const { part, count } of seen.values()) {
    const saved = count > 1 ? (count - 1) * lengthOf(part) : 0;
    if (saved > (best?.saved ?? 0)) best = { part, saved };
  }
  return best?.part;
}

function* partsOf(tree: FormulaTree): Generator<FormulaTree> {
  yield tree;
  if (tree.kind === 'binary') {
    yield* partsOf(tree.left);
    yield* partsOf(tree.right);
  }
  if (tree.kind === 'call') for (const arg of tree.args) yield* partsOf(arg);
}

function replaced(tree: FormulaTree, key: string, name: string): FormulaTree {
  if (tree.kind === 'binary')
    return { ...tree, left: replaced(tree.left, key, name), right: replaced(tree.right, key, name) };
  if (tree.kind !== 'call') return tree;
  if (JSON.stringify(tree) === key) return cell(name);
  return { ...tree, args: tree.args.map((arg) => replaced(arg, key, name)) };
}
