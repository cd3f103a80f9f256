import type { Unit } from '../quantity/unit';
import { isBlank, type Cell, type Rows } from './cell';
import { unitsFound, type AskedUnit } from './columns/units';
import type { LocatedTable } from './locateTables';
import type { ColumnMatch, Doubt, HeaderMatch } from './matchHeaders';
import { unitOfCell } from './number';
import { columnUnit, dimensionOf, numberReader } from './readColumn';
import { withUnitNotes, type ColumnChoice } from './sheet/unitNotes';
import { withMapping } from './withMapping';

/** One of several tables of a ledger, understood by itself: its columns with their units, and what only a person can tell. */
export interface OwnColumns {
  readonly headers: HeaderMatch;
  readonly paths: readonly (readonly string[])[];
  readonly doubts: readonly Doubt[];
  readonly units: readonly AskedUnit[];
}

/** What a list is read by: who, how much land and how much tax. */
const READ_BY: ReadonlySet<string> = new Set(['enterprise', 'landArea', 'taxPaid']);

/** Understands a table by its own words, units and sums, and by what a person has said of its columns. */
export function ownColumns(
  { headers, paths, unitNotes }: Pick<LocatedTable, 'headers' | 'paths' | 'unitNotes'>,
  rows: Rows,
  said: ReadonlyMap<number, ColumnChoice> = new Map(),
): OwnColumns {
  const noted = withUnitNotes(withMapping(withUnitNotes(headers, unitNotes), said), unitNotes);
  const { proved, doubts } = unitsFound(noted, rows, unitNotes);
  const own = withMapping(
    noted,
    new Map([...proved].map(([column, unit]): [number, ColumnChoice] => [column, { unit }])),
  );
  const isOpen = ({ field }: { readonly field: Doubt['field'] }) => READ_BY.has(field.id);
  return {
    headers: { ...own, doubts: noted.doubts.filter((doubt) => !isOpen(doubt)) },
    paths,
    // One of several tables without a tax (those that build) is no question: the others have theirs.
    doubts: noted.doubts.filter((doubt) => isOpen(doubt) && doubt.against !== true),
    units: doubts.filter(({ match }) => !said.get(match.column)?.unit),
  };
}

/** Whether nothing has to be asked about whose land and tax a table tells, and in which units. */
export function isDecided({ headers, doubts, units }: OwnColumns): boolean {
  return doubts.length === 0 && units.length === 0 && [...READ_BY].every((id) => headers.byField.has(id));
}

/** How a table's columns fill those of another: for each of the other's, the own column and what its numbers are multiplied by. */
export type Fit = readonly (FittedColumn | undefined)[];

interface FittedColumn {
  readonly column: number;
  readonly match?: ColumnMatch;
  /** The unit that the other's column is written in. */
  readonly into?: Unit | undefined;
}

/** Fits a table to the columns of another one: what means the same goes into one column, whatever it is called and measured in. */
export function fitOf(lead: OwnColumns, own: OwnColumns): Fit {
  const used = new Set<number>();
  const byField = lead.paths.map((_, column): FittedColumn | undefined => {
    const match = fieldAt(lead, column);
    const mine = match && (own.headers.byField.get(match.field.id) ?? likeliest(own, match.field.id));
    if (!match || !mine) return undefined;
    used.add(mine.column);
    return { column: mine.column, match: mine, into: columnUnit(match) };
  });
  // What is added up there is the whole already: the other's own parts of it stay blank.
  const isPart = (column: number) =>
    byField.some((found, at) => found !== undefined && fieldAt(lead, at)?.plus?.some((part) => part.column === column));
  const names = own.paths.map(nameOf);
  return byField.map((found, column) => {
    if (isPart(column)) return undefined;
    const name = nameOf(lead.paths[column] ?? []);
    const same = name === '' ? -1 : names.indexOf(name);
    const isOther = lead.headers.columns[column] !== undefined || own.headers.columns[same] !== undefined;
    return (found ?? (same < 0 || used.has(same) || isOther)) ? found : { column: same };
  });
}

/** What a column is taken for, or is likeliest to be where that is asked. */
function fieldAt({ headers, doubts }: OwnColumns, column: number): ColumnMatch | undefined {
  const match = headers.columns[column];
  if (match && headers.byField.get(match.field.id)?.column === column) return match;
  return doubts.flatMap(({ columns }) => columns.slice(0, 1)).find((one) => one.column === column);
}

/** While it is asked whose a table's rows are and which of its figures count, its rows count as what they are likeliest to be, and are held back. */
function likeliest({ doubts }: OwnColumns, id: string): ColumnMatch | undefined {
  return doubts.find(({ field }) => field.id === id)?.columns[0];
}

const nameOf = (path: readonly string[]): string => (path.at(-1) ?? '').replace(/\s+/g, '');

/** A table's rows in the columns of another: amounts in its units, words as they stand. */
export function fittedRows(rows: Rows, fit: Fit): Rows {
  return rows.map((row) => fit.map((fitted) => (fitted ? fittedCell(row, fitted) : '')));
}

function fittedCell(row: readonly Cell[], { column, match, into }: FittedColumn): Cell {
  const cell = row[column];
  if (!match) return cell ?? '';
  if (match.plus) return summed(row, match, into);
  const unit = columnUnit(match);
  return isBlank(cell) || isSameUnit(unit, into) ? (cell ?? '') : converted(cell, match, into);
}

/** A bare number in the other's unit; one that names its own unit, and what is no number, stand as they are. */
function converted(cell: Cell, match: ColumnMatch, into: Unit | undefined): Cell {
  if (dimensionOf(match.field) === undefined || (typeof cell === 'string' && unitOfCell(cell))) return cell;
  const reading = numberReader(match, { zeroIsBlank: false })(cell);
  return reading.kind === 'value' ? inUnit(reading.value, into) : cell;
}

/** Columns that are added up give one number; a part that cannot be read stands for the whole, so that it is told. */
function summed(row: readonly Cell[], match: ColumnMatch, into: Unit | undefined): Cell {
  const read = numberReader(match, { zeroIsBlank: false });
  let sum: number | undefined;
  for (const { column, sign } of [{ column: match.column, sign: 1 }, ...(match.plus ?? [])]) {
    const cell = row[column];
    const reading = read(cell);
    if (reading.kind === 'unreadable') return cell;
    if (reading.kind === 'value') sum = (sum ?? 0) + sign * reading.value;
  }
  return sum === undefined ? '' : inUnit(sum, into);
}

/** 亩, 万元, 万元/亩 or ㎡ of floors as the other's column is written. */
function inUnit(value: number, unit: Unit | undefined): number {
  return unit ? (value * unit.over) / unit.times : value;
}

function isSameUnit(one: Unit | undefined, other: Unit | undefined): boolean {
  return (one?.times ?? 1) === (other?.times ?? 1) && (one?.over ?? 1) === (other?.over ?? 1);
}
