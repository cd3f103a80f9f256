import { definedOnly, type Steps } from '../../../engine/column/index';
import {
  alikeLists,
  amountsSaid,
  chooseTables,
  completes,
  dictionaryOn,
  FIRM_ANSWERS,
  NAMELESS_ANSWERS,
  unitsByName,
  yearOfCell,
  yearsOfRows,
  type BookTable,
  type Dictionary,
  type FirmAnswer,
  type HeaderMatch,
  type NamelessAnswer,
  type LocatedTable,
} from '../../../engine/ledger/index';
import type { SheetContents } from '../../../workbook/port';
import { besideChosen, besidesIn, readBeside, type FoundBeside } from './besides';
import { withFurther } from './further';
import { joinedSource, pieceName } from './joined';
import { pointedOn, readPointed, type PointedHeader } from './pointed';
import { rewritten } from './rewritten';
import { readAside, withoutAside } from './setAside';
import { SHARES, type Share } from './rowChoices';
import { withNameless } from './nameless';
import { withShared } from './sharedLand';
import {
  pieceOf,
  tablesOfSheet,
  type AsideRow,
  type BesideSaid,
  type Piece,
  type Source,
  type TableChoice,
} from './source';
import { readWord, type TableWord } from './tableWords';
import { withTownships } from './townships';

/** What a person has said of which tables and which year are the ledger, and of columns of single tables. */
export interface ReadingChoice {
  /** Ids of tables that are read together. */
  readonly tables?: readonly string[];
  /** With them, a table that is read beside their rows. */
  readonly beside?: readonly BesideSaid[];
  /** Tables that have what the ledger lacks. */
  readonly further?: readonly BesideSaid[];
  readonly year?: number | 'all';
  readonly columns?: readonly TableWord[];
  /** Rows of names that a person has pointed to. */
  readonly pointed?: readonly PointedHeader[];
  /** Rows that a person has called totals. */
  readonly aside?: readonly AsideRow[];
  /** Which of an enterprise's lines counts. */
  readonly line?: string;
  /** How land that is merged over several enterprises falls to them. */
  readonly shared?: Share;
  readonly sharedTax?: Share;
  /** What rows are that seem to be one enterprise's. */
  readonly firms?: FirmAnswer;
  /** What rows without a name are. */
  readonly nameless?: NamelessAnswer;
}

interface Found {
  readonly piece: Piece;
  readonly tables: readonly LocatedTable[];
  readonly isPointed: boolean;
}

/** What a person points to goes before what was found. */
const POINTED = 4;

/** What a workbook is read by besides what a person has said of it. */
export interface ReadFor {
  /** The sheet that is looked at. */
  readonly active?: string | undefined;
  /** The fields of the policy in force: what the ledger lacks of them is looked for in other tables. */
  readonly wanted?: readonly string[];
}

/** The ledger of a workbook, over all of the sheets given, in steps; undefined where none of them holds a table with rows. */
export function* bookSteps(
  sheets: readonly SheetContents[],
  said: ReadingChoice,
  { active, wanted = [] }: ReadFor = {},
): Steps<Source | undefined> {
  const found: Found[] = [];
  const explained = explainedBy(sheets);
  const notes = unitsByName(sheets.map(({ sheet, values }) => ({ name: sheet.name, cells: values })));
  for (const contents of sheets) {
    const pointed = pointedOn(contents, said.pointed ?? []);
    const located = yield* tablesOfSheet(contents, pointed, explained?.dictionary);
    const tables = located.map((table) => withNotes(table, notes.get(contents.sheet.name)?.units));
    for (const table of tables.toSorted((a, b) => a.headerRow - b.headerRow || a.firstColumn - b.firstColumn)) {
      const isPointed = pointed.some(({ top }) => top === table.headerRow);
      found.push({ piece: rewritten(pieceOf(contents, table, tables), said.line), tables, isPointed });
      yield;
    }
  }
  const source = readTogether(found, said, { active, wanted });
  yield;
  return (
    source && {
      ...withRowChoices(withYear(withoutAside(withTownships(source), said.aside ?? []), said.year), said),
      pointed: said.pointed ?? [],
      explainedOn: [...(explained ? [explained.sheet] : []), ...noting(sheets, notes)],
    }
  );
}

function withRowChoices(source: Source, { shared, sharedTax, firms, nameless }: ReadingChoice): Source {
  return withNameless({ ...withShared(source, shared, sharedTax), ...definedOnly({ firms }) }, nameless);
}

/** The sheets on which something is said of others. */
function noting(sheets: readonly SheetContents[], notes: ReturnType<typeof unitsByName>): string[] {
  const by = new Set([...notes.values()].map((note) => note.by));
  return sheets.flatMap(({ sheet }) => (by.has(sheet.name) ? [sheet.id] : []));
}

/** What another sheet says of this one's units counts where it says nothing of them itself. */
function withNotes(table: LocatedTable, unitNotes: readonly string[] = []): LocatedTable {
  return table.unitNotes.length > 0 || unitNotes.length === 0 ? table : { ...table, unitNotes };
}

/** The sheet that says what names of columns in a database mean. */
function explainedBy(sheets: readonly SheetContents[]): { sheet: string; dictionary: Dictionary } | undefined {
  if (sheets.length < 2) return undefined;
  for (const { sheet, values } of sheets) {
    const dictionary = dictionaryOn(values);
    if (dictionary) return { sheet: sheet.id, dictionary };
  }
  return undefined;
}

function bookTable({ piece, isPointed }: Found, active: string | undefined): BookTable {
  const { contents, located, cells } = piece;
  return {
    sheet: contents.sheet.name,
    visible: contents.sheet.visible,
    active: contents.sheet.id === active,
    table: isPointed ? { ...located, score: located.score + POINTED } : located,
    rows: cells,
  };
}

function readTogether(
  found: readonly Found[],
  said: ReadingChoice,
  { active, wanted = [] }: ReadFor,
): Source | undefined {
  const asTable = (one: Found) => bookTable(one, active);
  const chosen = chooseTables(found.map(asTable));
  if (!chosen) return undefined;
  const at = (places: readonly number[]) => places.flatMap((place) => found[place]?.piece ?? []);
  const [alike, joined, others, fitting] = [at(chosen.alike), at(chosen.joined), at(chosen.others), at(chosen.fitting)];
  const asked = (said.tables ?? []).flatMap((id) => found.find(({ piece }) => piece.id === id)?.piece ?? []);
  const all = inOrder(found, [...alike, ...joined, ...others.filter((piece) => fitting.includes(piece))]);
  const tablesOf = (piece: Piece) => found.find((one) => one.piece === piece)?.tables ?? [];
  const joinedOf = (pieces: readonly Piece[]) => joinedSource(pieces, { said: said.columns ?? [], tablesOf });
  const besides = besidesOf(found, { joined: joinedOf, asTable, best: at([chosen.best]) });
  const picked = besideChosen(besides, said);
  const isHere = said.tables !== undefined && asked.length === said.tables.length && asked.length > 0;
  const isSaid = isHere && (picked !== undefined || (said.beside ?? []).length === 0);
  const beside = isSaid ? picked : besides[0];
  const meanwhile = chosen.areReadings ? at([chosen.best]) : all;
  const source = beside?.source(said.firms === 'apart') ?? joinedOf(isSaid ? asked : meanwhile);
  const without = inOrder(found, [...alike, ...joined]);
  const togethers = [all, ...(without.length < all.length ? [without] : [])];
  const isBeside = ({ id }: Piece) => besides.some(({ ids }) => ids.includes(id));
  const isList = ({ located: { headers } }: Piece) => besides.length === 0 || hasAmount(headers);
  const lists = [
    ...new Set([...alike, ...joined, ...others, ...found.map((one) => one.piece).filter(isBeside)]),
  ].filter(isList);
  const ways = [
    ...besides.map(({ way }) => way),
    ...waysOf(lists, chosen.areReadings && fitting.length === 0 ? [] : togethers),
  ];
  if (!source) return undefined;
  const isOpen = beside ? !isUnrivalled(beside, besides, lists) : chosen.isOpen;
  const whole = ways.length < 2 ? source : { ...source, choice: { ways, open: isOpen && !isSaid } };
  const tables = found.map((one) => ({ piece: one.piece, table: asTable(one) }));
  const { further = [], firms } = said;
  return withFurther(whole, { tables, wanted, said: further, apart: firms === 'apart', joined: joinedOf });
}

interface BesideGiven {
  readonly joined: (pieces: readonly Piece[]) => Source | undefined;
  readonly asTable: (one: Found) => BookTable;
  /** The table that is likeliest the ledger. */
  readonly best: readonly Piece[];
}

/** The lists that complete the one with the likeliest table, or that it completes. */
function besidesOf(found: readonly Found[], { joined, asTable, best }: BesideGiven): FoundBeside[] {
  const headers = ({ piece }: Found) => piece.located.headers;
  const lists = (of: readonly Found[]) =>
    alikeLists(of.map(asTable)).map((places) => places.flatMap((place) => of[place]?.piece ?? []));
  const lands = lists(found.filter((one) => found.some((other) => completes(headers(one), headers(other)))));
  const taxes = lists(found.filter((one) => found.some((other) => completes(headers(other), headers(one)))));
  return besidesIn({ lands, taxes, joined }).filter(({ ids }) => best.every(({ id }) => ids.includes(id)));
}

/** Beside land and tax a list of neither is no rival: it has nothing to be judged by. */
function hasAmount(headers: HeaderMatch): boolean {
  const { land, tax } = amountsSaid(headers);
  return land || tax;
}

/** Whether a table is read beside another without asking: nothing speaks against it, and there is nothing else to read. */
function isUnrivalled(beside: FoundBeside, all: readonly FoundBeside[], lists: readonly Piece[]): boolean {
  return beside.isSure && all.length === 1 && lists.every(({ id }) => beside.ids.includes(id));
}

function inOrder(found: readonly Found[], pieces: readonly Piece[]): Piece[] {
  return found.map(({ piece }) => piece).filter((piece) => pieces.includes(piece));
}

/** All pieces that can be read as one, those without what is kept beside the ledger, and each table by itself. */
function waysOf(pieces: readonly Piece[], togethers: readonly (readonly Piece[])[]): TableChoice['ways'] {
  const one = (piece: Piece) => ({ tables: [piece.id], text: pieceName(piece, pieces), count: piece.located.dataRows });
  const several = togethers.filter(({ length }) => length > 1);
  const all = several.map((together, at) => ({
    tables: together.map(({ id }) => id),
    text: at === 0 ? '' : together.map((piece) => pieceName(piece, pieces)).join('、'),
    count: together.reduce((sum, { located }) => sum + located.dataRows, 0),
  }));
  return [...all, ...pieces.map(one)];
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
  const { tables, beside, further, year, columns, pointed, aside, line, shared, sharedTax, firms, nameless } =
    (stored ?? {}) as Partial<Record<keyof ReadingChoice, unknown>>;
  const ids = Array.isArray(tables) ? tables.filter((id): id is string => typeof id === 'string').slice(0, 200) : [];
  const rows = Array.isArray(pointed) ? pointed.slice(0, 60).flatMap(readPointed) : [];
  const set = readAside(aside);
  const more = readBeside(further);
  const words = Array.isArray(columns) ? columns.slice(0, 400).flatMap(readWord) : [];
  return {
    ...(ids.length > 0 ? { tables: ids, beside: readBeside(beside).slice(0, 1) } : {}),
    ...(more.length > 0 ? { further: more } : {}),
    ...(year === 'all' || typeof year === 'number' ? { year } : {}),
    ...(words.length > 0 ? { columns: words } : {}),
    ...(rows.length > 0 ? { pointed: rows } : {}),
    ...(set.length > 0 ? { aside: set } : {}),
    ...(typeof line === 'string' ? { line } : {}),
    ...definedOnly({
      shared: SHARES.find((share) => share === shared),
      sharedTax: SHARES.find((share) => share === sharedTax),
      firms: FIRM_ANSWERS.find((answer) => answer === firms),
      nameless: NAMELESS_ANSWERS.find((answer) => answer === nameless),
    }),
  };
}
