import { definedOnly } from '../../engine/column/index';
import type { Allocation, AllocationChance } from '../../engine/allocate/index';
import { parcelQuestion, parcelSplit } from '../model/targets/parcelSplit';
import {
  MOST_ALLOCATIONS,
  rulingKey,
  type FrontierPoint,
  type ParcelQuestion,
  type Ruling,
  type TargetAllocation,
} from '../state/targetState';
import type { AllocationRequest, AllocationRun } from '../../worker/allocateProtocol';
import { message, report, tell, type PaneContext } from '../commands/context';
import { changeTargets, setParcels } from '../commands/changeTargets';
import { selectedDataRows } from './selectedDataRows';

/** Chooses parcels for the target; stopping keeps the best found so far. */
export async function allocateParcels(context: PaneContext): Promise<void> {
  const question = parcelQuestion(context.store.get(), context.thisYear());
  if (!question) {
    tell(context, message('warning', 'parcelsNoTarget'));
    return;
  }
  changeTargets(context, () => ({ conflict: undefined, searching: {} }));
  const { problem, chance } = question;
  take(context, question, await searched(context, { problem, ...definedOnly({ chance }) }));
}

/** Solves a problem; meanwhile the screen shows how near the best found so far is. */
export async function searched(context: PaneContext, request: AllocationRequest): Promise<AllocationRun> {
  const show = (searching: { readonly gap?: number } | undefined) => changeTargets(context, () => ({ searching }));
  try {
    return await context.allocator(request, {
      signal: context.stopping.signal,
      onProgress: ({ gap }) => show(definedOnly({ gap })),
    });
  } finally {
    show(undefined);
  }
}

/** Says that the parcels selected must, or must not, be taken, or neither. */
export async function ruleParcels(context: PaneContext, ruling: Ruling | undefined): Promise<void> {
  const state = context.store.get();
  const question = parcelQuestion(state, context.thisYear());
  if (!state.source) return;
  const selected = new Set(await selectedDataRows(context, state.source));
  const rows = question?.rows.filter(({ row }) => selected.has(row)) ?? [];
  if (rows.length === 0) {
    tell(context, message('warning', 'parcelsRuleNone'));
    return;
  }
  const keys = rows.map(rulingKey);
  const others = Object.entries(state.targets.settings.parcels.ruled).filter(([key]) => !keys.includes(key));
  const own = ruling === undefined ? [] : keys.map((key) => [key, ruling] as const);
  setParcels(context, { ruled: Object.fromEntries([...others, ...own]) });
  tell(context, message('info', 'parcelsRuledDone', { count: rows.length }));
}

/** Parts of the target that are compared. */
const MULTIPLES = [0.6, 0.8, 1, 1.2, 1.4];

/** Point by point, each shown as it is found; stopping keeps those that there are. */
export async function seekFrontier(context: PaneContext): Promise<void> {
  const state = context.store.get();
  const of = state.targets.settings.parcels;
  const points: FrontierPoint[] = [];
  for (const [index, multiple] of MULTIPLES.entries()) {
    report(context, index, MULTIPLES.length);
    const question = parcelQuestion(state, context.thisYear(), multiple);
    if (!question) break;
    const run = await context.allocator({ problem: question.problem }, { signal: context.stopping.signal });
    if (run.kind === 'failed') {
      tellFailed(context, run);
      return;
    }
    if (run.kind === 'stopped') break;
    // Costs are negative values of the objective.
    const money = run.kind === 'done' ? (of.objective === 'leastCost' ? -run.value : run.value) : NaN;
    points.push({ area: question.total, money });
    changeTargets(context, () => ({ frontier: { of, points: [...points] } }));
  }
  if (context.stopping.signal.aborted) tell(context, message('info', 'frontierStopped'));
  else if (points.length === 0) tell(context, message('warning', 'parcelsNoTarget'));
}

const FAILURES = {
  noSolver: 'parcelsNoSolver',
  workerUnavailable: 'parcelsDied',
  workerDied: 'parcelsDied',
  internal: 'parcelsFailed',
} as const;

/** Says why nothing was chosen; what the program itself says stands only beside an error of ours. */
export function tellFailed(
  context: PaneContext,
  { code, detail = '' }: AllocationRun & { readonly kind: 'failed' },
): void {
  tell(context, message('error', FAILURES[code], { detail }));
}

function take(context: PaneContext, question: ParcelQuestion, run: AllocationRun): void {
  if (run.kind === 'failed') tellFailed(context, run);
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
