import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeReturned } from '../../../src/engine/share/mergeReturned';
import type { MergeResult } from '../../../src/engine/share/mergeTypes';
import type { ReturnedFile } from '../../../src/engine/share/returned';
import { histories } from '../../support/merge/acts';
import { judged } from '../../support/merge/judge';
import { played } from '../../support/merge/play';
import { sentOf, shapes } from '../../support/merge/shapes';
import { seedOf } from '../../support/seeds';
import type { Made } from './support/madeCopies';

/** `npm run histories` plays 25,000; MUJUN_SEED gives other ones. */
const RUNS = Number(process.env['MUJUN_HISTORIES'] ?? 150);
const SEED = seedOf(20_260_301);

function merge({ home, record }: Made, files: readonly ReturnedFile[], rows: Made['home']['rows']): MergeResult {
  const kinds = rows.map(() => 'data' as const);
  const work = mergeReturned({ ...home, rows, kinds }, record, files);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

/** What must not depend on the order in which files are chosen. */
function unordered({ changes, notes, files }: MergeResult, labels: readonly string[]) {
  const plain = (label: string) => label.replace('再次 ', '');
  return {
    changes: changes.map(({ offers, ...change }) => ({ ...change, values: offers.map(({ value }) => value) })),
    notes: notes.map(({ file, ...note }) => JSON.stringify({ ...note, of: plain(labels[file] ?? '') })).toSorted(),
    statuses: files.map(({ status, label }) => `${plain(label)} ${status.kind}`).toSorted(),
  };
}

describe('what comes back, against who said it of whom', () => {
  it('writes nothing unasked that nobody said of that enterprise, loses nothing, in any order of files', () => {
    const sums = { histories: 0, written: 0, undecided: 0 };
    fc.assert(
      fc.property(shapes, histories, (shape, history) => {
        const { sent, places } = sentOf(shape);
        const before = JSON.stringify(sent.home);
        const told = played(sent, places, history);
        const rows = told.home.map(({ cells }) => cells);
        const result = merge(sent, told.files, rows);
        const verdict = judged(sent, told, result);
        expect({ wrong: verdict.wrong, lost: verdict.lost }).toEqual({ wrong: [], lost: [] });
        expect(JSON.stringify(sent.home)).toBe(before);
        const turned = told.files.toReversed();
        const labels = (files: readonly ReturnedFile[]) => files.map(({ label }) => label);
        expect(unordered(merge(sent, turned, rows), labels(turned))).toEqual(unordered(result, labels(told.files)));
        sums.histories += 1;
        sums.written += verdict.written;
        sums.undecided += verdict.undecided;
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(sums.histories).toBe(RUNS);
    // A merge that asked about everything would write nothing.
    expect(sums.written).toBeGreaterThan(RUNS / 4);
    if (RUNS > 1000)
      process.stdout.write(`${JSON.stringify(sums)}
`);
  }, 3_600_000);
});
