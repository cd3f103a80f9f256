import { textAt } from '../column/verbs';
import { fieldOf } from '../ledger/fields';
import type { Ledger } from '../ledger/readLedger';
import type { Grading, PolicyPack } from '../policy/pack';
import { fieldsIn } from '../rule/treeParts';
import type { AssessContext } from './context';

/** How the rows of cohorts stand apart within them. */
export interface GradeGroups {
  /** The word that a row is ranked under; '' where its cohort is one. */
  readonly lead: (row: number) => string;
  /** The labels of the columns that rows are ranked under, for rows that have no word there. */
  readonly missing: ReadonlyMap<number, readonly string[]>;
}

/** Cohorts that are ranked within each word of a column: the word of every row. */
export function groupsOf(ledger: Ledger, { fields, grading }: PolicyPack, outcome: Int16Array): GradeGroups {
  const columns = (grading?.cohorts ?? []).map(({ each }) => fields.find(({ name }) => name === each)?.field);
  const columnOf = (row: number) => columns[outcome[row] ?? -1];
  const lead = (row: number) => {
    const column = columnOf(row);
    return column === undefined ? '' : (textAt(ledger, column, row) ?? '');
  };
  const missing = new Map<number, readonly string[]>();
  outcome.forEach((_, row) => {
    const column = columnOf(row);
    if (column !== undefined && lead(row) === '') missing.set(row, [fieldOf(column).label]);
  });
  return { lead, missing };
}

/** The rows, by label, whose bonus or penalty has a cell that says something other than a number. */
export function pointsUnread(
  { bonus, penalty }: Grading,
  ledger: Ledger,
  { policy }: AssessContext,
): ReadonlyMap<string, ReadonlySet<number>> {
  const names = [bonus, penalty].flatMap((tree) => (tree ? fieldsIn(tree) : []));
  const fields = policy.pack.fields.filter(({ name }) => names.includes(name)).map(({ field }) => field);
  const rowsOf = (id: string) =>
    ledger.findings.flatMap(({ field, row, code }) => (field === id && code === 'unreadable' ? [row] : []));
  return new Map([...new Set(fields)].map((id) => [fieldOf(id).label, new Set(rowsOf(id))] as const));
}
