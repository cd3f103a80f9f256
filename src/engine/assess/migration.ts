import { wordAt } from '../column/column';
import type { Ledger } from '../ledger/readLedger';
import type { Grades } from './grade';
import { verdictAt, type Judgement } from './judge';

/** A row that gets another answer under another policy or day; '' is 待核实. */
export interface Move {
  readonly row: number;
  readonly before: string;
  readonly after: string;
}

/** How a ledger's rows move between the answers of two judgements: counts by pair of answers, and every row that moves. */
export interface Migration {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Rows by answer before, then by answer after. */
  readonly counts: readonly (readonly number[])[];
  readonly moves: readonly Move[];
}

/** Answers of a ledger's rows, whoever gave them: '' where a row is open, undefined where it is no data. */
export interface Answered {
  readonly answers: readonly string[];
  readonly rows: number;
  readonly at: (row: number) => string | undefined;
}

/** Compares two judgements of the same rows; answers in the order of their tables, 待核实 ('') last. */
export function migration(before: Judgement, after: Judgement): Migration {
  return migrationBetween(answersOf(before), answersOf(after));
}

/** Compares any two answers to the same rows. */
export function migrationBetween(before: Answered, after: Answered): Migration {
  const [from, to] = [before, after].map(({ answers }) => [...answers, '']) as [string[], string[]];
  const counts = from.map(() => to.map(() => 0));
  const moves: Move[] = [];
  for (let row = 0; row < before.rows; row++) {
    const [old, now] = [before.at(row), after.at(row)];
    if (old === undefined || now === undefined) continue;
    const line = counts[from.indexOf(old)];
    if (line) line[to.indexOf(now)] = (line[to.indexOf(now)] ?? 0) + 1;
    if (old !== now) moves.push({ row, before: old, after: now });
  }
  return { from, to, counts, moves };
}

function answersOf(judgement: Judgement): Answered {
  const { answers, ledger } = judgement;
  return { answers, rows: ledger.rows, at: (row) => answerAt(judgement, row) };
}

/** The grades that a policy gives, best first, those given outright behind them. */
export function gradesAnswered({ verdicts, grading }: Grades): Answered {
  const ranked = grading.cohorts.flatMap(({ quotas, small }) =>
    [...quotas, ...(small?.quotas ?? [])].map(({ grade }) => grade),
  );
  const answers = [...new Set([...ranked, ...[...grading.outright, ...grading.after].map(({ answer }) => answer)])];
  const at = (row: number) => {
    const verdict = verdicts[row];
    if (!verdict || verdict.kind === 'notData') return undefined;
    return 'grade' in verdict ? verdict.grade : '';
  };
  return { answers, rows: verdicts.length, at };
}

/** What a row has that the ledger does not grade. */
const NOT_FILLED = '原表未填';

/** The grades that the ledger itself has; undefined where it has none. */
export function gradesOfLedger({ columns, kinds, rows }: Ledger): Answered | undefined {
  const column = columns.get('grade');
  if (column?.kind !== 'word' || column.words.length === 0) return undefined;
  const at = (row: number) => (kinds[row] === 'data' ? (wordAt(column, row) ?? NOT_FILLED) : undefined);
  return { answers: [...column.words.toSorted(), NOT_FILLED], rows, at };
}

/** A row's answer, '' where it is 待核实, undefined where the row is no data. */
export function answerAt(judgement: Judgement, row: number): string | undefined {
  const verdict = verdictAt(judgement, row);
  if (verdict.kind === 'notData') return undefined;
  return verdict.kind === 'answer' ? verdict.answer : '';
}
