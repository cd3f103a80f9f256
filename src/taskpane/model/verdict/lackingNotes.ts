import { columnsLacking, gradeColumnsLacking, type Grades, type Judgement } from '../../../engine/assess/index';
import { lackingText } from '../../../text/why';

type Lacking = ReturnType<typeof columnsLacking>;

/** Looking for them judges a ledger a second time: once for all its rows. */
const KNOWN = new WeakMap<Judgement | Grades, Lacking>();

/** What a row's tier, path or grade was worked out with that the ledger has no column for, a sentence each. */
export function lackingNotes(given: Judgement | Grades, row: number): readonly string[] {
  const lacking = KNOWN.get(given) ?? ('rules' in given ? columnsLacking(given) : gradeColumnsLacking(given));
  KNOWN.set(given, lacking);
  return lacking(row).map(lackingText);
}
