import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeReturned } from '../../../src/engine/share/mergeReturned';
import type { MergeResult } from '../../../src/engine/share/mergeTypes';
import type { ReturnedFile } from '../../../src/engine/share/returned';
import { histories, type Act } from '../../support/merge/acts';
import { judged } from '../../support/merge/judge';
import { played } from '../../support/merge/play';
import { sentOf, shapes, type Shape } from '../../support/merge/shapes';
import { seedOf } from '../../support/seeds';
import type { Made } from './support/madeCopies';

/** `npm run histories` plays 25,000; MUJUN_SEED gives other ones. */
const RUNS = Number(process.env['MUJUN_HISTORIES'] ?? 150);
const SEED = seedOf(20_260_301);

/** Histories that once came out wrong. */
const ONCE_WRONG: [Shape, Act[]][] = [
  [
    { rows: 4, keys: 'credit', repeats: 3, masked: true, by: 'department' },
    [
      { kind: 'newKeys', file: 0, sheet: 0, row: 0, nameOnly: true },
      { kind: 'sortPart', file: 0, sheet: 0, row: 0, by: 8, without: 3 },
      { kind: 'type', file: 0, sheet: 0, row: 26, column: 13, value: 0.01 },
      { kind: 'type', file: 4, sheet: 0, row: 11, column: 3, value: '' },
    ],
  ],
  [
    { rows: 9, keys: 'name', repeats: 99, masked: false, by: 'whole' },
    [
      { kind: 'deleteRow', file: 0, sheet: 0, row: 0 },
      { kind: 'insert', file: 0, sheet: 0, row: 18 },
      { kind: 'sortOne', file: 0, sheet: 0, row: 0, by: 3 },
      { kind: 'deleteRow', file: 0, sheet: 0, row: 1 },
    ],
  ],
  [
    { rows: 7, keys: 'both', repeats: 99, masked: false, by: 'township' },
    [
      { kind: 'type', file: 0, sheet: 0, row: 0, column: 0, value: '９９.５' },
      { kind: 'insertBeside', file: 0, sheet: 0, row: 5 },
      { kind: 'sortOne', file: 0, sheet: 0, row: 0, by: 15 },
      { kind: 'sortLines', file: 0, sheet: 0, row: 0, to: 1, by: 0 },
    ],
  ],
  // A name typed anew that changes places: who knows only codes and names sees an enterprise renamed. The model says so now.
  [
    { rows: 2, keys: 'credit', repeats: 99, masked: false, by: 'whole' },
    [
      { kind: 'newKeys', file: 0, sheet: 0, row: 0, nameOnly: true },
      { kind: 'swapNames', file: 0, sheet: 0, row: 0, other: 1 },
      { kind: 'deleteRow', file: 0, sheet: 0, row: 0 },
      { kind: 'type', file: 0, sheet: 0, row: 0, column: 0, value: 0.01 },
    ],
  ],
];

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
      { numRuns: RUNS, seed: SEED, examples: ONCE_WRONG },
    );
    expect(sums.histories).toBe(RUNS);
    // A merge that asked about everything would write nothing.
    expect(sums.written).toBeGreaterThan(RUNS / 4);
    if (RUNS > 1000)
      process.stdout.write(`${JSON.stringify(sums)}
`);
  }, 3_600_000);
});
