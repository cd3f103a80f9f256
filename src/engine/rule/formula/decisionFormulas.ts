import type { ConditionTree } from '../tree';
import { all, any, binary, call, cell, number, text, when, type FormulaTree } from './formulaTree';
import { choose, holds, conditionLacks, mayHold, merged, type Lack, type RuleCells } from './conditionFormula';
import { FORMULA_LIMITS, lengthOf, nestingOf } from './writeFormula';

/** A line of a decision table, for its formulas and its query. */
export interface AnswerLine {
  readonly answer: string;
  readonly condition: ConditionTree;
}

/** How a missing field is said: 待核实：缺 before the labels, in the order of `labels`. */
export interface LackWords {
  readonly before: string;
  readonly between: string;
  readonly labels: readonly string[];
  /** What is said where no field is missing: a divisor is 0, no line holds, a number of the policy is not in force. */
  readonly none?: string;
}

/** A decision table as two cells: which line is the first to hold, and the answer or what is missing for it. */
export interface DecisionFormulas {
  /** The number of the line, from 1; one more than there are where none holds. */
  readonly line: FormulaTree;
  /** The answer; refers to the cell of `line` by `lineName`. */
  readonly answer: FormulaTree;
}

/**
 * First match, three-valued, as `decide` has it: the answer of the first line that holds stands unless a line above it that may
 * hold has another answer. Undefined where a table is deeper than a spreadsheet allows, or longer by far.
 */
export function decisionFormulas(
  lines: readonly AnswerLine[],
  cells: RuleCells,
  { lineName, words }: { readonly lineName: string; readonly words: LackWords },
): DecisionFormulas | undefined {
  const conditions = lines.map(({ condition }) => holds(condition, cells));
  const line = conditions.reduceRight(
    (rest, condition, index) => when(condition, number(index + 1), rest),
    number(lines.length + 1),
  );
  const fired = cell(lineName);
  const answer = when(
    isOpen(lines, cells, fired),
    unresolved(lines, cells, { fired, words }),
    choose(
      fired,
      lines.map((own) => own.answer),
    ),
  );
  // LibreOffice and Excel count a formula's own IF chain; one is left for what the caller puts around it.
  const depth = Math.max(nestingOf(line), nestingOf(answer));
  if (depth >= FORMULA_LIMITS.nesting) return undefined;
  return Math.max(lengthOf(line), lengthOf(answer) / CUT) <= FORMULA_LIMITS.characters ? { line, answer } : undefined;
}

/** Repeated parts may still be taken into cells of their own, which makes an answer some times shorter. */
const CUT = 4;

/** No line holds, or one above the firing line may hold and has another answer. */
function isOpen(lines: readonly AnswerLine[], cells: RuleCells, fired: FormulaTree): FormulaTree {
  const none = lines.at(-1)?.condition.kind === 'always' ? [] : [binary(fired, '>', number(lines.length))];
  const above = lines.map(({ condition, answer }, index) => {
    const unsettled = all(mayHold(condition, cells), otherAnswer(lines, { answer, index, fired }));
    return all(binary(fired, '>', number(index + 1)), unsettled);
  });
  return any(...none, ...above.slice(0, -1));
}

/** The firing line's answer is another one than line `index`'s. */
function otherAnswer(
  lines: readonly AnswerLine[],
  { answer, index, fired }: { readonly answer: string; readonly index: number; readonly fired: FormulaTree },
): FormulaTree {
  const same = lines.flatMap((line, at) => (at > index && line.answer === answer ? [at + 1] : []));
  return all(...same.map((at) => binary(fired, '<>', number(at))));
}

function unresolved(
  lines: readonly AnswerLine[],
  cells: RuleCells,
  { fired, words }: { readonly fired: FormulaTree; readonly words: LackWords },
): FormulaTree {
  const lacks = merged(
    lines.flatMap(({ condition }, index) =>
      conditionLacks(condition, cells).map((lack) => ({
        ...lack,
        when: all(binary(fired, '>', number(index + 1)), lack.when),
      })),
    ),
  );
  const ordered = words.labels.flatMap((label) => lacks.filter((lack) => lack.label === label));
  const list = listFormula(ordered, words.between);
  const { before, none } = words;
  if (!list) return text(none ?? before);
  const said = binary(text(before), '&', list);
  return none === undefined ? said : orNone(said, before, none);
}

/** No label has it, so that a text of nothing but the words before the labels can be told. */
const END = '\u2502';

/** The words with their labels; without any, what is said instead. The list stands in the formula once. */
function orNone(said: FormulaTree, before: string, none: string): FormulaTree {
  const ended = binary(said, '&', text(END));
  return call('SUBSTITUTE', call('SUBSTITUTE', ended, text(before + END), text(none)), text(END), text(''));
}

/** The labels whose condition holds, in a list; undefined where there are none to hold. */
export function listFormula(lacks: readonly Lack[], between: string): FormulaTree | undefined {
  const named = lacks.map((lack) => when(lack.when, text(between + lack.label), text('')));
  const list = named.reduce<FormulaTree | undefined>(
    (left, right) => (left ? binary(left, '&', right) : right),
    undefined,
  );
  return list && call('MID', list, number(between.length + 1), number(200));
}
