import type { Cell, Rows } from '../ledger/cell';
import { matchHeaders, type HeaderMatch } from '../ledger/matchHeaders';
import { rowKinds, type RowKind } from '../ledger/rowKind';
import { kindByWords } from '../ledger/rows/byWords';
import { lookAt } from '../ledger/rows/look';
import type { HomeSide } from './homeSide';
import { matchRows, type RowMatching, type UnsureRow } from './matchRows';
import { returnedCell, returnedRowCode, type Recognised, type ReturnedTable } from './returned';
import { keysOfRows, withoutBlanks } from './sharedLedger';
import { withRowCode } from './stableCodes';

/** A table of a returned file, and the copy's rows as they were sent. */
export interface ReturnedRows {
  readonly recognised: Extract<Recognised, { kind: 'copy' }>;
  readonly table: ReturnedTable;
  readonly sent: Rows;
}

/**
 * The rows of a returned table found among the copy's rows, by what the copy itself showed: a mask is known as well as a name. What
 * looks like a total, a heading or a note by now is no row, whatever code stands in it.
 */
export function returnedRows(side: HomeSide, given: ReturnedRows): RowMatching {
  const { batch, copy } = given.recognised;
  const fields = copy.columns.map(({ column }) => batch.fields[column] ?? '');
  const isMasked = copy.columns.some(({ role }) => role === 'masked');
  const rowCodes = copy.rows.map((row) => batch.rowCodes[row] ?? '');
  const keys = keysOfRows(given.sent, () => true, fields).map((own, at) => withRowCode(own, rowCodes[at] ?? ''));
  const back = bodyOf(given, fields);
  const known = new Map(rowCodes.map((code, at) => [code, at]));
  const names = new Set(keys.map((own) => own?.name));
  const rows = rowsBack(given, { ...back, fields, known, names });
  const matching = matchRows(
    { keys, cells: given.sent, ...(isMasked ? { aliases: copy.rows.map((row) => side.keys[row]) } : {}) },
    { keys: rows.keys, cells: back.cells },
    { agreeing: true },
  );
  return withNoRows(matching, rows);
}

function bodyOf({ table, recognised: { copy, batch } }: ReturnedRows, fields: readonly string[]) {
  const body = table.sheet.values.slice(table.firstRow);
  const cells = body.map((_, row) =>
    copy.columns.map(({ column }) => returnedCell(table, row + table.firstRow, column)),
  );
  const headers = matchHeaders([copy.columns.map(({ column }) => batch.titles[column] ?? '')]);
  const isCode = fields.map((field) => ['sequence', 'creditCode', 'parcelId'].includes(field));
  const codes = body.map((_, row) => returnedRowCode(table, row + table.firstRow));
  const isNumber = (cell: Cell, at: number) =>
    isCode[at] === true && /\d/.test(String(cell ?? '')) && !(fields[at] === 'sequence' && HAN.test(String(cell)));
  const hasNumber = cells.map((row) => row.some(isNumber));
  const look = lookAt(cells, headers, false);
  const said = cells.map((row) => kindByWords(row, look));
  return { cells, codes, hasNumber, said, looks: (rows: Rows) => looksOf(rows, headers, isCode) };
}

/** 制表日期：2026年3月 where the numbers stand is no number. */
const HAN = /\p{Script=Han}/u;

interface Looks {
  readonly kinds: readonly RowKind[];
  readonly withoutCodes: readonly RowKind[];
}

/** What rows look like, with their numbers and codes and without: one left standing in a row of sums makes it no enterprise. */
function looksOf(rows: Rows, headers: HeaderMatch, isCode: readonly boolean[]): Looks {
  const bare = rows.map((row) => row.map((cell, at) => (isCode[at] === true ? '' : cell)));
  const [kinds, withoutCodes] = [rows, bare].map((cells) => rowKinds(cells, headers, { zeroIsBlank: false }));
  return { kinds: kinds ?? [], withoutCodes: withoutCodes ?? [] };
}

type Body = ReturnType<typeof bodyOf> & {
  readonly fields: readonly string[];
  /** The copy's row by its row code. */
  readonly known: ReadonlyMap<string, number>;
  /** What the copy's rows are called there. */
  readonly names: ReadonlySet<string | undefined>;
};

const NO_ROW: readonly (RowKind | undefined)[] = ['total', 'header', 'footer'];
/** A name without figures, or figures without a name. */
const SCRAPS: readonly (RowKind | undefined)[] = ['note', 'part', 'noFirm', 'leftOut'];

/** The keys of the rows that came back, and which of them are enterprises no more though they carry a code or the name of one. */
function rowsBack({ sent }: ReturnedRows, body: Body) {
  const { cells, codes, looks, fields, known } = body;
  const [now, was] = [looks(cells), looks(sent)];
  const placeOf = (row: number) => known.get(codes[row] ?? '');
  const hasBecome = (row: number, side: keyof Looks) => {
    const [kind, before] = [now[side][row], was[side][placeOf(row) ?? -1]];
    return NO_ROW.includes(kind) && kind !== before;
  };
  const noRows = new Map<number, number | undefined>();
  const keys = keysOfRows(cells, (row) => now.kinds[row] === 'data' || placeOf(row) !== undefined, fields).map(
    (found, row) => {
      if (!found && isOnesOwn(body, row, now.kinds[row])) noRows.set(row, undefined);
      if (!found) return undefined;
      const place = placeOf(row);
      if (hasBecome(row, 'kinds') || hasBecome(row, 'withoutCodes')) noRows.set(row, place);
      else return withoutBlanks({ ...found, rowCode: place === undefined ? undefined : codes[row] });
      return undefined;
    },
  );
  const isUntold = (row: number) => keys[row] === undefined && !noRows.has(row) && isScrap(body, row, now.kinds[row]);
  return { keys, noRows, scraps: cells.flatMap((_, row) => (isUntold(row) ? [row] : [])) };
}

/** A total, a heading or a note that still has an enterprise's own number or its name may be that enterprise. */
function isOnesOwn({ cells, hasNumber, names, fields }: Body, row: number, kind: RowKind | undefined): boolean {
  if (!NO_ROW.includes(kind)) return false;
  const [keys] = keysOfRows([cells[row] ?? []], () => true, fields);
  return (keys?.name !== undefined && names.has(keys.name)) || (kind !== 'header' && hasNumber[row] === true);
}

/**
 * Only what says in words that it is a sum, a heading or a note is passed over. What merely adds up like a sum may be an enterprise of
 * which nothing else is left, as may figures behind words that look like a note.
 */
function isScrap({ cells, said }: Body, row: number, kind: RowKind | undefined): boolean {
  if (kind === 'total') return said[row] !== 'total';
  const figures = (cells[row] ?? []).filter((cell) => typeof cell === 'number').length;
  return SCRAPS.includes(kind) || (kind === 'footer' && figures > 1);
}

/** A row that is none any more is asked about, and the row whose code it carries is not called gone; so is what is too little to be a row. */
function withNoRows(matching: RowMatching, { noRows, scraps }: ReturnType<typeof rowsBack>): RowMatching {
  const asked = new Set(noRows.values());
  const unsure = [
    ...[...noRows].map(([row, place]): UnsureRow => ({
      row,
      reason: 'noRow',
      candidates: place === undefined ? [] : [place],
    })),
    ...scraps.map((row): UnsureRow => ({ row, reason: 'scrap', candidates: [] })),
  ];
  return {
    ...matching,
    missing: matching.missing.filter((row) => !asked.has(row)),
    unsure: [...matching.unsure, ...unsure].toSorted((a, b) => a.row - b.row),
  };
}
