import { boundsOf, byBranches } from '../branches';
import { NO_MORE_DAYS } from '../daysBefore';
import type { Comparison, ConditionTree, NumberTree, RoundingWay } from '../tree';
import { fieldsIn, numbersWithin, passesOverMissing } from '../treeParts';
import { all, any, binary, call, cell, no, number, text, truth, when, type FormulaTree } from './formulaTree';

/** A field that may be missing behind a reading, and the condition under which it is. */
export interface Lack {
  readonly label: string;
  readonly when: FormulaTree;
}

/** How a reading stands on the sheet. */
export interface ReadingCells {
  /** What gives the reading in the row. */
  readonly value: FormulaTree;
  /** What a cell holds where the reading is missing: '' or, where a blank says something of its own, a word. */
  readonly isMissing: FormulaTree;
  readonly lacks: readonly Lack[];
}

/** The readings of a rule and the cells of the policy's values. */
export interface RuleCells {
  readonly reading: (name: string) => ReadingCells;
  readonly value: (name: string) => FormulaTree;
}

/** The formula that is TRUE exactly where a condition holds; what is unknown is FALSE here. */
export function holds(tree: ConditionTree, cells: RuleCells): FormulaTree {
  switch (tree.kind) {
    case 'always':
      return truth(true);
    case 'and':
      return all(...tree.parts.map((part) => holds(part, cells)));
    case 'or':
      return any(...tree.parts.map((part) => holds(part, cells)));
    case 'not':
      return no(mayHold(tree.part, cells));
    case 'isOneOf': {
      const one = isOneOf(tree, cells);
      return tree.not ? all(no(cells.reading(tree.field).isMissing), no(one)) : one;
    }
    case 'compare': {
      const bounds = boundsOf(tree);
      if (bounds) return holds(bounds.worst, cells);
      const branches = byBranches(tree);
      return branches ? holds(branches, cells) : guarded(tree, cells, false);
    }
  }
}

/** The formula that is TRUE where a condition holds or cannot be told. */
export function mayHold(tree: ConditionTree, cells: RuleCells): FormulaTree {
  switch (tree.kind) {
    case 'always':
      return truth(true);
    case 'and':
      return all(...tree.parts.map((part) => mayHold(part, cells)));
    case 'or':
      return any(...tree.parts.map((part) => mayHold(part, cells)));
    case 'not':
      return no(holds(tree.part, cells));
    case 'isOneOf': {
      const one = isOneOf(tree, cells);
      return tree.not ? no(one) : any(cells.reading(tree.field).isMissing, one);
    }
    case 'compare': {
      const bounds = boundsOf(tree);
      if (bounds) return mayHold(bounds.best, cells);
      const branches = byBranches(tree);
      return branches ? mayHold(branches, cells) : guarded(tree, cells, true);
    }
  }
}

/** The fields for want of which a condition may be unknown, each with the formula that is TRUE where it is. */
export function conditionLacks(tree: ConditionTree, cells: RuleCells): Lack[] {
  switch (tree.kind) {
    case 'always':
      return [];
    case 'not':
      return conditionLacks(tree.part, cells);
    case 'isOneOf':
      return leafLacks([cells.reading(tree.field)]);
    case 'compare': {
      const bounds = boundsOf(tree);
      const branches = bounds ? undefined : byBranches(tree);
      if (branches) return conditionLacks(branches, cells);
      const lacks = leafLacks([...readingsIn(tree.left, cells), ...readingsIn(tree.right, cells)]);
      if (![tree.left, tree.right].some(passesOverMissing)) return lacks;
      const unknown = bounds
        ? all(mayHold(bounds.best, cells), no(holds(bounds.worst, cells)))
        : any(...undefinedIn(tree.left, cells), ...undefinedIn(tree.right, cells));
      return lacks.map((lack) => ({ ...lack, when: all(unknown, lack.when) }));
    }
    default: {
      const unknown = [mayHold(tree, cells), no(holds(tree, cells))];
      const parts = merged(tree.parts.flatMap((part) => conditionLacks(part, cells)));
      return parts.map((lack) => ({ ...lack, when: all(...unknown, lack.when) }));
    }
  }
}

function leafLacks(readings: readonly ReadingCells[]): Lack[] {
  return merged(readings.flatMap(({ lacks }) => lacks));
}

/** One entry a label. */
export function merged(lacks: readonly Lack[]): Lack[] {
  const labels = [...new Set(lacks.map(({ label }) => label))];
  return labels.map((label) => ({
    label,
    when: any(...lacks.filter((lack) => lack.label === label).map((lack) => lack.when)),
  }));
}

/** A word such as 104 may stand in its cell as a number: both are told as text. */
function isOneOf({ field, words }: ConditionTree & { kind: 'isOneOf' }, cells: RuleCells): FormulaTree {
  const { value } = cells.reading(field);
  return any(
    ...words.map((word) => binary(/^[\d.]+$/.test(word) ? binary(value, '&', text('')) : value, '=', text(word))),
  );
}

const SIGNS: Readonly<Record<Comparison, '=' | '<>' | '<' | '<=' | '>' | '>='>> = {
  '=': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** A comparison, and what it is where one side is missing. IF keeps arithmetic over a blank from being an error. */
function guarded(tree: ConditionTree & { kind: 'compare' }, cells: RuleCells, ifMissing: boolean): FormulaTree {
  const comparison = binary(sideOf(tree.left, cells), SIGNS[tree.op], sideOf(tree.right, cells));
  const missing = any(...undefinedIn(tree.left, cells), ...undefinedIn(tree.right, cells));
  const isPlain = [tree.left, tree.right].every((side) => numbersWithin(side).length === 0);
  if (!isPlain) return when(missing, truth(ifMissing), comparison);
  return ifMissing ? any(missing, comparison) : all(no(missing), comparison);
}

/** A number-valued part of a rule as a formula. */
export function sideOf(tree: NumberTree, cells: RuleCells): FormulaTree {
  switch (tree.kind) {
    case 'number':
      return number(tree.value);
    case 'value':
      return cells.value(tree.name);
    case 'field':
      return cells.reading(tree.name).value;
    case 'arithmetic':
      return binary(sideOf(tree.left, cells), tree.op, sideOf(tree.right, cells));
    case 'later':
      return laterSide(tree, cells);
    case 'days':
      return binary(sideOf(tree.later, cells), '-', sideOf(tree.earlier, cells));
    case 'rounded':
      return roundedSide(sideOf(tree.part, cells), tree);
    case 'steps':
      return call('MAX', number(0), wholeBelow(binary(sideOf(tree.part, cells), '/', sideOf(tree.step, cells))));
    case 'either':
      return choice(tree, cells);
    case 'mean':
      return meanOf(tree.parts, cells);
    default:
      return call(tree.kind === 'least' ? 'MIN' : 'MAX', ...tree.parts.map((part) => sideOf(part, cells)));
  }
}

type Either = NumberTree & { readonly kind: 'either' };

function choice(tree: Either, cells: RuleCells): FormulaTree {
  const [then, otherwise] = [sideOf(tree.then, cells), sideOf(tree.otherwise, cells)];
  const known = isBound(tree)
    ? when(mayHold(tree.condition, cells), call(tree.unknown === 'least' ? 'MIN' : 'MAX', then, otherwise), otherwise)
    : otherwise;
  return when(holds(tree.condition, cells), then, known);
}

function isBound({ unknown }: Either): boolean {
  return unknown === 'least' || unknown === 'most';
}

/** A day that never comes stays one. */
function laterSide({ part, by, period, back }: NumberTree & { kind: 'later' }, cells: RuleCells): FormulaTree {
  const day = sideOf(part, cells);
  const own = binary(sideOf(by, cells), '*', number((period === '年' ? 12 : 1) * (back ? -1 : 1)));
  const amount = call('ROUND', own, number(0));
  const later = period === '天' ? binary(day, '+', amount) : call('EDATE', day, amount);
  return when(binary(day, '<', number(NO_MORE_DAYS)), later, day);
}

const noise = (value: FormulaTree): FormulaTree => binary(number(1e-12), '*', call('MAX', number(1000), value));

/** As the kernel's own does it. */
function wholeBelow(value: FormulaTree): FormulaTree {
  return call('INT', binary(value, '+', noise(value)));
}

/** A number to so many decimals, as `rounded` does it; below 0 as above it. */
export function roundedSide(
  value: FormulaTree,
  { decimals, way }: { decimals: number; way: RoundingWay },
): FormulaTree {
  const scale = number(10 ** decimals);
  const parts = binary(call('ABS', value), '*', scale);
  const above = call('INT', binary(noise(parts), '-', parts));
  const below = wholeBelow(way === 'nearest' ? binary(parts, '+', number(0.5)) : parts);
  // Up is down on the other side of 0.
  const whole = way === 'up' ? binary(number(0), '-', above) : below;
  const size = binary(whole, '/', scale);
  return when(binary(value, '<', number(0)), binary(number(0), '-', size), size);
}

/** The mean of the parts that are there. */
function meanOf(parts: readonly NumberTree[], cells: RuleCells): FormulaTree {
  const own = parts.map((part) => ({ lacks: any(...undefinedIn(part, cells)), value: sideOf(part, cells) }));
  const sum = (of: (value: FormulaTree) => FormulaTree) =>
    own.map(({ lacks, value }) => when(lacks, number(0), of(value))).reduce((left, right) => binary(left, '+', right));
  return binary(
    sum((value) => value),
    '/',
    sum(() => number(1)),
  );
}

function readingsIn(tree: NumberTree, cells: RuleCells): ReadingCells[] {
  return fieldsIn(tree).map((name) => cells.reading(name));
}

/** Where a number is missing: a reading is, a divisor is 0, or the condition that chooses it cannot be told. */
function undefinedIn(tree: NumberTree, cells: RuleCells): FormulaTree[] {
  switch (tree.kind) {
    case 'field':
      return [cells.reading(tree.name).isMissing];
    case 'arithmetic':
      return divided(tree.left, tree.op === '/' ? tree.right : undefined, tree.right, cells);
    case 'steps':
      return divided(tree.part, tree.step, tree.step, cells);
    case 'mean':
      return [all(...tree.parts.map((part) => any(...undefinedIn(part, cells))))];
    case 'either': {
      const side = (part: NumberTree) => any(...undefinedIn(part, cells));
      const sides = [tree.then, tree.otherwise] as const;
      const [then, otherwise] = sides.map(side) as [FormulaTree, FormulaTree];
      const isOpen = all(mayHold(tree.condition, cells), no(holds(tree.condition, cells)));
      const [yes, other] = sides.map((part) => sideOf(part, cells)) as [FormulaTree, FormulaTree];
      const isLacking = any(then, otherwise);
      const differ = isBound(tree) ? isLacking : when(isLacking, truth(true), isUnlike(yes, other));
      return [when(isOpen, differ, when(holds(tree.condition, cells), then, otherwise))];
    }
    default:
      return numbersWithin(tree).flatMap((part) => undefinedIn(part, cells));
  }
}

function isUnlike(one: FormulaTree, other: FormulaTree): FormulaTree {
  const isKnown = one.kind === 'number' && other.kind === 'number';
  return isKnown ? truth(one.value !== other.value) : binary(one, '<>', other);
}

function divided(
  left: NumberTree,
  divisor: NumberTree | undefined,
  right: NumberTree,
  cells: RuleCells,
): FormulaTree[] {
  const inside = [...undefinedIn(left, cells), ...undefinedIn(right, cells)];
  if (!divisor) return inside;
  const isZero = binary(sideOf(divisor, cells), '=', number(0));
  return [...inside, when(any(...undefinedIn(divisor, cells)), truth(true), isZero)];
}

/** An official's own indicator as a formula: '' where something is missing. */
export function indicatorFormula(tree: NumberTree, cells: RuleCells): FormulaTree {
  return when(any(...undefinedIn(tree, cells)), text(''), sideOf(tree, cells));
}

/** A reading that is a cell by its own name, missing where the cell is empty. */
export function plainReading(name: string, label: string, missing = ''): ReadingCells {
  const isMissing = binary(cell(name), '=', text(missing));
  return { value: cell(name), isMissing, lacks: [{ label, when: isMissing }] };
}

/** A text for every number from 1 on. */
export function choose(index: FormulaTree, answers: readonly string[]): FormulaTree {
  return call('CHOOSE', index, ...answers.map(text));
}
