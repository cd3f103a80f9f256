import type { Progress, SimulationPhase } from './progress';

/** Rows handled between two steps: well under a millisecond of work each. */
export const ROWS_PER_STEP = 4096;

/** Counts passes over the rows, so that progress runs evenly from 0 to the total. */
export interface PassMeter {
  readonly rows: number;
  readonly passes: number;
  passed: number;
}

/** A meter for a known number of passes over the rows. */
export function createMeter(rows: number, passes: number): PassMeter {
  return { rows, passes, passed: 0 };
}

/** The progress after `done` rows of the current pass. */
export function progressOf(meter: PassMeter, phase: SimulationPhase, done: number): Progress {
  const rows = Math.max(1, meter.rows);
  return { phase, done: Math.min(meter.passes, meter.passed + done / rows) * rows, total: meter.passes * rows };
}

/** Visits every row once, yielding progress between steps; the caller may stop at any of them. */
export function* walkRows(meter: PassMeter, phase: SimulationPhase, visit: (row: number) => void): Generator<Progress> {
  for (let start = 0; start < meter.rows; start += ROWS_PER_STEP) {
    const end = Math.min(meter.rows, start + ROWS_PER_STEP);
    for (let row = start; row < end; row++) visit(row);
    yield progressOf(meter, phase, end);
  }
  meter.passed++;
}
