import { cellText, type Cell } from '../ledger/cell';
import { DEPARTMENTS } from './departments';
import { sensitivities } from './sensitivity';
import type { SharedLedger } from './sharedLedger';

/** What becomes of a column in a copy; columns left out are not named. */
export type ColumnRole = 'fill' | 'locked' | 'masked';

export interface CopyColumn {
  /** Position in the home ledger. */
  readonly column: number;
  readonly role: ColumnRole;
}

/** Which columns go into a copy. */
export interface ColumnRule {
  readonly personal: 'leaveOut' | 'mask' | 'show';
  readonly tax: 'leaveOut' | 'mask' | 'show';
  /** Enterprises' names and credit codes. */
  readonly identity: 'mask' | 'show';
  /** Columns that are not the department's to fill: locked, or left out but for those that say which row it is. */
  readonly others: 'locked' | 'leaveOut';
}

export const CAREFUL: ColumnRule = { personal: 'leaveOut', tax: 'leaveOut', identity: 'show', others: 'locked' };

/** Rows and columns of one copy. Without a department every column that is shown may be filled in. */
export interface CopyPart {
  readonly township?: string;
  readonly department?: string;
  readonly rows: readonly number[];
  readonly columns: readonly CopyColumn[];
}

export interface SplitRequest {
  readonly by: 'township' | 'department' | 'both' | 'whole';
  readonly departments: readonly string[];
  readonly rule: ColumnRule;
}

/** The copies a request makes, townships in the ledger's order; rows without a township are a copy of their own (''). */
export function splitLedger(ledger: SharedLedger, { by, departments, rule }: SplitRequest): CopyPart[] {
  const rows = by === 'township' || by === 'both' ? rowsByTownship(ledger) : new Map([['', dataRows(ledger)]]);
  const named = by === 'township' || by === 'both';
  const offices = by === 'department' || by === 'both' ? departments : [undefined];
  return [...rows].flatMap(([township, members]) =>
    offices.map((department): CopyPart => ({
      ...(named ? { township } : {}),
      ...(department === undefined ? {} : { department }),
      rows: members,
      columns: columnsFor(ledger, department, rule),
    })),
  );
}

function dataRows({ kinds }: SharedLedger): number[] {
  return kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
}

function rowsByTownship(ledger: SharedLedger): Map<string, number[]> {
  const column = ledger.headers.byField.get('township')?.column;
  const groups = new Map<string, number[]>();
  for (const row of dataRows(ledger)) {
    const township = column === undefined ? '' : townshipText(ledger.rows[row]?.[column]);
    const group = groups.get(township);
    if (group) group.push(row);
    else groups.set(township, [row]);
  }
  return groups;
}

function townshipText(cell: Cell): string {
  return cellText(cell);
}

const ROW_SIGNS: readonly string[] = ['sequence', 'enterprise', 'creditCode', 'parcelId', 'township'];

/** A department's own columns to fill in; what says which row it is stays, whatever the rule says of other columns. */
export function columnsFor(ledger: SharedLedger, department: string | undefined, rule: ColumnRule): CopyColumn[] {
  const kinds = sensitivities(ledger);
  const own = DEPARTMENTS.find(({ name }) => name === department)?.fields;
  return ledger.headers.texts.flatMap((title, column): CopyColumn[] => {
    const field = ledger.headers.columns[column]?.field.id ?? '';
    const isSign = ROW_SIGNS.includes(field);
    const isOwn = own === undefined ? !isSign : own.includes(field) && !isSign;
    const kind = kinds[column];
    if (title === '' && isEmpty(ledger, column)) return [];
    // The tax office may see and fill in taxes; nobody gets personal columns by being a department.
    if (kind === 'tax' && isOwn && own !== undefined) return [{ column, role: 'fill' }];
    const how = kind === undefined ? 'show' : rule[kind];
    if (how === 'leaveOut') return [];
    if (how === 'mask') return [{ column, role: 'masked' }];
    if (isOwn) return [{ column, role: isFormula(ledger, column) ? 'locked' : 'fill' }];
    return isSign || rule.others === 'locked' ? [{ column, role: 'locked' }] : [];
  });
}

function isEmpty({ rows }: SharedLedger, column: number): boolean {
  return rows.every((row) => (row[column] ?? '') === '');
}

/** A column the ledger computes itself is not there to be typed into. */
function isFormula({ formulas, kinds }: SharedLedger, column: number): boolean {
  if (!formulas) return false;
  const data = kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  return data.length > 0 && data.filter((row) => (formulas[row]?.[column] ?? '') !== '').length * 2 > data.length;
}
