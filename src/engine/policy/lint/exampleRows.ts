import type { ConditionTree, NumberTree } from '../../rule/tree';
import { fieldsIn, fieldsOfCondition, leavesOf, numbersWithin } from '../../rule/treeParts';
import type { RuleReading, RuleTable } from '../../rule/truth';

/** Rows that between them show every way a decision table's conditions can come out. */
export interface ExampleRows {
  readonly table: RuleTable;
  /** Every combination is there; otherwise rows are a sample, and what was not seen may exist. */
  readonly complete: boolean;
}

/** What lint needs to know of a field: its words, or the numbers it takes where they are not free (lines of groups). */
export interface FieldDomain {
  readonly words?: readonly string[];
  readonly numbers?: readonly number[];
}

const MOST_ROWS = 120_000;

/** All combinations of words and of numbers on, between and beyond the lines they are held against; a sample where these are too many. */
export function exampleRows(
  conditions: readonly ConditionTree[],
  domainOf: (field: string) => FieldDomain,
  values: ReadonlyMap<string, number>,
): ExampleRows {
  const names = [...new Set(conditions.flatMap(fieldsOfCondition))];
  const domains = names.map((name) => {
    const { words, numbers } = domainOf(name);
    return { name, words, points: words ? [] : (numbers ?? pointsOf(name, conditions, { values, domainOf })) };
  });
  const sizes = domains.map(({ words, points }) => words?.length ?? points.length);
  const all = sizes.reduce((product, size) => product * size, 1);
  const rows = Math.min(all, MOST_ROWS);
  const codes = codesOf(sizes, rows, all <= MOST_ROWS);
  const readings = domains.map(({ name, words, points }, index): readonly [string, RuleReading] => {
    const own = codes[index] ?? new Uint16Array(rows);
    const missing = new Uint32Array(rows);
    if (words) return [name, { values: own.map((code) => code + 1), words, missing }];
    return [name, { values: Float64Array.from(own, (code) => points[code] ?? NaN), missing }];
  });
  const complete = all <= MOST_ROWS && !conditions.some(hasArithmetic);
  return { table: { rows, readings: new Map(readings), values }, complete };
}

/** Mixed-radix counting; a sample takes steps of a large prime, which meets every word of every field. */
function codesOf(sizes: readonly number[], rows: number, complete: boolean): Uint16Array[] {
  const codes = sizes.map(() => new Uint16Array(rows));
  for (let row = 0; row < rows; row++) {
    let rest = complete ? row : row * 2_654_435_761;
    sizes.forEach((size, index) => {
      const own = codes[index];
      if (own) own[row] = rest % size;
      rest = Math.floor(rest / size);
    });
  }
  return codes;
}

interface Known {
  readonly values: ReadonlyMap<string, number>;
  readonly domainOf: (field: string) => FieldDomain;
}

function pointsOf(name: string, conditions: readonly ConditionTree[], known: Known): number[] {
  const lines = conditions.flatMap(leavesOf).flatMap((leaf) => {
    if (leaf.kind !== 'compare') return [];
    const sides = [leaf.left, leaf.right] as const;
    return sides.some((side) => fieldsIn(side).includes(name)) ? sides.flatMap((side) => constantsIn(side, known)) : [];
  });
  const sorted = [...new Set(lines.filter(Number.isFinite))].toSorted((a, b) => a - b);
  if (sorted.length === 0) return [0, 1];
  const between = sorted.slice(1).map((line, index) => (line + (sorted[index] ?? line)) / 2);
  return [(sorted[0] ?? 0) - 1, ...sorted, ...between, (sorted.at(-1) ?? 0) + 1];
}

function constantsIn(tree: NumberTree, known: Known): number[] {
  if (tree.kind === 'number') return [tree.value];
  if (tree.kind === 'value') return [known.values.get(tree.name) ?? NaN];
  if (tree.kind === 'field') return [...(known.domainOf(tree.name).numbers ?? [])];
  const asked =
    tree.kind === 'either'
      ? leavesOf(tree.condition).flatMap((leaf) => (leaf.kind === 'compare' ? [leaf.left, leaf.right] : []))
      : [];
  return [...asked, ...numbersWithin(tree)].flatMap((part) => constantsIn(part, known));
}

function hasArithmetic(condition: ConditionTree): boolean {
  return leavesOf(condition).some(
    (leaf) => leaf.kind === 'compare' && [leaf.left, leaf.right].some((side) => numbersWithin(side).length > 0),
  );
}
