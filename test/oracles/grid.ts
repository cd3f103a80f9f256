import type { PolicyPack } from '../../src/engine/policy/pack';
import { wordsOfField } from '../../src/engine/policy/fieldWords';
import { toDecimals, withoutNoise } from './evaluate';
import { seededRandom } from '../support/sample/seededRandom';
import type { Arithmetic, Comparison, ConditionTree, NumberTree } from '../../src/engine/rule/tree';
import { fieldsIn, fieldsOfCondition, leavesOf } from '../../src/engine/rule/treeParts';

/** What may stand in a field, a blank among it: a number, a day as a number, a word, or nothing. */
export type GridCell = number | string | undefined;
/** A row of a grid: what stands in each field. */
export type GridRow = ReadonlyMap<string, GridCell>;

type Values = ReadonlyMap<string, number>;

/** A little less, the line itself, a little more: by the last digit that a reading has, and by a hundredth. */
const AROUND = [-0.01, -1e-9, 0, 1e-9, 0.01];

/** What is worth trying in each field of a table: both sides of every line and the line, every word, one that is none, and a blank. */
export function candidates(pack: PolicyPack, rules: readonly ConditionTree[], values: Values): Map<string, GridCell[]> {
  const names = [...new Set(rules.flatMap(fieldsOfCondition))];
  const all = rules.flatMap(leavesOf).flatMap((leaf) => (leaf.kind === 'compare' ? [leaf] : []));
  return new Map(
    names.map((name): [string, GridCell[]] => {
      const field = pack.fields.find((own) => own.name === name);
      const words = field && wordsOfField(field);
      if (words) return [name, [...words, undefined]];
      const lines = all
        .filter(({ left, right }) => [...fieldsIn(left), ...fieldsIn(right)].includes(name))
        .flatMap(({ left, right }) => {
          const lines = [left, right].flatMap((side) => lineOf(side, values, pack));
          // A quotient comes to its line only with a figure many times as large as what divides it.
          const isPlain = [left, right].every(({ kind }) => kind !== 'arithmetic');
          return isPlain ? lines : lines.flatMap((line) => [line, 100 * line]);
        });
      const around = [...new Set(lines)].flatMap((line) => AROUND.map((by) => Number((line + by).toPrecision(15))));
      return [name, [...new Set([...around, ...(lines.length === 0 ? [0, 1] : [])]), undefined]];
    }),
  );
}

/** The number a side stands for; a line that depends on the row's group stands for that of every group. */
function lineOf(side: NumberTree, values: Values, { bands }: PolicyPack): number[] {
  if (side.kind === 'number') return [side.value];
  if (side.kind === 'value') return [values.get(side.name) ?? NaN].filter(Number.isFinite);
  if (side.kind !== 'field' || !bands) return [];
  const own = bands.groups.flatMap(({ floor, ceiling }) =>
    side.name === bands.floor ? [floor] : side.name === bands.ceiling ? [ceiling] : [],
  );
  return own.map((name) => values.get(name) ?? NaN).filter(Number.isFinite);
}

/** The whole grid where it is small enough; else every pair of fields in full, the others by chance, several times over. */
export function gridOf(
  of: ReadonlyMap<string, readonly GridCell[]>,
  most: number,
): { rows: GridRow[]; whole: boolean } {
  const names = [...of.keys()];
  const size = names.reduce((product, name) => product * (of.get(name)?.length ?? 1), 1);
  if (size <= most) {
    const rows = names.reduce<GridRow[]>(
      (before, name) => before.flatMap((row) => (of.get(name) ?? []).map((cell) => new Map([...row, [name, cell]]))),
      [new Map<string, GridCell>()],
    );
    return { rows, whole: true };
  }
  const random = seededRandom(11);
  const any = () =>
    new Map(names.map((name) => [name, (of.get(name) ?? [])[Math.floor(random() * (of.get(name)?.length ?? 1))]]));
  const pairs = names.flatMap((a, at) =>
    names
      .slice(at + 1)
      .flatMap((b) => (of.get(a) ?? []).flatMap((x) => (of.get(b) ?? []).map((y) => [a, x, b, y] as const))),
  );
  const times = Math.max(1, Math.floor(most / pairs.length));
  return {
    rows: pairs.flatMap(([a, x, b, y]) => Array.from({ length: times }, () => any().set(a, x).set(b, y))),
    whole: false,
  };
}

/** Whether a condition holds in a row: true, false, or undefined where what it needs is not there (docs/policies.md). */
export function holds(tree: ConditionTree, row: GridRow, values: Values): boolean | undefined {
  switch (tree.kind) {
    case 'always':
      return true;
    case 'not': {
      const part = holds(tree.part, row, values);
      return part === undefined ? undefined : !part;
    }
    case 'and': {
      const parts = tree.parts.map((part) => holds(part, row, values));
      if (parts.includes(false)) return false;
      return parts.includes(undefined) ? undefined : true;
    }
    case 'or': {
      const parts = tree.parts.map((part) => holds(part, row, values));
      if (parts.includes(true)) return true;
      return parts.includes(undefined) ? undefined : false;
    }
    case 'isOneOf': {
      const cell = row.get(tree.field);
      return cell === undefined ? undefined : tree.words.includes(String(cell)) !== tree.not;
    }
    case 'compare': {
      const rights = possible(tree.right, row, values);
      const answers = possible(tree.left, row, values).flatMap((left) =>
        rights.map((right) => (left === undefined || right === undefined ? undefined : compared(tree.op, left, right))),
      );
      return answers.every((own) => own === answers[0]) ? answers[0] : undefined;
    }
  }
}

/** What a number may be, as long as it is not known which side of a choice counts. */
function possible(tree: NumberTree, row: GridRow, values: Values): readonly (number | undefined)[] {
  const of = (part: NumberTree) => possible(part, row, values);
  const put = (
    parts: readonly NumberTree[],
    together: (numbers: readonly (number | undefined)[]) => number | undefined,
  ) =>
    parts
      .reduce<(number | undefined)[][]>(
        (lists, part) => lists.flatMap((list) => of(part).map((one) => [...list, one])),
        [[]],
      )
      .map(together);
  switch (tree.kind) {
    case 'either': {
      const truth = holds(tree.condition, row, values);
      return truth === undefined ? [...of(tree.then), ...of(tree.otherwise)] : of(truth ? tree.then : tree.otherwise);
    }
    case 'arithmetic':
      return put([tree.left, tree.right], ([a, b]) => both(a, b, (x, y) => calculated(tree.op, x, y)));
    case 'steps':
      return put([tree.part, tree.step], ([a, b]) => both(a, b, stepsIn));
    case 'rounded':
      return put([tree.part], ([own]) => own && toDecimals(own, tree.decimals, tree.way));
    case 'least':
    case 'most':
      return put(tree.parts, (numbers) => ofSeveral(tree.kind, numbers));
    default:
      return [numberOf(tree, row, values)];
  }
}

/** Day by day: the same date so many months on, or the last that month has. */
function laterBy(serial: number, amount: number, period: string): number {
  if (serial >= 109_575) return serial;
  if (period === '天') return serial + amount;
  const from = new Date(Date.UTC(1970, 0, serial - 25_568));
  const month = from.getUTCMonth() + (period === '年' ? 12 * amount : amount);
  const there = new Date(Date.UTC(from.getUTCFullYear(), month, from.getUTCDate()));
  const wanted = ((month % 12) + 12) % 12;
  while (there.getUTCMonth() !== wanted) there.setUTCDate(there.getUTCDate() - 1);
  return Math.round(there.getTime() / 86_400_000) + 25_569;
}

function stepsIn(a: number, b: number): number | undefined {
  const steps = Math.floor(withoutNoise(a / b));
  return b === 0 ? undefined : steps < 0 ? 0 : steps;
}

function compared(op: Comparison, left: number, right: number): boolean {
  if (op === '=') return left === right;
  if (op === '!=') return left !== right;
  if (op === '<') return left < right;
  if (op === '<=') return left <= right;
  return op === '>' ? left > right : left >= right;
}

function numberOf(tree: NumberTree, row: GridRow, values: Values): number | undefined {
  const of = (part: NumberTree) => numberOf(part, row, values);
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'value':
      return known(values.get(tree.name));
    case 'field':
      return known(row.get(tree.name));
    case 'either': {
      const truth = holds(tree.condition, row, values);
      const [then, otherwise] = [of(tree.then), of(tree.otherwise)];
      if (truth === undefined) return then === otherwise ? then : undefined;
      return truth ? then : otherwise;
    }
    case 'later': {
      const { part, by, period, back } = tree;
      return both(of(part), of(by), (day, amount) => laterBy(day, back ? -amount : amount, period));
    }
    case 'steps':
      return both(of(tree.part), of(tree.step), stepsIn);
    case 'rounded': {
      const own = of(tree.part);
      return own === undefined ? undefined : toDecimals(own, tree.decimals, tree.way);
    }
    case 'days':
      return both(of(tree.later), of(tree.earlier), (later, earlier) => later - earlier);
    case 'arithmetic':
      return both(of(tree.left), of(tree.right), (a, b) => calculated(tree.op, a, b));
    default:
      return ofSeveral(tree.kind, tree.parts.map(of));
  }
}

function both(
  a: number | undefined,
  b: number | undefined,
  work: (a: number, b: number) => number | undefined,
): number | undefined {
  return a === undefined || b === undefined ? undefined : work(a, b);
}

function calculated(op: Arithmetic, a: number, b: number): number | undefined {
  if (op === '+') return a + b;
  if (op === '-') return a - b;
  if (op === '*') return a * b;
  return b === 0 ? undefined : a / b;
}

function ofSeveral(kind: 'least' | 'most' | 'mean', parts: readonly (number | undefined)[]): number | undefined {
  const there = parts.filter((part) => part !== undefined);
  if (kind === 'mean') return there.length === 0 ? undefined : there.reduce((a, b) => a + b) / there.length;
  const [first] = there.toSorted((a, b) => (kind === 'least' ? a - b : b - a));
  return there.length < parts.length ? undefined : first;
}

const known = (cell: GridCell) => (typeof cell === 'number' && !Number.isNaN(cell) ? cell : undefined);
