import { cellText, type Cell, type Rows } from '../ledger/cell';
import { copyTexts } from './copyTexts';
import { isResultTitle, ROW_CODE_TITLE, STAMP_TITLE } from './copyWords';
import type { HomeRecord, SentBatch, SentCopy } from './sentBatch';
import { columnTitles, plainTitle } from './sharedLedger';

/** A file that came back, as plain cells. `stamp` is what its custom XML says of it, where it still has any. */
export interface ReturnedFile {
  /** What the person calls it; never stored. */
  readonly label: string;
  readonly stamp?: { readonly workbook: string; readonly copy: string };
  readonly sheets: readonly ReturnedSheet[];
  /** What it holds besides cells that could act or reach outside. */
  readonly carried?: readonly Carried[];
}

/** Macros, links to other files, data connections, embedded objects. */
export type Carried = 'macros' | 'externalLinks' | 'connections' | 'embeddings';

export interface ReturnedSheet {
  readonly name: string;
  readonly values: Rows;
  /** By cell, '' for constants. */
  readonly formulas: readonly (readonly string[])[];
}

/** Where the ledger stands in a returned file: its sheet, the rows under the headers, and the home columns found. */
export interface ReturnedTable {
  readonly sheet: ReturnedSheet;
  readonly renamed: boolean;
  readonly firstRow: number;
  /** Column of the sheet by home column. */
  readonly columnOf: ReadonlyMap<number, number>;
  readonly rowCodeColumn?: number;
  /** Columns of the sheet that hold our results. */
  readonly resultColumns: readonly number[];
  /** Titles the copy had and the file no longer has, and titles it did not have. */
  readonly lostColumns: readonly string[];
  readonly newColumns: readonly { readonly title: string; readonly filled: number }[];
}

/** What a returned file is. Only 'copy' is compared; the others are explained and left alone. */
export type Recognised =
  | {
      readonly kind: 'copy';
      readonly batch: SentBatch;
      readonly copy: SentCopy;
      /** The sheet of the copy's name first, else the first in the file; then every other sheet with the table and its row codes. */
      readonly tables: readonly [ReturnedTable, ...ReturnedTable[]];
      /** Sheets with the table's headers and without row codes. */
      readonly left: readonly string[];
    }
  /** Made by another workbook. */
  | { readonly kind: 'otherWorkbook' }
  /** Of this workbook, from a batch too old to be kept. */
  | { readonly kind: 'tooOld' }
  /** Of an older batch while a newer one with the same rows and columns has been sent out. */
  | { readonly kind: 'outdated'; readonly time: string; readonly newest: string }
  | { readonly kind: 'neverSent' }
  | { readonly kind: 'noTable'; readonly sheetName: string };

const COPY_ID = /(?:^|[^0-9a-f])([0-9a-f]{8}-[0-9a-f]{12})(?![0-9a-f])/;

/** Recognises a file by its stamp, else by the number written on its sheets; then finds the ledger in it by its headers. */
export function recognise(file: ReturnedFile, record: HomeRecord): Recognised {
  const id = file.stamp?.copy ?? visibleId(file);
  if (id === undefined) return { kind: 'neverSent' };
  if ((file.stamp?.workbook ?? id.slice(0, 8)) !== record.workbook) return { kind: 'otherWorkbook' };
  const batch = record.batches.find(({ copies }) => copies.some((copy) => copy.id === id));
  const copy = batch?.copies.find((one) => one.id === id);
  if (!batch || !copy) return { kind: 'tooOld' };
  const newest = record.batches.findLast(({ copies }) => copies.some((one) => isSamePart(one, copy)));
  if (newest && newest !== batch) return { kind: 'outdated', time: batch.time, newest: newest.time };
  const [table, ...others] = findTables(file, { batch, codes: record.codes }, copy);
  if (!table) return { kind: 'noTable', sheetName: batch.sheetName };
  const [coded, bare] = partition(others, ({ rowCodeColumn }) => rowCodeColumn !== undefined);
  return { kind: 'copy', batch, copy, tables: [table, ...coded], left: bare.map(({ sheet }) => sheet.name) };
}

function isSamePart(left: SentCopy, right: SentCopy): boolean {
  return left.township === right.township && left.department === right.department;
}

/** The number of a copy as its sheets say it: 副本编号 … */
function visibleId({ sheets }: ReturnedFile): string | undefined {
  for (const { values } of sheets) {
    for (const row of values.slice(0, 200)) {
      const text = row.find((cell) => typeof cell === 'string' && cell.includes(STAMP_TITLE));
      const found =
        text === undefined ? undefined : COPY_ID.exec(row.filter((cell) => typeof cell === 'string').join(' '));
      if (found) return found[1];
    }
  }
  return undefined;
}

const SEARCHED_ROWS = 60;

/** Sheets that a copy holds besides the ledger: made by us, with titles like the ledger's own. */
const MADE = ['标准台账', '填写用词', '政策参数', '依据', '填报说明', '公式替换清单'];

function findTables(
  file: ReturnedFile,
  { batch, codes }: Pick<HomeRecord, 'codes'> & { readonly batch: SentBatch },
  copy: SentCopy,
): ReturnedTable[] {
  const sheetName = copyTexts({ batch, codes }, copy).sheetName(batch.sheetName);
  const [own, others] = partition(file.sheets, ({ name }) => name === sheetName);
  const isMade = ({ name }: ReturnedSheet) => MADE.some((made) => name.startsWith(made));
  return [...own, ...others.filter((sheet) => !isMade(sheet))].flatMap((sheet) => {
    const table = tableIn(sheet, batch, copy);
    return table ? [{ ...table, renamed: sheet.name !== sheetName }] : [];
  });
}

function partition<T>(list: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [list.filter(isFirst), list.filter((one) => !isFirst(one))];
}

interface HeaderPlace {
  readonly row: number;
  readonly height: number;
  readonly columnOf: ReadonlyMap<number, number>;
  readonly titles: readonly string[];
}

/** The 1 to 3 rows whose joined titles name most of the copy's columns, and at least half. */
function tableIn(sheet: ReturnedSheet, batch: SentBatch, copy: SentCopy): Omit<ReturnedTable, 'renamed'> | undefined {
  const wanted = copy.columns.map(({ column }) => plainTitle(batch.titles[column] ?? ''));
  let best: { readonly place: HeaderPlace; readonly found: number } | undefined;
  const most = wanted.length + 1;
  // Nothing below names that are all there names more.
  for (let row = 0; row < Math.min(sheet.values.length, SEARCHED_ROWS) && best?.found !== most; row++) {
    for (const height of [1, 2, 3]) {
      const place = headerAt(sheet, { row, height }, { wanted, copy });
      const found = place.columnOf.size + (place.titles.includes(plainTitle(ROW_CODE_TITLE)) ? 1 : 0);
      if (found > (best?.found ?? 0)) best = { place, found };
    }
  }
  return best && best.place.columnOf.size * 2 >= copy.columns.length
    ? tableUnder(sheet, best.place, { batch, copy })
    : undefined;
}

function headerAt(
  sheet: ReturnedSheet,
  { row, height }: { readonly row: number; readonly height: number },
  { wanted, copy }: { readonly wanted: readonly string[]; readonly copy: SentCopy },
): HeaderPlace {
  const titles = columnTitles(sheet.values.slice(row, row + height)).map(plainTitle);
  const columnOf = new Map<number, number>();
  const used = new Set<number>();
  copy.columns.forEach(({ column }, at) => {
    const found = titles.findIndex((title, index) => title === wanted[at] && title !== '' && !used.has(index));
    if (found < 0) return;
    columnOf.set(column, found);
    used.add(found);
  });
  return { row, height, columnOf, titles };
}

function tableUnder(
  sheet: ReturnedSheet,
  { row, height, columnOf, titles }: HeaderPlace,
  { batch, copy }: { readonly batch: SentBatch; readonly copy: SentCopy },
): Omit<ReturnedTable, 'renamed'> {
  const used = new Set(columnOf.values());
  const rowCodeColumn = titles.indexOf(plainTitle(ROW_CODE_TITLE));
  const body = sheet.values.slice(row + height);
  return {
    ...{ sheet, firstRow: row + height, columnOf },
    resultColumns: titles.flatMap((title, at) => (isResultTitle(title) ? [at] : [])),
    lostColumns: copy.columns.flatMap(({ column }) => (columnOf.has(column) ? [] : [batch.titles[column] ?? ''])),
    newColumns: titles.flatMap((title, at) => {
      if (title === '' || used.has(at) || at === rowCodeColumn || isResultTitle(title)) return [];
      return [{ title, filled: body.filter((cells) => (cells[at] ?? '') !== '').length }];
    }),
    ...(rowCodeColumn < 0 ? {} : { rowCodeColumn }),
  };
}

/** A cell of a returned table under a home column; undefined where the file has no such column. */
export function returnedCell({ sheet, columnOf }: ReturnedTable, row: number, column: number): Cell | undefined {
  const at = columnOf.get(column);
  return at === undefined ? undefined : (sheet.values[row]?.[at] ?? '');
}

/** The formula in a returned cell, '' for a constant. */
export function returnedFormula({ sheet, columnOf }: ReturnedTable, row: number, column: number): string {
  const at = columnOf.get(column);
  return at === undefined ? '' : (sheet.formulas[row]?.[at] ?? '');
}

/** The row code of a returned row, as it stands there. */
export function returnedRowCode({ sheet, rowCodeColumn }: ReturnedTable, row: number): string | undefined {
  const text = rowCodeColumn === undefined ? '' : cellText(sheet.values[row]?.[rowCodeColumn]).toUpperCase();
  return text === '' ? undefined : text;
}
