import { textAt } from '../column/verbs';
import { fieldOf } from '../ledger/fields';
import type { Ledger } from '../ledger/readLedger';
import type { Grading, PolicyPack } from '../policy/pack';
import type { RuleTable } from '../rule/truth';
import { fieldsIn } from '../rule/treeParts';
import { wordIn } from '../rule/truthAt';
import type { AssessContext } from './context';

/** How the rows of cohorts stand apart within them. */
export interface GradeGroups {
  /** The word that a row is ranked under; '' where its cohort is one. */
  readonly lead: (row: number) => string;
  /** The labels of the columns that rows are ranked under, for rows that have no word there. */
  readonly missing: ReadonlyMap<number, readonly string[]>;
}

/**
 * Cohorts that are ranked within each word of a column: the word of every row, the policy's own for what the ledger writes where it
 * has some.
 */
export function groupsOf(
  ledger: Ledger,
  { fields, grading }: PolicyPack,
  { outcome, table }: { readonly outcome: Int16Array; readonly table: RuleTable },
): GradeGroups {
  const columns = (grading?.cohorts ?? []).map(({ each }) => fields.find(({ name }) => name === each));
  const columnOf = (row: number) => columns[outcome[row] ?? -1];
  const lead = (row: number) => {
    const column = columnOf(row);
    if (!column) return '';
    const isRead = table.readings.get(column.name)?.words !== undefined;
    return (isRead ? wordIn(table, column.name, row) : textAt(ledger, column.field, row)) ?? '';
  };
  const missing = new Map<number, readonly string[]>();
  outcome.forEach((_, row) => {
    const column = columnOf(row);
    if (column && lead(row) === '') missing.set(row, [fieldOf(column.field).label]);
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
