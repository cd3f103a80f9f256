import {
  bandGoals,
  bandNote,
  bandSheet,
  closeOutLines,
  closeOutSheet,
  parcelPlanSheet,
  pathSheet,
  policyTasks,
  rankingSheet,
  rerunTarget,
  targetBase,
  targetGrounds,
  targetSheet,
  taskSheet,
  type HeldCells,
  type SheetModel,
  type TargetInput,
} from '../../../engine/index';
import { gapText } from '../../../text/quantities';
import type { PaneState } from '../paneState';
import { targetStock } from './targetStock';
import type { ExtraSheet } from './targetState';

/** The extra sheets that this ledger and policy have the matter for. */
export function possibleExtras(state: PaneState): ExtraSheet[] {
  const { understanding } = state;
  const policy = understanding?.assessment.policy;
  const stock = targetStock(state, 0);
  if (!policy || !stock) return [];
  return [
    ...(policy.pack.paths ? (['paths'] as const) : []),
    'closeOut',
    ...(hasClosings(state) ? (['ranking'] as const) : []),
    ...(bandGoals(policy, stock.rows).length > 0 ? (['bands'] as const) : []),
    ...(policyTasks(policy.pack.id) ? (['tasks'] as const) : []),
  ];
}

/** Without a column of 完成日期 there is nothing to rank by. */
function hasClosings({ understanding }: PaneState): boolean {
  return understanding?.mapping.headers.byField.has('closedOutOn') === true;
}

/** The sheets to be written, the target sheet first, and how many cells of people were carried over. */
export interface TargetModels {
  readonly models: readonly SheetModel[];
  readonly kept: number;
}

/** Makes the sheets of a version, with what people typed on the earlier one. */
export function targetModels(state: PaneState, input: TargetInput, held: HeldCells | undefined): TargetModels {
  const made = targetSheet(input);
  const { model, kept } = held ? rerunTarget(made, held) : { model: made, kept: 0 };
  const wanted = possibleExtras(state).filter((extra) => state.targets.settings.extras.includes(extra));
  const extras = wanted.flatMap((extra) => extraSheet(state, input, extra) ?? []);
  const parcels = parcelSheets(state, input);
  return { models: [model, targetBase(input), targetGrounds(input), ...parcels, ...extras], kept };
}

/** The plan of parcels behind the split that was chosen, where it was made parcel by parcel. */
function parcelSheets({ targets }: PaneState, input: TargetInput): SheetModel[] {
  const { plan, settings, gap } = targets.allocations[targets.chosen] ?? {};
  if (!plan || !settings) return [];
  const aim = settings.parcels.objective === 'leastCost' ? '费用最少' : '净收益最大';
  const near = gap === undefined || Number.isNaN(gap) ? '' : `，与最优方案差距不超过${gapText(gap)}`;
  return [parcelPlanSheet(input, plan, `按${aim}挑选${near}；费用按推演的假设估算，不是评估价。`)];
}

function extraSheet(state: PaneState, input: TargetInput, extra: ExtraSheet): SheetModel | undefined {
  const { source, understanding } = state;
  const policy = understanding?.assessment.policy;
  if (!source || !policy) return undefined;
  if (extra === 'paths') return pathSheet(input, pathWords(policy.pack));
  if (extra === 'closeOut') return closeOutSheet(input, closeOutLines(understanding.mapping.headers, source.rows));
  if (extra === 'ranking') return rankingSheet(input);
  if (extra === 'tasks') return tasksOf(policy.pack.id, input);
  return bandSheet(input, bandGoals(policy, input.rows), bandNote(policy.pack));
}

/** The policy's tasks to the letter, under the document that they are from. */
function tasksOf(packId: string, { year, version }: TargetInput): SheetModel | undefined {
  const list = policyTasks(packId);
  return list && taskSheet({ year, version, list });
}

/** The policy's own paths, in its order; 保留 leaves a parcel as it is. */
function pathWords({
  paths = [],
}: NonNullable<NonNullable<PaneState['understanding']>['assessment']['policy']>['pack']) {
  return [...new Set(paths.map(({ answer }) => answer))].filter((answer) => answer !== '保留');
}
