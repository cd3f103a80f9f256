import { sha256 } from './sha256';
import { compareFile } from './compareFile';
import type { FileToCompare } from './comparedTable';
import { CellOffers } from './cellOffers';
import { homeSideOf, type HomeSide } from './homeSide';
import type { FileStatus, MergedFile, MergeNote, MergeResult } from './mergeTypes';
import { recognise, type Recognised, type ReturnedFile } from './returned';
import type { HomeRecord, SentBatch } from './sentBatch';
import type { SharedLedger } from './sharedLedger';

type Copy = Extract<Recognised, { kind: 'copy' }>;

/**
 * Compares returned files with what was sent out and with the ledger as it is now, in steps (it yields how many files are done).
 * Nothing is changed by it. The result does not depend on the order of the files but for their numbers.
 */
export function* mergeReturned(
  home: SharedLedger,
  record: HomeRecord,
  files: readonly ReturnedFile[],
): Generator<number, MergeResult> {
  const merged: MergedFile[] = [];
  const notes: MergeNote[] = [];
  const offers = new CellOffers();
  const sides = new Map<SentBatch, HomeSide>();
  const seen = new Map<string, Back[]>();
  for (const [file, returned] of files.entries()) {
    const recognised = recognise(returned, record);
    if (recognised.kind !== 'copy') merged.push({ label: returned.label, status: recognised });
    else {
      const side = sides.get(recognised.batch) ?? homeSideOf(home, recognised.batch, record.codes);
      sides.set(recognised.batch, side);
      const earlier = seen.get(recognised.copy.id) ?? [];
      const back: Back = { file, recognised };
      seen.set(recognised.copy.id, [...earlier, back]);
      const same = earlier.find((one) => contentOf(one) === contentOf(back));
      const status = same ? sameAs(same.file) : compareIn(side, { file, returned, recognised, offers, notes });
      const other = same ? undefined : earlier[0]?.file;
      merged.push({ label: returned.label, status, ...(other === undefined ? {} : { alsoReturned: other }) });
    }
    yield file + 1;
  }
  return { files: merged, notes, ...offers.result(home) };
}

function sameAs(other: number): FileStatus {
  return { kind: 'sameAs', other };
}

/** A copy that came back. Most come back once, and what they hold is put together for none but those that do again. */
interface Back {
  readonly file: number;
  readonly recognised: Copy;
  content?: string;
}

function contentOf(back: Back): string {
  const bodies = () =>
    back.recognised.tables.map(({ sheet: { values, formulas }, firstRow }) =>
      [values, formulas].map((rows) => rows.slice(firstRow)),
    );
  return (back.content ??= sha256(JSON.stringify(bodies())));
}

function compareIn(side: HomeSide, given: FileToCompare): FileStatus {
  return side.otherYear ? { kind: 'otherYear', ...side.otherYear } : compareFile(side, given);
}
