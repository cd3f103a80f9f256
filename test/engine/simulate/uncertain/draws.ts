import type { Day } from '../../../../src/engine/quantity/day';
import { seededRandom } from '../../../support/sample/seededRandom';
import type { ParcelColumns } from '../../../../src/engine/simulate/parcels';
import {
  drawBlock,
  type Drawable,
  type DrawnBlock,
  prepareDraws,
} from '../../../../src/engine/simulate/uncertain/drawBlock';
import type { UncertainInput } from '../../../../src/engine/simulate/uncertain/uncertainInput';

/** Drives a computation to its end. */
export function finished<R>(steps: Generator<unknown, R>): R {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** A made-up county: every third parcel is inefficient. */
export function county(rows: number, townships = 6): ParcelColumns {
  const draw = seededRandom(5);
  const column = (of: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => of(row));
  const landArea = column(() => 2 + 80 * draw() ** 2);
  return {
    landArea,
    taxPaid: column((row) => (landArea[row] ?? 0) * (40 * draw() ** 2 - 0.2)),
    plotRatio: column(() => 0.3 + 1.6 * draw()),
    plannedPlotRatio: column(() => 1.5 + draw()),
    inefficient: column((row) => (row % 3 === 0 ? 1 : 0)),
    isIndustrialCarrier: column(() => 1),
    useUnchanged: column((row) => (row % 5 === 0 ? 0 : 1)),
    township: Uint16Array.from({ length: rows }, () => Math.floor(draw() * (townships + 1))),
  };
}

/** A scenario with every kind of event. */
export function uncertain(rows: number, change: Partial<UncertainInput> = {}): UncertainInput {
  const eligible = Uint8Array.from({ length: rows }, (_, row) => (row % 4 === 1 ? 1 : 0));
  return {
    parcels: county(rows),
    firstDay: '2024-01-01' as Day,
    levers: {
      plotRatio: { target: 1.6, eligible: Uint8Array.from({ length: rows }, (_, row) => (row % 4 === 2 ? 1 : 0)) },
      waiver: { share: 1, basis: { packId: 'x', title: '', clause: '', status: 'issued' } },
      disposal: { share: 0.6, byYear: 2027 },
      upgrade: { uplift: 0.3, years: 3, response: 0.4, costPerMu: 1, eligible },
    },
    seed: 20_240_101,
    draws: 1000,
    ...change,
  };
}

/** The scenario made ready; throws where it cannot be drawn. */
export function drawable(input: UncertainInput): Drawable {
  const prepared = finished(prepareDraws(input));
  if (prepared.kind === 'failed') throw new Error(JSON.stringify(prepared));
  return prepared;
}

/** Some blocks of a scenario. */
export function blocksOf(input: UncertainInput, count: number): DrawnBlock[] {
  const ready = drawable(input);
  return Array.from({ length: count }, (_, block) => finished(drawBlock(ready, block)));
}
