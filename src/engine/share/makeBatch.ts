import { finish, type Steps } from '../../steps/steps';
import { splitLedger, type SplitRequest } from './split';
import { cellsOfPart } from './maskCells';
import { withBatch, type HomeRecord, type SentBatch, type SentCopy, type ShareLevel } from './sentBatch';
import { sha256, sha256Steps } from './sha256';
import { columnTitles, fieldsOf, keysOfRows, type SharedLedger } from './sharedLedger';
import { codesOfRows, Masker } from './stableCodes';

export interface BatchRequest {
  readonly request: SplitRequest;
  readonly level: ShareLevel;
  /** ISO time of making, from outside: the engine has no clock. */
  readonly time: string;
}

/** A hash of a ledger's cells as they stand: what an answer was computed from. */
export function ledgerHash(ledger: Pick<SharedLedger, 'headerRows' | 'rows'>): string {
  return finish(ledgerHashSteps(ledger));
}

/** The same in steps. */
export function ledgerHashSteps({ headerRows, rows }: Pick<SharedLedger, 'headerRows' | 'rows'>): Steps<string> {
  return sha256Steps(JSON.stringify([headerRows, rows]));
}

/** Decides rows, columns, numbers and masks of a batch of copies, and what of it is kept at home. */
export function* makeBatch(
  home: SharedLedger,
  record: HomeRecord,
  { request, level, time }: BatchRequest,
): Steps<{ readonly record: HomeRecord; readonly batch: SentBatch }> {
  const fields = fieldsOf(home.headers);
  const isData = (row: number) => home.kinds[row] === 'data';
  const { codes, book } = codesOfRows(keysOfRows(home.rows, isData, fields), record.codes);
  const masker = new Masker(book);
  yield;
  const hash = yield* ledgerHashSteps(home);
  const copies: SentCopy[] = [];
  for (const part of splitLedger(home, request)) {
    // Masks are given here, once, so that every copy and every comparison has the same ones.
    yield* cellsOfPart({ rows: home.rows, isData, fields, titles: columnTitles(home.headerRows) }, part, masker);
    const seed = JSON.stringify([record.workbook, time, part.township, part.department, hash, record.batches.length]);
    copies.push({ ...part, id: `${record.workbook}-${sha256(seed).slice(0, 12)}`, level });
  }
  const batch: SentBatch = {
    ...{ id: sha256(`${record.workbook} ${time} ${hash}`).slice(0, 12), time, ledgerHash: hash, fields, copies },
    sheetName: home.sheetName,
    titles: columnTitles(home.headerRows),
    rows: home.rows.map((row, index) => (isData(index) ? row : [])),
    rowCodes: codes,
  };
  return { batch, record: withBatch(record, batch, masker.codes()) };
}
