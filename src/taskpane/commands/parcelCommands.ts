import type { Allocation, AllocationChance } from '../../engine/index';
import type { PaneState } from '../state/paneState';
import { parcelQuestion, parcelSplit } from '../state/targets/parcelSplit';
import {
  MOST_ALLOCATIONS,
  type ParcelQuestion,
  type ParcelSettings,
  type TargetAllocation,
} from '../state/targets/targetState';
import type { AllocationRun } from '../../worker/allocateProtocol';
import type { Command } from './command';
import { defineCommand, message, tell, type PaneContext } from './context';

export interface ParcelCommands {
  readonly setParcels: Command<Partial<ParcelSettings>>;
  /** Chooses parcels for the target; stopping keeps the best found so far. */
  readonly allocateParcels: Command;
}

export function parcelCommands(context: PaneContext): ParcelCommands {
  const { store } = context;
  return {
    setParcels: defineCommand<Partial<ParcelSettings>>(context, {
      name: 'setParcels',
      label: 'setTarget',
      run: (part) =>
        changeTargets(context, ({ settings }) => ({
          settings: { ...settings, parcels: { ...settings.parcels, ...part } },
        })),
    }),
    allocateParcels: defineCommand(context, {
      name: 'allocateParcels',
      label: 'allocateParcels',
      enabled: ({ understanding, stale }) => understanding?.assessment.policy !== undefined && !stale,
      during: 'allocating',
      run: async () => {
        const question = parcelQuestion(store.get(), context.thisYear());
        if (!question) {
          tell(context, message('warning', 'parcelsNoTarget'));
          return;
        }
        changeTargets(context, () => ({ conflict: undefined, searching: {} }));
        const { problem, chance } = question;
        try {
          const run = await context.allocator(
            { problem, ...(chance ? { chance } : {}) },
            {
              signal: context.stopping.signal,
              onProgress: ({ gap }) => changeTargets(context, () => ({ searching: gap === undefined ? {} : { gap } })),
            },
          );
          take(context, question, run);
        } finally {
          changeTargets(context, () => ({ searching: undefined }));
        }
      },
    }),
  };
}

function changeTargets(
  { store }: PaneContext,
  change: (targets: PaneState['targets']) => Partial<PaneState['targets']>,
): void {
  store.update((state) => ({ ...state, targets: { ...state.targets, ...change(state.targets) } }));
}

function take(context: PaneContext, question: ParcelQuestion, run: AllocationRun): void {
  if (run.kind === 'failed') tell(context, message('error', 'parcelsFailed', { detail: run.detail ?? run.code }));
  else if (run.kind === 'infeasible') changeTargets(context, () => ({ conflict: { question, infeasible: run } }));
  else if (run.kind === 'done') keep(context, question, run);
  else if (run.best?.allocation) {
    keep(context, question, { allocation: run.best.allocation, gap: run.best.gap ?? NaN });
    tell(context, message('info', 'parcelsStoppedWithBest'));
  } else tell(context, message('info', 'parcelsStopped'));
}

interface Found {
  readonly allocation: Allocation;
  readonly gap: number;
  readonly chances?: readonly AllocationChance[];
}

function keep(context: PaneContext, question: ParcelQuestion, { allocation, gap, chances }: Found): void {
  const split = parcelSplit(question, allocation, gap);
  addAllocation(context, chances ? { ...split, chances } : split);
}

/** It goes beside the splits of the same ledger, the oldest going first. */
function addAllocation(context: PaneContext, allocation: TargetAllocation): void {
  changeTargets(context, ({ allocations }) => {
    const others = allocations.filter(({ assessment }) => assessment === allocation.assessment);
    const all = [...others, allocation].slice(-MOST_ALLOCATIONS);
    return { allocations: all, chosen: all.length - 1 };
  });
}
