import { parseUnit } from '../../../engine/quantity/index';
import {
  attachedColumns,
  attachedHeaders,
  pairRows,
  saidTogether,
  withUnitNotes,
  type Cell,
  type HeaderMatch,
  type Pairing,
} from '../../../engine/ledger/index';
import { withColumnsBehind } from './behind';
import type { Attached, Source } from './source';

/** How a table is put beside a ledger. */
export interface AttachedAs {
  readonly name: string;
  readonly to: string;
  /** Several rows of one enterprise there are added up; else nobody knows which of them counts. */
  readonly sums: boolean;
  /** Rows of one enterprise here are judged each by itself: none of them has what is the enterprise's. */
  readonly apart?: boolean;
  /** Of a table that has what a whole ledger lacks only these fields are read. */
  readonly fields?: readonly string[];
}

/** How the enterprises of a ledger are found again in another table; undefined where none can be looked for. */
export function pairingOf(source: Source, other: Source): Pairing | undefined {
  return pairRows(pairedTable(source), pairedTable(other));
}

const pairedTable = ({ located: { headers }, rows }: Source) => ({ headers, rows });

/** A ledger with the columns of another table behind its own, in the rows of the same enterprises. */
export function withAttached(source: Source, other: Source, pairing: Pairing, as: AttachedAs): Source {
  const [own, theirs] = [noted(source), noted(other, source)];
  const columns = attachedColumns(own, theirs, as.fields);
  const from = own.columns.length;
  const placed = placedRows(other, pairing, as);
  const partner = (row: number) => {
    const found = placed.get(row);
    return found?.length === 1 ? found[0] : undefined;
  };
  const { pairs, respelt, unsure } = told(pairing, placed);
  const attached: Attached = {
    ...{ pieces: other.pieces, name: as.name, to: as.to, by: pairing.by, sums: as.sums },
    ...(as.fields ? { further: true } : {}),
    ...{ from, columns, rows: source.rows.map((_, row) => partner(row)) },
    ...{ pairs, respelt, unsure, alone: pairing.onlyFirst },
    left: pairing.onlySecond.map((row) => nameIn(other, row)),
  };
  const headers = attachedHeaders(own, theirs, columns);
  const names = columns.map((column) => nameOf(theirs, other, column));
  const paths = columns.map((column) => other.located.paths[column] ?? []);
  const whole = withColumnsBehind(source, { headers, names, paths }, (rows, row) =>
    besideRow(rows === source.rows ? other.rows : other.cells, theirs, { at: placed.get(row), columns }),
  );
  return {
    ...whole,
    located: { ...whole.located, unitNotes: notesLeft(source.located.unitNotes, headers, from) },
    attached: [...(source.attached ?? []), attached],
  };
}

/** Columns with the units that the lines around their own table name; below one another on a sheet the first table's go for both. */
function noted({ located, contents }: Source, above?: Source): HeaderMatch {
  const isBelow = located.unitNotes.length === 0 && above?.contents.sheet.id === contents.sheet.id;
  return withUnitNotes(located.headers, isBelow ? above.located.unitNotes : located.unitNotes);
}

/** A line over the first table says nothing of the units of the second one. */
function notesLeft(notes: readonly string[], { columns, doubts }: HeaderMatch, from: number): string[] {
  const behind = [...columns, ...doubts.flatMap((doubt) => doubt.columns)].filter(
    (match) => match !== undefined && match.column >= from && !match.unit,
  );
  const open = new Set(behind.map((match) => (match?.field.kind === 'floor' ? 'area' : match?.field.kind)));
  return notes.filter((note) => !open.has(parseUnit(note)?.dimension as never));
}

/** For the first row of each enterprise its rows in the other table. */
function placedRows(
  other: Source,
  { pairs }: Pairing,
  { sums, apart = false }: AttachedAs,
): ReadonlyMap<number, readonly number[]> {
  const merged = new Set(
    other.amounts.flatMap(({ row, rows }) => (rows > 1 ? Array.from({ length: rows }, (_, at) => row + at) : [])),
  );
  return new Map(
    pairs.flatMap(({ first, second }): [number, readonly number[]][] => {
      const isOpen =
        (second.length > 1 && !sums) || (first.length > 1 && apart) || second.some((row) => merged.has(row));
      const [row] = first;
      return isOpen || row === undefined ? [] : [[row, second]];
    }),
  );
}

/** What of the pairing a person is told. */
function told({ pairs, unsure }: Pairing, placed: ReadonlyMap<number, readonly number[]>) {
  const isPlaced = ({ first }: Pairing['pairs'][number]) => first.some((row) => placed.has(row));
  return {
    pairs: pairs.filter(isPlaced).length,
    unsure: [...unsure, ...pairs.filter((pair) => !isPlaced(pair)).flatMap(({ first }) => first)].toSorted(
      (a, b) => a - b,
    ),
    respelt: pairs.filter((pair) => pair.isRespelt && isPlaced(pair)).flatMap(({ first }) => first.slice(0, 1)),
  };
}

function besideRow(
  rows: Source['rows'],
  headers: HeaderMatch,
  { at = [], columns }: { readonly at: readonly number[] | undefined; readonly columns: readonly number[] },
): Cell[] {
  const own = at.map((row) => rows[row] ?? []);
  return columns.map((column) => (own.length === 0 ? '' : saidTogether(own, headers, column)));
}

/** The names of a column from top to bottom, with the unit that a line above its table names. */
function nameOf({ columns }: HeaderMatch, { located: { headers, paths } }: Source, column: number): string {
  const unit = headers.columns[column]?.unit ? undefined : columns[column]?.unit;
  return `${(paths[column] ?? []).join('/')}${unit ? `（${unit.text}）` : ''}`;
}

function nameIn({ located: { headers }, rows }: Source, row: number): string {
  const columns = ['enterprise', 'creditCode'].flatMap((id) => headers.byField.get(id)?.column ?? []);
  return columns.map((column) => String(rows[row]?.[column] ?? '').trim()).find((text) => text !== '') ?? '';
}
