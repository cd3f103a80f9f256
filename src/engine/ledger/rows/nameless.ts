import { cellText, isBlank, isMissingMark, type Rows } from '../cell';
import type { HeaderMatch } from '../matchHeaders';
import { rowKinds } from '../rowKind';
import { isSiteAlone } from './firmNames';
import type { FirmRows } from './firmRows';

/** What rows without a name are: more of the enterprise above, or nobody's. */
export const NAMELESS_ANSWERS = ['above', 'none'] as const;
export type NamelessAnswer = (typeof NAMELESS_ANSWERS)[number];

/**
 * Rows with land or tax and without a name, a code or a number of their own, right below an enterprise: with it, as it stands
 * first. They may be more of its parcels or nobody's land.
 */
export function namelessRows(rows: Rows, headers: HeaderMatch): FirmRows[] {
  const at = (id: string) => headers.byField.get(id)?.column;
  const [name, land, tax, code, sequence] = ['enterprise', 'landArea', 'taxPaid', 'creditCode', 'sequence'].map(at);
  if (name === undefined || land === undefined || tax === undefined) return [];
  const holds = (row: number, column: number | undefined) =>
    column !== undefined && !isBlank(rows[row]?.[column]) && !isMissingMark(cellText(rows[row]?.[column]));
  const isNameless = (row: number) =>
    (!holds(row, name) || isSiteAlone(rows[row]?.[name])) &&
    !holds(row, code) &&
    !holds(row, sequence) &&
    (holds(row, land) || holds(row, tax));
  if (!rows.some((_, row) => isNameless(row))) return [];
  const kinds = rowKinds(rows, headers, { zeroIsBlank: false });
  const found: number[][] = [];
  let group: number[] = [];
  rows.forEach((_, row) => {
    if (kinds[row] !== 'data') group = [];
    else if (!isNameless(row)) group = holds(row, name) ? [row] : [];
    else if (group.length > 0 && group.push(row) === 2) found.push(group);
  });
  return found;
}

/** The rows with each nameless one called as the enterprise above it, or holding nothing. */
export function withNames(
  rows: Rows,
  groups: readonly FirmRows[],
  { byField }: HeaderMatch,
  answer: NamelessAnswer,
): Rows {
  const changed = [...rows];
  const columns = ['enterprise', 'creditCode'].flatMap((id) => byField.get(id)?.column ?? []);
  for (const [lead = 0, ...below] of groups) {
    for (const row of below) {
      const cells = [...(rows[row] ?? [])];
      for (const column of columns) cells[column] = rows[lead]?.[column];
      changed[row] = answer === 'none' ? [] : cells;
    }
  }
  return changed;
}
