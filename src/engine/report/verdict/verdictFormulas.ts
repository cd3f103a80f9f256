import { eachRow, type Steps } from '../../../steps/steps';
import { differentWords } from '../../column/verbs';
import { valuesLacking, type Judgement } from '../../assess/judge';
import { fieldOf } from '../../ledger/fields';
import { decisionFormulas, type LackWords } from '../../rule/formula/decisionFormulas';
import { formulaAnswer, type FormulaCells } from '../../rule/formula/formulaAnswer';
import type { FormulaTree, FormulaValue } from '../../rule/formula/formulaTree';
import { columnsRead } from './columnsRead';
import type { NumberTree } from '../../rule/tree';
import { numbersWithin, sidesWithin, valuesOfCondition } from '../../rule/treeParts';
import { NAMES, verdictCells, verdictInWords, type VerdictCells } from './verdictCells';

/** A judgement as classic formulas: the number of the line that holds, and the answer or 待核实：缺 …. */
export interface VerdictFormulas {
  readonly line: FormulaTree;
  readonly answer: FormulaTree;
  /** The name of the cell of `line`. */
  readonly lineName: string;
  readonly cells: VerdictCells;
  /** The policy's values that the formulas refer to, by name; 产出线 by 区镇 behind them. */
  readonly parameters: readonly { readonly name: string; readonly cell: string }[];
}

/**
 * The formulas of a judgement's table, or undefined where they would not give the judgement's own answer for some row of this very
 * ledger, or are too deep: what cannot be said is written as values.
 */
export function* verdictFormulas(
  judgement: Judgement,
  table: 'tiers' | 'paths',
  unresolved: (missing: readonly string[]) => string,
): Steps<VerdictFormulas | undefined> {
  const { rules } = judgement;
  const cells = verdictCells(judgement);
  if (readsOtherLevels(judgement, cells)) return undefined;
  const lineName = `line of ${table}`;
  const words = verdictWords(judgement, unresolved);
  const formulas = decisionFormulas(rules, cells.rule, { lineName, words });
  if (!formulas) return undefined;
  const own: VerdictFormulas = { ...formulas, lineName, cells, parameters: parametersOf(judgement, cells) };
  return (yield* agrees(own, judgement, unresolved)) ? own : undefined;
}

/** Averages over other rows than those on the sheet cannot be taken there, nor by names that SUMIFS reads as patterns. */
function readsOtherLevels({ context, ledger }: Judgement, { level }: VerdictCells): boolean {
  if (context.policy.pack.fields.every(({ derive }) => derive !== 'outputLevel')) return false;
  return level === undefined || differentWords(ledger, 'township').some((name) => /[*?~]|^[<>=]/.test(name));
}

/** The words for what a judgement leaves open; a table that cannot be open with every field there needs no words for that. */
export function verdictWords(judgement: Judgement, unresolved: (missing: readonly string[]) => string): LackWords {
  const { context, rules } = judgement;
  const labels = context.policy.pack.fields.map(({ field }) => fieldOf(field).label);
  const lacking = valuesLacking(judgement);
  const words = lackWords(labels, unresolved);
  return lacking.length > 0 || canBeOpenInFull(rules) ? { ...words, none: unresolved(lacking) } : words;
}

/** Whether nothing may be missing and a row be open all the same: no line takes the rest, or one divides by what may be 0. */
function canBeOpenInFull(rules: Judgement['rules']): boolean {
  const divides = (tree: NumberTree): boolean =>
    tree.kind === 'steps' || (tree.kind === 'arithmetic' && tree.op === '/') || numbersWithin(tree).some(divides);
  return (
    rules.at(-1)?.condition.kind !== 'always' || rules.some(({ condition }) => sidesWithin(condition).some(divides))
  );
}

/** How the words for missing fields are put together, taken from two examples. */
export function lackWords(labels: readonly string[], unresolved: (missing: readonly string[]) => string): LackWords {
  const [one, two] = [unresolved(['甲']), unresolved(['甲', '乙'])];
  const before = one.slice(0, one.indexOf('甲'));
  return { before, between: two.slice(before.length + 1, two.indexOf('乙')), labels };
}

function parametersOf({ context, rules }: Judgement, cells: VerdictCells): VerdictFormulas['parameters'] {
  const { pack, outputLines } = context.policy;
  const named = rules.flatMap(({ condition }) => valuesOfCondition(condition));
  const lines =
    pack.bands && pack.tiers === rules ? pack.bands.groups.flatMap((group) => [group.floor, group.ceiling]) : [];
  const townships = cells.level ? [...outputLines.keys()] : [];
  return [
    ...[...new Set([...named, ...lines])].map((name) => ({ name, cell: NAMES.value(name) })),
    ...townships.map((name) => ({ name: name === '' ? '产出线' : `产出线（${name}）`, cell: NAMES.township(name) })),
  ];
}

function* agrees(
  { line, answer, lineName, cells }: VerdictFormulas,
  judgement: Judgement,
  unresolved: (missing: readonly string[]) => string,
): Steps<boolean> {
  const { range, looks } = columnsRead(cells);
  let isSame = true;
  yield* eachRow(judgement.ledger.kinds, (kind, row) => {
    if (kind !== 'data' || !isSame) return;
    const own = new Map<string, FormulaValue>();
    const ask: FormulaCells = { cell: (name) => own.get(name) ?? cells.valueAt(name, row), range, looks };
    if (cells.level) {
      own.set(NAMES.levelLine, formulaAnswer(cells.level.line, ask));
      const level = judgement.context.policy.pack.fields.find(({ derive }) => derive === 'outputLevel');
      own.set(level?.name ?? '', formulaAnswer(cells.level.level, ask));
    }
    own.set(lineName, formulaAnswer(line, ask));
    isSame = formulaAnswer(answer, ask) === verdictInWords(judgement, row, unresolved);
  });
  return isSame;
}
