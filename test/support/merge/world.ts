import type { Cell } from '../../../src/engine/ledger/cell';

/**
 * What a cell says, and about whom: every value keeps the enterprise it is about (its row at home, -1 for nobody of the ledger) and
 * the home column it belongs to, whatever is moved about. That is the truth a merge is held against; nothing of the engine is in it.
 */
export interface Held {
  readonly value: Cell;
  readonly about: number;
}

export interface Line {
  /** First the row code. */
  readonly cells: Held[];
}

export interface Sheet {
  readonly name: string;
  readonly titles: Cell[];
  /** Home column of every column, -1 for the row code and columns that people added. */
  readonly columns: number[];
  lines: Line[];
  /** Columns in which somebody typed, and columns that were sorted by themselves: who typed where cannot be told from both. */
  readonly typed: Set<number>;
  readonly sorted: Set<number>;
  swapped: boolean;
  /** Names that have changed places or were typed anew: changing places would leave no trace of whom people meant between. */
  readonly swappedNames: Set<Held>;
}

export interface Copy {
  readonly label: string;
  readonly sheets: Sheet[];
  twice: boolean;
}

export interface HomeRow {
  /** Its row when the copies went out, -1 for one added since. */
  readonly origin: number;
  readonly cells: Cell[];
}

/** Where a ledger keeps what its rows are known by, and two amounts, by home column. */
export interface Places {
  readonly name: number;
  readonly codes: readonly number[];
  readonly amounts: readonly number[];
}

/** The same to a reader: ends of lines, blanks around a text and a number kept as text do not make another value. */
export function sameValue(left: Cell, right: Cell): boolean {
  return normal(left) === normal(right);
}

function normal(cell: Cell): string {
  if (typeof cell === 'number') return String(Number(cell.toPrecision(13)));
  const text = String(cell ?? '')
    .replace(/\r\n/g, '\n')
    .trim();
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? String(Number(Number(text).toPrecision(13))) : text;
}

/** Whom a person means who types into a line: the one whose name stands there, else whose code does. */
export function personOf({ columns, lines }: Sheet, at: number, places: Places): number {
  const cells = lines[at]?.cells ?? [];
  const seen = [places.name, ...places.codes].map((column) => cells[columns.indexOf(column)]);
  return (seen.find((cell) => cell !== undefined && String(cell.value ?? '').trim() !== '') ?? cells[0])?.about ?? -1;
}
