import { truthColumn } from '../../rule/compileCondition';
import { TRUE, type RuleTable } from '../../rule/truth';
import { fieldsOfCondition } from '../../rule/treeParts';
import { wordIn } from '../../rule/truthAt';
import type { PackRule } from '../pack';
import { exampleRows, type FieldDomain } from './exampleRows';

/** What is wrong with a decision table's lines; `line` counts from 0, `example` is a row that shows it. */
export interface TableFinding {
  readonly code: 'gap' | 'overlap' | 'neverFires';
  readonly line?: number;
  readonly otherLine?: number;
  readonly example: readonly (readonly [name: string, value: string | number])[];
}

/** Finds rows that no line answers, lines that never answer, and lines over one same reading that cut across each other. */
export function lintTable(
  rules: readonly PackRule[],
  domainOf: (field: string) => FieldDomain,
  values: ReadonlyMap<string, number>,
): TableFinding[] {
  const conditions = rules.map(({ condition }) => condition);
  const { table, complete } = exampleRows(conditions, domainOf, values);
  const holds = conditions.map((condition) => truthColumn(condition, table));
  const first = firstTrue(holds, table.rows);
  const gap = first.indexOf(-1);
  const fired = new Set(first);
  const silent = complete ? rules.flatMap((_, line) => (fired.has(line) ? [] : [line])) : [];
  return [
    ...(gap < 0 ? [] : [{ code: 'gap' as const, example: exampleOf(table, gap) }]),
    ...silent.map((line): TableFinding => ({ code: 'neverFires', line, example: [] })),
    ...overlaps(rules, holds, table),
  ];
}

function firstTrue(holds: readonly Uint8Array[], rows: number): Int16Array {
  const first = new Int16Array(rows).fill(-1);
  for (let line = holds.length - 1; line >= 0; line--) {
    const truth = holds[line];
    for (let row = 0; row < rows; row++) if (truth?.[row] === TRUE) first[row] = line;
  }
  return first;
}

/** `5-15` above `10-20`: the order decides what 12 is, which its writer may not have meant. Nested lines are a ladder. */
function overlaps(rules: readonly PackRule[], holds: readonly Uint8Array[], table: RuleTable): TableFinding[] {
  return rules.flatMap((rule, line) =>
    rules.slice(0, line).flatMap((above, otherLine): TableFinding[] => {
      if (above.answer === rule.answer || !sameSingleField(above, rule)) return [];
      const row = cutAcross(holds[otherLine], holds[line]);
      return row === undefined ? [] : [{ code: 'overlap', line, otherLine, example: exampleOf(table, row) }];
    }),
  );
}

function sameSingleField(left: PackRule, right: PackRule): boolean {
  const [a, b] = [fieldsOfCondition(left.condition), fieldsOfCondition(right.condition)];
  return a.length === 1 && b.length === 1 && a[0] === b[0];
}

/** A row where both hold, if each also holds somewhere without the other. */
function cutAcross(a: Uint8Array | undefined, b: Uint8Array | undefined): number | undefined {
  let [both, onlyA, onlyB] = [-1, false, false];
  for (let row = 0; row < (a?.length ?? 0); row++) {
    const [first, second] = [a?.[row] === TRUE, b?.[row] === TRUE];
    if (first && second && both < 0) both = row;
    onlyA ||= first && !second;
    onlyB ||= second && !first;
  }
  return both >= 0 && onlyA && onlyB ? both : undefined;
}

function exampleOf(table: RuleTable, row: number): TableFinding['example'] {
  return [...table.readings].map(([name, { values, words }]) => [
    name,
    words ? (wordIn(table, name, row) ?? '') : (values[row] ?? NaN),
  ]);
}
