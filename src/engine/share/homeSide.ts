import { cellText, type Cell, type Rows } from '../ledger/cell';
import { matchRows } from './matchRows';
import type { SentBatch } from './sentBatch';
import {
  columnTitles,
  fieldsOf,
  keysOfRows,
  plainTitle,
  sameCell,
  type RowKeys,
  type SharedLedger,
} from './sharedLedger';
import type { CodeBook } from './stableCodes';

/** A batch beside the home ledger of today. */
export interface HomeSide {
  readonly home: SharedLedger;
  readonly batch: SentBatch;
  readonly codes: CodeBook;
  /** Home column by the batch's column, home row by the batch's row. */
  readonly columnOf: ReadonlyMap<number, number>;
  readonly rowOf: ReadonlyMap<number, number>;
  readonly keys: readonly (RowKeys | undefined)[];
  /** Rows of the batch that were found here by name or likeness and are not as they were sent: they may be another one's. */
  readonly doubtful: ReadonlySet<number>;
  /** 评价年度 of what was sent and of today, where they have no year in common. */
  readonly otherYear?: { readonly sent: string; readonly here: string };
}

/** Finds the rows and columns of a batch again in the home ledger, wherever they stand today. */
export function homeSideOf(home: SharedLedger, batch: SentBatch, codes: CodeBook): HomeSide {
  const columnOf = columnsFound(batch.titles, columnTitles(home.headerRows));
  const keys = keysOfRows(batch.rows, (row) => batch.rowCodes[row] !== '', batch.fields);
  const homeKeys = keysOfRows(home.rows, (row) => home.kinds[row] === 'data', fieldsOf(home.headers));
  const sent = inHomeOrder(batch, columnOf, home.headers.texts.length);
  const { pairs } = matchRows({ keys, cells: sent }, { keys: homeKeys, cells: home.rows });
  const rowOf = new Map([...pairs].map(([row, { base }]) => [base, row]));
  const isAsSent = (row: number, base: number) =>
    [...columnOf.values()].every((column) => sameCell(home.rows[row]?.[column], sent[base]?.[column]));
  const unsure = new Set(
    [...pairs].flatMap(([row, { base, doubtful }]) => (doubtful && !isAsSent(row, base) ? [base] : [])),
  );
  const year = otherYear(home, batch, columnOf);
  return { home, batch, codes, columnOf, rowOf, keys, doubtful: unsure, ...(year ? { otherYear: year } : {}) };
}

/** Where the columns of one list of titles stand in another; of namesakes the first is the first. */
export function columnsFound(titles: readonly string[], others: readonly string[]): Map<number, number> {
  const plain = others.map(plainTitle);
  const used = new Set<number>();
  const found = new Map<number, number>();
  titles.forEach((title, column) => {
    const wanted = plainTitle(title);
    const at = plain.findIndex((one, index) => one === wanted && wanted !== '' && !used.has(index));
    if (at < 0) return;
    found.set(column, at);
    used.add(at);
  });
  return found;
}

function inHomeOrder({ rows }: SentBatch, columnOf: ReadonlyMap<number, number>, width: number): Rows {
  return rows.map((row) => {
    const cells: Cell[] = new Array<''>(width).fill('');
    for (const [from, to] of columnOf) cells[to] = row[from];
    return cells;
  });
}

function otherYear(home: SharedLedger, batch: SentBatch, columnOf: ReadonlyMap<number, number>) {
  const from = batch.fields.indexOf('evaluationYear');
  const at = columnOf.get(from);
  if (at === undefined) return undefined;
  const sent = yearsIn(batch.rows.map((row) => row[from]));
  const here = yearsIn(home.rows.filter((_, row) => home.kinds[row] === 'data').map((row) => row[at]));
  if (sent.length === 0 || here.length === 0 || sent.some((year) => here.includes(year))) return undefined;
  return { sent: sent.join('、'), here: here.join('、') };
}

function yearsIn(cells: readonly Cell[]): string[] {
  const texts = cells.map((cell) => /(?:19|20)\d\d/.exec(cellText(cell))?.[0]);
  return [...new Set(texts.filter((text) => text !== undefined))].toSorted();
}
