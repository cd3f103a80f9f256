import type { Steps } from '../../../engine/column/index';
import { chooseTables, yearOfCell, yearsOfRows, type LocatedTable } from '../../../engine/ledger/index';
import type { SheetContents } from '../../../workbook/port';
import { pieceOf, sourceOfPieces, tablesOfSheet, type Piece, type Source, type TableChoice } from './source';

/** What a person has said of which tables and which year are the ledger. */
export interface ReadingChoice {
  /** Ids of tables that are read together. */
  readonly tables?: readonly string[];
  readonly year?: number | 'all';
}

interface Found {
  readonly piece: Piece;
  readonly tables: readonly LocatedTable[];
}

/** The ledger of a workbook, over all of the sheets given, in steps; undefined where none of them holds a table with rows. */
export function* bookSteps(
  sheets: readonly SheetContents[],
  said: ReadingChoice,
  active?: string,
): Steps<Source | undefined> {
  const found: Found[] = [];
  for (const contents of sheets) {
    const tables = yield* tablesOfSheet(contents);
    for (const table of tables.toSorted((a, b) => a.headerRow - b.headerRow || a.firstColumn - b.firstColumn)) {
      found.push({ piece: pieceOf(contents, table, tables), tables });
      yield;
    }
  }
  const source = readTogether(found, said.tables, active);
  yield;
  return source && withYear(source, said.year);
}

function readTogether(
  found: readonly Found[],
  said: readonly string[] | undefined,
  active: string | undefined,
): Source | undefined {
  const chosen = chooseTables(
    found.map(({ piece: { contents, located, cells } }) => ({
      sheet: contents.sheet.name,
      visible: contents.sheet.visible,
      active: contents.sheet.id === active,
      table: located,
      rows: cells,
    })),
  );
  if (!chosen) return undefined;
  const at = (places: readonly number[]) => places.flatMap((place) => found[place]?.piece ?? []);
  const [alike, others] = [at(chosen.alike), at(chosen.others)];
  const asked = (said ?? []).flatMap((id) => found.find(({ piece }) => piece.id === id)?.piece ?? []);
  const isSaid = said !== undefined && asked.length === said.length && asked.length > 0;
  const meanwhile = chosen.areReadings ? at([chosen.best]) : togetherWith(alike, others);
  const pieces = fitted(isSaid ? asked : meanwhile);
  const tables = found.find(({ piece }) => piece === pieces[0])?.tables ?? [];
  const source = sourceOfPieces(pieces, tables);
  const ways = waysOf(alike, others);
  if (!source || ways.length < 2) return source;
  return { ...source, choice: { ways, open: chosen.isOpen && !isSaid } };
}

/** The tables of the same columns, and those whose enterprises can be read with them. */
function togetherWith(alike: readonly Piece[], others: readonly Piece[]): Piece[] {
  const [first] = alike;
  return first ? [...alike, ...others.filter((other) => fits(first, other))] : [];
}

/** Pieces cut to the columns of the first: what stands under another name there is left out. */
function fitted(pieces: readonly Piece[]): Piece[] {
  const [first] = pieces;
  if (!first) return [];
  const names = first.located.paths.map(nameOf);
  return pieces.map((piece) => {
    if (piece === first) return piece;
    const same = names.map((name, column) => nameOf(piece.located.paths[column] ?? []) === name);
    if (same.every(Boolean) && piece.located.columns === names.length) return piece;
    return { ...piece, cells: piece.cells.map((row) => same.map((is, column) => (is ? (row[column] ?? '') : ''))) };
  });
}

const nameOf = (path: readonly string[]): string => (path.at(-1) ?? '').replace(/\s+/g, '');

/** Lists that name, measure and tax their enterprises in the same columns can be read as one, whatever else they hold. */
function fits(one: Piece, other: Piece): boolean {
  return ['enterprise', 'landArea', 'taxPaid'].every((id) => {
    const [own, others] = [one, other].map(({ located }) => located.headers.byField.get(id));
    return own?.column === others?.column && own?.unit?.text === others?.unit?.text && own?.header === others?.header;
  });
}

/** All pieces of the same columns together, and each table by itself. */
function waysOf(alike: readonly Piece[], others: readonly Piece[]): TableChoice['ways'] {
  const one = (piece: Piece) => {
    const { contents, located } = piece;
    const beside = [...alike, ...others].filter((other) => other.contents.sheet.id === contents.sheet.id);
    const text =
      beside.length > 1
        ? `${contents.sheet.name} 第${located.headerRow + contents.area.row + 1}行起${columnName(piece)}`
        : contents.sheet.name;
    return { tables: [piece.id], text, count: located.dataRows };
  };
  const together = togetherWith(alike, others);
  const all = {
    tables: together.map(({ id }) => id),
    text: '',
    count: together.reduce((sum, { located }) => sum + located.dataRows, 0),
  };
  return [...(together.length > 1 ? [all] : []), ...[...alike, ...others].map(one)];
}

/** Tables beside each other are told by their titles or first columns. */
function columnName({ located, area }: Piece): string {
  return located.titleText === undefined ? `（第${area.column + 1}列起）` : `（${located.titleText}）`;
}

/** One row an enterprise and year: the rows of other years hold nothing. The newest counts until a person has said. */
function withYear(source: Source, said: number | 'all' | undefined): Source {
  const years = yearsOfRows(source.located.headers, source.rows);
  const [newest] = years;
  const column = source.located.headers.byField.get('evaluationYear')?.column;
  if (newest === undefined || column === undefined) return source;
  const isSaid = said === 'all' || (said !== undefined && years.includes(said));
  const chosen = isSaid ? said : newest;
  const isOther = (row: readonly unknown[]) => {
    const own = yearOfCell(row[column] as string);
    return chosen !== 'all' && own !== undefined && own !== chosen;
  };
  const rows = chosen === 'all' ? source.rows : source.rows.map((row) => (isOther(row) ? [] : row));
  return { ...source, rows, years: { years, chosen, open: !isSaid } };
}

/** Where the workbook keeps what was said of its tables and its year. */
export const READING_KEY = 'mujun.reading';

/** What a workbook kept; anything that is not ours is left out. */
export function readReading(stored: unknown): ReadingChoice {
  const { tables, year } = (stored ?? {}) as { tables?: unknown; year?: unknown };
  const ids = Array.isArray(tables) ? tables.filter((id): id is string => typeof id === 'string').slice(0, 200) : [];
  return {
    ...(ids.length > 0 ? { tables: ids } : {}),
    ...(year === 'all' || typeof year === 'number' ? { year } : {}),
  };
}
