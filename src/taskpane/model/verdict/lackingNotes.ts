import { columnsLacking, gradeColumnsLacking, type Grades, type Judgement } from '../../../engine/assess/index';
import { lackingText } from '../../../text/why';

type Reader = (row: number) => readonly string[];

/** Looking for them judges a ledger a second time: once for all its rows. */
const OF_JUDGEMENTS = new WeakMap<Judgement, Reader>();
const OF_GRADES = new WeakMap<Grades, Reader>();

/** What a row's tier or path hangs on that the ledger has no column for, a sentence each. */
export function lackingNotes(judgement: Judgement, row: number): readonly string[] {
  const known = OF_JUDGEMENTS.get(judgement);
  if (known) return known(row);
  const lacking = columnsLacking(judgement);
  OF_JUDGEMENTS.set(judgement, (own) => lacking(own).map(lackingText));
  return lackingNotes(judgement, row);
}

/** The same of a row's grade. */
export function gradeLackingNotes(grades: Grades, row: number): readonly string[] {
  const known = OF_GRADES.get(grades);
  if (known) return known(row);
  const lacking = gradeColumnsLacking(grades);
  OF_GRADES.set(grades, (own) => lacking(grades.verdicts[own] ?? { kind: 'notData' }).map(lackingText));
  return gradeLackingNotes(grades, row);
}
