import { isBlank, type Cell } from '../../ledger/cell';
import { dayOfSerial } from '../../quantity/day';
import { RuleError, type ConditionTree, type RuleTrouble, type Vocabulary } from '../../rule/tree';
import { looksLikeDay } from '../parameterValue';
import { CellLines } from './cellLines';
import { readWords } from './cellWords';
import type { ConditionColumn } from './conditionColumns';

/** Why a cell of conditions cannot be read; `expected` lists the words or names it may use. */
export interface CellProblem {
  readonly code: RuleTrouble | 'looksLikeDate';
  readonly part: string;
  readonly expected: readonly string[];
}

/** A cell's condition, nothing where it asks nothing, or what is wrong with it. */
export type CellReading = { readonly tree?: ConditionTree } | { readonly problem: CellProblem };

const ANYTHING = /^\s*(?:[-−–—/／]|——|任意|不限|其余)?\s*$/;

/**
 * Reads a cell of a decision table: `<=5`, `5以下`, `5-15` (both ends included), `(5,15]`, `>5 且 <=15`, `<=重点排查线`;
 * in a column of words `是`, `C;D`, `非D`. Blank and - ask nothing; a number 0 asks for 0.
 */
export function readConditionCell(cell: Cell, column: ConditionColumn, vocabulary: Vocabulary): CellReading {
  const text = isBlank(cell) ? '' : cell === true ? '是' : cell === false ? '否' : String(cell);
  if (ANYTHING.test(text)) return {};
  // 5-15 typed into a cell that is no text cell becomes the 15th of May.
  if (!column.words && !column.day && looksLikeDay(cell)) {
    return { problem: { code: 'looksLikeDate', part: String(cell), expected: [] } };
  }
  try {
    if (column.words) return { tree: readWords(text, column.name, column.words) };
    const written = column.day && typeof cell === 'number' ? (dayOfSerial(cell) ?? text) : text;
    return { tree: new CellLines(written, column, vocabulary).read() };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { problem: { code: error.code, part: error.part, expected: error.expected } };
  }
}
