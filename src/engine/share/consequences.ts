import { numberAt, textAt } from '../column/verbs';
import { verdictAt, type Judgement } from '../assess/judge';

/** A row whose tier or path becomes another one. The words are answers, or '' where it cannot be told. */
export interface Consequence {
  readonly row: number;
  readonly kind: 'tier' | 'path';
  readonly before: string;
  readonly after: string;
}

/** How many rows and how much land (亩) a township's answer covers, before and after. */
export interface TownshipShift {
  readonly township: string;
  readonly kind: 'tier' | 'path';
  readonly answer: string;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly areaBefore: number;
  readonly areaAfter: number;
}

interface Pair {
  readonly before?: Judgement;
  readonly after?: Judgement;
}

/** What a merge would change in the answers: the same ledger judged before and after, row by row. */
export function consequences(given: { readonly tiers: Pair; readonly paths: Pair }): Consequence[] {
  return [...changedIn('tier', given.tiers), ...changedIn('path', given.paths)];
}

function changedIn(kind: Consequence['kind'], { before, after }: Pair): Consequence[] {
  if (!before || !after) return [];
  return Array.from({ length: after.ledger.rows }, (_, row) => ({
    row,
    kind,
    before: answerAt(before, row),
    after: answerAt(after, row),
  })).filter((one) => one.before !== one.after);
}

function answerAt(judgement: Judgement, row: number): string {
  const verdict = verdictAt(judgement, row);
  return verdict.kind === 'answer' ? verdict.answer : '';
}

/** The townships whose answers cover other land than before: what annual targets are divided by. */
export function townshipShifts(given: { readonly tiers: Pair; readonly paths: Pair }): TownshipShift[] {
  return [...shiftsOf('tier', given.tiers), ...shiftsOf('path', given.paths)];
}

function shiftsOf(kind: Consequence['kind'], { before, after }: Pair): TownshipShift[] {
  if (!before || !after) return [];
  const [was, is] = [sumsOf(before), sumsOf(after)];
  const none = { rows: 0, area: 0, township: '', answer: '' };
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): TownshipShift[] => {
    const [old, now] = [was.get(key) ?? none, is.get(key) ?? none];
    if (old.rows === now.rows && Math.abs(old.area - now.area) < 1e-9) return [];
    const { township, answer } = is.get(key) ?? old;
    return [
      { township, kind, answer, rowsBefore: old.rows, rowsAfter: now.rows, areaBefore: old.area, areaAfter: now.area },
    ];
  });
}

interface Sum {
  readonly township: string;
  readonly answer: string;
  rows: number;
  area: number;
}

function sumsOf(judgement: Judgement): Map<string, Sum> {
  const { ledger } = judgement;
  const sums = new Map<string, Sum>();
  for (let row = 0; row < ledger.rows; row++) {
    const answer = answerAt(judgement, row);
    if (answer === '') continue;
    const township = textAt(ledger, 'township', row) ?? '';
    const area = numberAt(ledger, 'landArea', row);
    const sum = sums.get(`${township}\u0001${answer}`) ?? { township, answer, rows: 0, area: 0 };
    sum.rows += 1;
    sum.area += Number.isNaN(area) ? 0 : area;
    sums.set(`${township}\u0001${answer}`, sum);
  }
  return sums;
}
