import type { Cell } from '../../../src/engine/ledger/cell';
import { proposedDecisions, writesOf, type MergeWrite } from '../../../src/engine/share/mergeDecisions';
import type { MergeResult } from '../../../src/engine/share/mergeTypes';
import type { Made } from '../../engine/share/support/madeCopies';
import type { Played, Statement } from './play';
import { sameValue } from './world';

/** What a merge did with a history: what it would write unasked and must not, what it lost, and how much it leaves to a person. */
export interface Verdict {
  readonly wrong: readonly string[];
  readonly lost: readonly string[];
  /** Cells that somebody changed and that only a person can decide. */
  readonly undecided: number;
  readonly written: number;
}

/** Holds the result of a merge against what the cells of the files say, and about whom. */
export function judged(sent: Made, told: Played, result: MergeResult): Verdict {
  const said = told.statements.filter((one) => one.about >= 0 && !sameValue(one.value, sentValue(sent, one)));
  const writes = writesOf(result.changes, proposedDecisions(result));
  const lost = said.filter((one) => !isKept(told, result, one));
  const strangers = told.statements.filter((one) => one.about < 0 && String(one.value ?? '') !== '');
  return {
    wrong: writes.flatMap((write) => wrongWith(sent, told, { write, said, result })),
    lost: [...lost, ...strangers.filter((one) => !isSeen(sent, told, { result, one }))].map(describe),
    undecided: said.length - said.filter((one) => writes.some((write) => isOf(told, write, one))).length,
    written: writes.length,
  };
}

/** What a copy showed in a cell, by the first line of it: masks as they went out. */
function sentValue({ files, record }: Made, { about, column }: Statement): Cell {
  const copies = record.batches.at(-1)?.copies ?? [];
  for (const [index, copy] of copies.entries()) {
    const [row, at] = [copy.rows.indexOf(about), copy.columns.findIndex((one) => one.column === column)];
    if (row >= 0 && at >= 0) return files[index]?.sheets[0]?.values[row + 2]?.[at + 1];
  }
  return undefined;
}

function isOf({ home }: Played, write: MergeWrite, one: Statement): boolean {
  return home[write.row]?.origin === one.about && write.column === one.column && sameValue(write.after, one.value);
}

interface Written {
  readonly write: MergeWrite;
  readonly said: readonly Statement[];
  readonly result: MergeResult;
}

/** Nothing is written unasked but what one file says of this very enterprise and none says otherwise. */
function wrongWith(sent: Made, told: Played, { write, said, result }: Written): string[] {
  const origin = told.home[write.row]?.origin ?? -1;
  const tell = (why: string) => [
    `${why}: row ${origin} column ${write.column} ${String(write.before)} → ${String(write.after)}`,
  ];
  if (origin < 0) return tell('a row that was never sent');
  if (/已隐去|(?:企业|代码|地块)\d{4}/.test(String(write.after))) return tell('a mask');
  if (sameValue(write.before, write.after)) return tell('only its type');
  const own = said.filter((one) => one.about === origin && one.column === write.column);
  if (!own.some((one) => isOf(told, write, one))) return tell('nobody said so of it');
  const others = own.filter((one) => !isOf(told, write, one) && !isNoted(result, one));
  if (others.length > 0) return tell(`another file says ${String(others[0]?.value)}`);
  return sameValue(sent.home.rows[origin]?.[write.column], write.before) ? [] : tell('changed at home too');
}

/** A change that stands here already, is offered for its enterprise, asked of another row, or told with its row or sheet. */
function isKept(told: Played, result: MergeResult, one: Statement): boolean {
  const row = told.home.findIndex(({ origin }) => origin === one.about);
  const here = told.home[row]?.cells[one.column];
  if (row >= 0 && sameValue(here, one.value)) return true;
  if (result.files[one.file]?.status.kind !== 'compared') return true;
  const offered = result.changes.some(
    (change) =>
      change.row === row &&
      change.column === one.column &&
      change.offers.some(({ value }) => sameValue(value, one.value)),
  );
  return offered || isAsked(result, one) || isNoted(result, one) || isGone(result, one, row);
}

/** Offered for another row, but only to a person: the line may be that one's. */
function isAsked(result: MergeResult, one: Statement): boolean {
  return result.changes.some(
    (change) =>
      change.kind !== 'there' &&
      change.column === one.column &&
      change.offers.some(
        // Of files and sheets that say the same, one is named.
        ({ value, fileRow, file }) =>
          sameValue(value, one.value) && (fileRow === one.fileRow || file !== one.file || one.sheet.endsWith(')')),
      ),
  );
}

const TOLD = ['unsure', 'added', 'maskChanged', 'maskValue', 'errorValue', 'goneHere'];

function isNoted({ notes, files }: MergeResult, { file, fileRow, sheet }: Statement): boolean {
  const status = files[file]?.status;
  // Of two files that are the same one speaks for both.
  const of = status?.kind === 'sameAs' ? status.other : file;
  return notes.some(
    (note) =>
      note.file === of &&
      ((TOLD.includes(note.kind) && note.fileRow === fileRow) || (note.kind === 'sheetLeft' && note.sheet === sheet)),
  );
}

/** A line of which nothing is left that names anybody is told as one that did not come back. */
function isGone({ notes }: MergeResult, { file }: Statement, row: number): boolean {
  return notes.some(
    (note) => note.kind === 'removed' && note.file === file && (note.row === undefined || note.row === row),
  );
}

/** What is said of nobody in the ledger: a new enterprise must be told or asked; sums in a line of sums are nobody's. */
function isSeen(
  sent: Made,
  told: Played,
  { result, one }: { readonly result: MergeResult; readonly one: Statement },
): boolean {
  const line = told.statements.filter(
    ({ file, sheet, fileRow }) => file === one.file && sheet === one.sheet && fileRow === one.fileRow,
  );
  if (line.some(({ value }) => /[合小总]\s*计/.test(String(value ?? '')))) return true;
  if (result.files[one.file]?.status.kind !== 'compared' || isNoted(result, one) || isAsked(result, one)) return true;
  // The same as was sent of the row that stands there by its code says nothing new.
  return sent.home.rows.some((row) => sameValue(row[one.column], one.value));
}

function describe({ file, sheet, fileRow, column, about, value }: Statement): string {
  return `file ${file} ${sheet} row ${fileRow} column ${column} about ${about}: ${String(value)}`;
}
