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

/** Compares two judgements of the same rows; answers in the order of their tables, 待核实 ('') last. */
export function migration(before: Judgement, after: Judgement): Migration {
  const [from, to] = [answersOf(before), answersOf(after)];
  const counts = from.map(() => to.map(() => 0));
  const moves: Move[] = [];
  for (let row = 0; row < before.ledger.rows; row++) {
    const [old, now] = [answerAt(before, row), answerAt(after, row)];
    if (old === undefined || now === undefined) continue;
    const line = counts[from.indexOf(old)];
    if (line) line[to.indexOf(now)] = (line[to.indexOf(now)] ?? 0) + 1;
    if (old !== now) moves.push({ row, before: old, after: now });
  }
  return { from, to, counts, moves };
}

function answersOf({ answers }: Judgement): string[] {
  return [...answers, ''];
}

/** A row's answer, '' where it is 待核实, undefined where the row is no data. */
export function answerAt(judgement: Judgement, row: number): string | undefined {
  const verdict = verdictAt(judgement, row);
  if (verdict.kind === 'notData') return undefined;
  return verdict.kind === 'answer' ? verdict.answer : '';
}
