import type { FormulaOperator, FormulaTree } from './formulaTree';

const BINDS: Readonly<Record<FormulaOperator, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
};

/** Excel's own limits: a formula's characters and how deep its functions may stand in each other. */
export const FORMULA_LIMITS = { characters: 8192, nesting: 64 } as const;

/** A formula's text without "=", its cells and ranges as `addressOf` gives them. */
export function writeFormula(tree: FormulaTree, addressOf: (name: string, kind: 'cell' | 'range') => string): string {
  switch (tree.kind) {
    case 'cell':
    case 'range':
      return addressOf(tree.name, tree.kind);
    case 'number':
      return tree.value < 0 ? `(${numberText(tree.value)})` : numberText(tree.value);
    case 'text':
      return `"${tree.value.replaceAll('"', '""')}"`;
    case 'list':
      return `{${tree.values.map(numberText).join(',')}}`;
    case 'truth':
      return tree.value ? 'TRUE' : 'FALSE';
    case 'call':
      return `${tree.name}(${tree.args.map((arg) => writeFormula(arg, addressOf)).join(',')})`;
    case 'binary': {
      const { op } = tree;
      const left = side(tree.left, BINDS[op], addressOf);
      return `${left}${op}${side(tree.right, BINDS[op] + 1, addressOf)}`;
    }
  }
}

/** No formula holds this character. */
const ROW_GAP = '\u0000';

/**
 * The formula of any line, counted from 0, with "=": `addressOf` is given the row's number as a text. Rows differ in nothing but their
 * number, so it is written once, with gaps for it.
 */
export function formulaByLine(
  tree: FormulaTree,
  addressOf: (name: string, kind: 'cell' | 'range', row: string) => string,
): (line: number) => string {
  const parts = writeFormula(tree, (name, kind) => addressOf(name, kind, ROW_GAP)).split(ROW_GAP);
  return (line) => `=${parts.join(String(line + 1))}`;
}

/** Excel reads 1E-12 and not 1e-12 in every version. */
function numberText(value: number): string {
  return String(value).toUpperCase();
}

function side(tree: FormulaTree, binds: number, addressOf: Parameters<typeof writeFormula>[1]): string {
  const written = writeFormula(tree, addressOf);
  return tree.kind === 'binary' && BINDS[tree.op] < binds ? `(${written})` : written;
}

/** About how many characters a formula is: what its cells are called is known where it is written. */
export function lengthOf(tree: FormulaTree): number {
  return writeFormula(tree, () => 'AA9999').length;
}

/** How deep the functions of a formula stand in each other. */
export function nestingOf(tree: FormulaTree): number {
  if (tree.kind === 'binary') return Math.max(nestingOf(tree.left), nestingOf(tree.right));
  return tree.kind === 'call' ? 1 + Math.max(0, ...tree.args.map(nestingOf)) : 0;
}
