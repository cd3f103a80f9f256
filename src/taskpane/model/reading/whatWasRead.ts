import { ALL_LINES, isBlank, type Kind, type RowKind } from '../../../engine/ledger/index';
import type { PaneCode, PaneValues } from '../../../text/pane';
import { columnName } from '../../../sheet/address';
import type { Assessment } from '../verdict/assessment';
import type { Mapping } from './mapping';
import { besideValues } from './besides';
import { headerRowsText } from './headerRowsText';
import { asideRows } from './setAside';
import { lettersOf, pieceAt, piecesRead, sheetColumn, sheetRow } from './places';
import type { Piece, PlacedPiece, Source } from './source';
import { sheetsNamed } from './whereCellsStand';

/** A sentence on what was read, or was not. */
export interface ReadSentence {
  readonly code: PaneCode;
  readonly values: PaneValues;
}

/** More rows and columns than these are counted. */
const SHOWN = { runs: 8, names: 6 } as const;

/** What a person can check with the sheet beside it: the tables, the rows that do not count, what was set apart, what nobody took. */
export function whatWasRead(source: Source, mapping: Mapping, { whole }: Assessment): ReadSentence[] {
  return [
    ...tableLines(source),
    ...attachedLines(source),
    ...KINDS.flatMap((kind) => rowsLine(source, KIND_CODES[kind], rowsOf(whole.kinds, kind))),
    ...rowsLine(source, 'readAside', asideRows(source)),
    ...hiddenLine(source, whole.kinds),
    ...apartLines(source, mapping),
    ...unknownColumns(source, mapping),
    ...unreadRows(source),
    ...otherTables(source),
    ...townshipLine(source, mapping),
    ...linesLine(source),
  ];
}

/** A column that stands on no sheet: the sheets' names say the township. */
function townshipLine(source: Source, { headers }: Mapping): ReadSentence[] {
  const column = headers.byField.get('township')?.column;
  const isNamed = column !== undefined && sheetColumn(pieceAt(source, 0), column) === undefined;
  return isNamed ? [{ code: 'readTownships', values: {} }] : [];
}

/** Which of an enterprise's lines counts. */
function linesLine({ pieces }: Source): ReadSentence[] {
  const lines = pieces.find((piece) => piece.lines)?.lines;
  if (!lines || lines.open) return [];
  const line = lines.chosen === ALL_LINES ? '各行相加' : lines.chosen;
  return [{ code: 'readLines', values: { words: lines.lines.words.join('、'), line } }];
}

function tableLines(source: Source): ReadSentence[] {
  return source.pieces.map((piece) => ({
    code: 'readTable',
    values: {
      name: nameOf(source, piece),
      count: piece.located.dataRows,
      rows: headerRowsText(piece.contents.area.row, piece.located),
    },
  }));
}

/** The tables whose columns stand behind the ledger's own. */
function attachedLines({ attached = [] }: Source): ReadSentence[] {
  return attached.map((one) => ({
    code: one.sums ? 'tableBesideSums' : 'tableBeside',
    values: besideValues({ ...one, alone: one.alone.length, left: one.left.length }),
  }));
}

/** Its sheet; of several on one sheet by the title or the first column too. */
function nameOf({ pieces }: Source, { contents, located, area }: PlacedPiece): string {
  const beside = pieces.filter((other) => other.contents.sheet.id === contents.sheet.id);
  if (beside.length < 2) return contents.sheet.name;
  return `${contents.sheet.name}（${located.titleText ?? `${columnName(area.column)}列起`}）`;
}

const KINDS = ['total', 'part', 'header', 'note', 'footer', 'noFirm'] as const satisfies readonly RowKind[];
const KIND_CODES: Readonly<Record<(typeof KINDS)[number], PaneCode>> = {
  total: 'readTotals',
  part: 'readParts',
  header: 'readHeaders',
  note: 'readNotes',
  footer: 'readFooters',
  noFirm: 'readNoFirms',
};

const rowsOf = (kinds: readonly RowKind[], kind: RowKind): number[] =>
  kinds.flatMap((own, row) => (own === kind ? [row] : []));

function rowsLine(source: Source, code: PaneCode, rows: readonly number[]): ReadSentence[] {
  if (rows.length === 0) return [];
  return [
    {
      code,
      values: {
        rows: placesText(
          source,
          rows.map((row) => [pieceAt(source, row), sheetRow(source, row)]),
        ),
      },
    },
  ];
}

type RowPlace = readonly [piece: Piece, row: number];

/** 第 5–8、64 行, with the sheets' names where there are several. */
function placesText(source: Source, places: readonly RowPlace[]): string {
  const bySheet = new Map<string, number[]>();
  for (const [{ contents }, row] of places)
    bySheet.set(contents.sheet.name, [...(bySheet.get(contents.sheet.name) ?? []), row]);
  const isSeveral = new Set(source.pieces.map(({ contents }) => contents.sheet.id)).size > 1;
  const texts = [...bySheet].flatMap(([name, rows]) =>
    runsOf(rows).map((run) => (isSeveral ? `${name} 第${run}行` : run)),
  );
  const shown = texts.slice(0, SHOWN.runs).join('、');
  const more = texts.length > SHOWN.runs ? ` 等，共 ${places.length.toLocaleString('en-US')} 行` : '';
  return isSeveral ? shown + more : `第 ${shown} 行${more}`;
}

function runsOf(rows: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${String(from)}–${String(to)}`));
}

/** Rows that a filter or a hand has hidden, and that count all the same. */
function hiddenLine(source: Source, kinds: readonly RowKind[]): ReadSentence[] {
  const hidden = new Map(source.pieces.map((piece) => [piece, new Set(piece.contents.hiddenRows)]));
  const rows = rowsOf(kinds, 'data').filter(
    (row) => hidden.get(pieceAt(source, row))?.has(sheetRow(source, row) - 1) === true,
  );
  return rowsLine(source, 'readHidden', rows);
}

const WHY: Readonly<Record<Kind, PaneCode>> = {
  plain: 'apartOther',
  version: 'apartOther',
  unknown: 'apartOther',
  part: 'apartPart',
  period: 'apartPeriod',
  past: 'apartPast',
  plan: 'apartPlan',
  lesser: 'apartLesser',
  rate: 'apartRate',
};

/** Figures of tax or land that are not what the ledger is judged by: 应纳税额 is due, not paid. */
function apartLines(source: Source, { headers }: Mapping): ReadSentence[] {
  const byWhy = new Map<PaneCode, number[]>();
  for (const [column, kind] of headers.apart) byWhy.set(WHY[kind], [...(byWhy.get(WHY[kind]) ?? []), column]);
  return [...byWhy].map(([code, columns]) => ({ code, values: { columns: namesText(source, columns) } }));
}

/** H 国税/2012、I 国税/2013: letters and names of columns, the first few. */
function namesText(source: Source, columns: readonly number[]): string {
  const names = columns.map((column) =>
    `${lettersOf(source, column)} ${(source.located.paths[column] ?? []).join('/')}`.trim(),
  );
  return names.slice(0, SHOWN.names).join('、') + (names.length > SHOWN.names ? ' 等' : '');
}

function unknownColumns(source: Source, { headers }: Mapping): ReadSentence[] {
  const used = new Set([...headers.byField.values()].flatMap(({ plus = [] }) => plus.map(({ column }) => column)));
  const columns = headers.columns.flatMap((match, column) =>
    match || headers.apart.has(column) || used.has(column) || isEmpty(source, column) ? [] : [column],
  );
  if (columns.length === 0) return [];
  return [{ code: 'readNoColumns', values: { count: columns.length, columns: namesText(source, columns) } }];
}

function isEmpty({ cells }: Source, column: number): boolean {
  return cells.every((row) => isBlank(row[column]));
}

/** Lines of two cells or more that stand beside or below what was read, on its own sheets; titles and notes above are none. */
function unreadRows(source: Source): ReadSentence[] {
  const read = piecesRead(source);
  const sheets = new Map(read.map((piece) => [piece.contents.sheet.id, piece]));
  const places = [...sheets.values()].flatMap((piece): RowPlace[] => {
    const { contents } = piece;
    const own = read.filter((other) => other.contents.sheet.id === contents.sheet.id);
    const top = Math.min(...own.map(({ area }) => area.row));
    return contents.values.flatMap((line, at): RowPlace[] => {
      const row = contents.area.row + at;
      const isIn = own.some(({ area }) => row >= area.row && row < area.row + area.rows);
      const filled = line.filter((cell) => !isBlank(cell)).length;
      return row < top || isIn || filled < 2 ? [] : [[piece, row + 1]];
    });
  });
  return places.length === 0
    ? []
    : [{ code: 'readNoRows', values: { count: places.length, rows: placesText(source, places) } }];
}

/** Tables of the same sheet that are no part of the ledger. */
function otherTables(source: Source): ReadSentence[] {
  const { tables, contents } = source;
  const isRead = (headerRow: number, firstColumn: number) =>
    piecesRead(source).some(
      (piece) =>
        piece.contents.sheet.id === contents.sheet.id &&
        piece.located.headerRow === headerRow &&
        piece.located.firstColumn === firstColumn,
    );
  return tables
    .filter(({ headerRow, firstColumn }) => !isRead(headerRow, firstColumn))
    .map((table) => ({
      code: 'readNoTable',
      values: {
        name: table.titleText ?? sheetsNamed({ ...source, pieces: source.pieces.slice(0, 1) }),
        rows: headerRowsText(contents.area.row, table),
        count: table.dataRows,
      },
    }));
}
