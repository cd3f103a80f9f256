import { transfer } from 'comlink';
import {
  drawBlock,
  type Drawable,
  INFLUENCED,
  firstDraws,
  medianError,
  type ParcelColumns,
  type Progress,
  prepareDraws,
  seekGoal,
  shareAtLeast,
  sortedQuantile,
  summarise,
  swingsOf,
  waiverCurve,
} from '../engine/simulate/index';
import { buffersOf } from './buffersOf';
import type { DrawService, HeldQuestion, Insight, PreviewAnswer, PreviewOutcome } from './drawProtocol';
import type { Holds } from './holds';
import type { Cancelled, ProgressListener } from './protocol';
import { release } from './release';
import { runSteps } from './runSteps';

/** Milliseconds of work, and of rest after it: Office asks people about add-ins that take 90 % of a core. */
const DUTY = { slice: 24, rest: 4 };

/** Swings and the waiver curve of a scenario. */
function insightOf(drawable: Drawable): Insight {
  const last = drawable.parameters.values.horizon;
  const waiver = waiverCurve(drawable);
  return {
    swings: Object.fromEntries(INFLUENCED.map((metric) => [metric, swingsOf(drawable, metric, last)])),
    ...(waiver ? { waiver } : {}),
  };
}

/** A service that draws blocks of the runs it is told of, rests between slices of work, and waits or stops between two steps. */
export function createDrawService(isCancelled: (run: number) => boolean, holds: Holds): DrawService {
  const open = new Map<number, Drawable>();
  let held: { readonly key: number; readonly parcels: ParcelColumns } | undefined;
  const control = (run: number, onProgress?: ProgressListener) => ({
    isCancelled: () => isCancelled(run),
    held: () => holds.held(run),
    onProgress: onProgress ?? (() => undefined),
    ...DUTY,
  });
  return {
    async openDraws(run, input, onProgress?: ProgressListener) {
      try {
        const prepared = await runSteps(prepareDraws(input), control(run, onProgress));
        if (prepared.kind !== 'drawable') return prepared;
        open.set(run, prepared);
        return { kind: 'open' };
      } finally {
        release(onProgress);
      }
    },
    async drawBlock(run, block, onProgress?: ProgressListener) {
      const drawable = open.get(run);
      try {
        if (!drawable) return CANCELLED;
        const drawn = await runSteps(drawBlock(drawable, block), control(run, onProgress));
        return transfer(drawn, [...buffersOf(drawn)]);
      } finally {
        release(onProgress);
      }
    },
    async summarise(run, blocks, targets, onProgress?: ProgressListener) {
      const drawable = open.get(run);
      try {
        if (!drawable) return CANCELLED;
        // A stopped run is summed up too: what has been drawn is kept.
        const going = { ...control(run, onProgress), isCancelled: () => false };
        const result = await runSteps(summarise(drawable, blocks, targets), going);
        if ('kind' in result) return result;
        const summary = { kind: 'summary', result, insight: insightOf(drawable) } as const;
        return transfer(summary, [...buffersOf(summary)]);
      } finally {
        release(onProgress);
      }
    },
    closeDraws: (run) => void open.delete(run),
    holdParcels(key, parcels) {
      held = { key, parcels };
    },
    async preview(question) {
      return held?.key === question.parcels ? await previewOf(question, held.parcels) : CANCELLED;
    },
    seek: async (run, input, knob, goal) => await runSteps(seekGoal(input, knob, goal), control(run)),
  };
}

const CANCELLED: Cancelled = { kind: 'cancelled' };

async function previewOf({ input, asked }: HeldQuestion, parcels: ParcelColumns): Promise<PreviewOutcome | Cancelled> {
  const prepared = await atOnce(prepareDraws({ ...input, parcels }));
  if (prepared.kind !== 'drawable') return prepared;
  const columns = await atOnce(firstDraws(prepared, asked));
  if ('kind' in columns) return columns;
  const answers = columns.map((column, index): PreviewAnswer => {
    const line = asked[index]?.atLeast;
    return {
      p50: sortedQuantile(column, 0.5),
      error: medianError(column),
      p5: sortedQuantile(column, 0.05),
      p95: sortedQuantile(column, 0.95),
      chance: line === undefined ? NaN : shareAtLeast(column, line),
    };
  });
  return { kind: 'preview', answers };
}

async function atOnce<R>(steps: Generator<Progress, R>) {
  return await runSteps(steps, { isCancelled: () => false, onProgress: () => undefined });
}
