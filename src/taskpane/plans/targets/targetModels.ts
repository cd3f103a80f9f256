import type { NewSheet } from '../../../sheet/sheet';
import { policyTasks, type PolicyPack } from '../../../engine/policy/index';
import {
  BAND_TABLE,
  bandGoals,
  bandNote,
  bandSheet,
  CLOSE_OUT_TABLE,
  closeOutLines,
  closeOutSheet,
  parcelPlanSheet,
  pathSheet,
  PLAN_TABLE,
  YEAR_PARCEL_TABLE,
  YEAR_PLAN_TABLE,
  RANKING_TABLE,
  rankingSheet,
  rerunExtra,
  rerunTarget,
  targetBase,
  targetGrounds,
  targetSheet,
  TASK_TABLE,
  taskSheet,
  type EarlierRanks,
  type HeldCells,
  type TargetInput,
} from '../../../engine/report/index';
import { nearText } from '../../../text/quantities';
import type { PaneState } from '../../state/paneState';
import { targetStock } from '../../model/targets/targetStock';
import type { ExtraSheet } from '../../state/targetState';

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
    ...(policyTasks(policy.pack) ? (['tasks'] as const) : []),
  ];
}

/** Without a column of 完成日期 there is nothing to rank by. */
function hasClosings({ understanding }: PaneState): boolean {
  return understanding?.mapping.headers.byField.has('closedOutOn') === true;
}

/** The kinds of sheets on which people type. */
export type TypedSheet = 'target' | keyof typeof TYPED_TABLES;

const TYPED_TABLES = {
  closeOut: CLOSE_OUT_TABLE,
  ranking: RANKING_TABLE,
  bands: BAND_TABLE,
  tasks: TASK_TABLE,
  parcels: PLAN_TABLE,
  years: YEAR_PLAN_TABLE,
  yearParcels: YEAR_PARCEL_TABLE,
} as const;

/** Those with people's words, the target sheet first. */
export const TYPED_SHEETS = ['target', ...Object.keys(TYPED_TABLES)] as readonly TypedSheet[];

/** What stands on earlier versions, by the kind of sheet, and the ranks that the last 通报表 shows. */
export interface EarlierSheets {
  readonly held: ReadonlyMap<TypedSheet, HeldCells>;
  readonly ranks: EarlierRanks;
}

/** The sheets to be written, the target sheet first; how many cells of people were carried over, and lines that could not be. */
export interface TargetModels {
  readonly models: readonly NewSheet[];
  readonly kept: number;
  readonly gone: number;
}

/** Makes the sheets of a version, with what people typed on the earlier ones. */
export function targetModels(state: PaneState, input: TargetInput, earlier: EarlierSheets): TargetModels {
  const made = targetSheet(input);
  const held = earlier.held.get('target');
  const first = held ? rerunTarget(made, held) : { model: made, kept: 0 };
  const wanted = possibleExtras(state).filter((extra) => state.targets.settings.extras.includes(extra));
  const others = [
    ...parcelSheets(state, input).map((model) => again(model, 'parcels', earlier)),
    ...wanted.flatMap((extra) => {
      const model = extraSheet(state, { input, ranks: earlier.ranks }, extra);
      return model ? [again(model, extra, earlier)] : [];
    }),
  ];
  const sum = (of: (one: { readonly kept: number; readonly gone: number }) => number) =>
    others.reduce((all, one) => all + of(one), 0);
  return {
    models: [first.model, targetBase(input), targetGrounds(input), ...others.map(({ model }) => model)],
    kept: first.kept + sum(({ kept }) => kept),
    gone: sum(({ gone }) => gone),
  };
}

/** A sheet with what people typed on its earlier version. */
export function again(model: NewSheet, kind: TypedSheet | ExtraSheet, { held }: EarlierSheets) {
  const before = kind === 'paths' ? undefined : held.get(kind);
  if (!before || kind === 'paths' || kind === 'target') return { model, kept: 0, gone: 0 };
  return rerunExtra(model, before, TYPED_TABLES[kind]);
}

/** The plan of parcels behind the split that was chosen, where it was made parcel by parcel. */
function parcelSheets({ targets }: PaneState, input: TargetInput): NewSheet[] {
  const { plan, settings, gap } = targets.allocations[targets.chosen] ?? {};
  if (!plan || !settings) return [];
  const aim = settings.parcels.objective === 'leastCost' ? '费用最少' : '净收益最大';
  return [parcelPlanSheet(input, plan, `按${aim}挑选${nearText(gap)}；费用按推演的假设估算，不是评估价。`)];
}

function extraSheet(
  state: PaneState,
  { input, ranks }: { readonly input: TargetInput; readonly ranks: EarlierRanks },
  extra: ExtraSheet,
): NewSheet | undefined {
  const { source, understanding } = state;
  const policy = understanding?.assessment.policy;
  if (!source || !policy) return undefined;
  if (extra === 'paths') return pathSheet(input, pathWords(policy.pack));
  if (extra === 'closeOut') return closeOutSheet(input, closeOutLines(understanding.mapping.headers, source.rows));
  if (extra === 'ranking') return rankingSheet(input, ranks);
  if (extra === 'tasks') return tasksOf(policy.pack, input);
  return bandSheet(input, bandGoals(policy, input.rows), bandNote(policy.pack));
}

/** The policy's tasks to the letter, under the document that they are from. */
function tasksOf(pack: PolicyPack, { year, version }: TargetInput): NewSheet | undefined {
  const list = policyTasks(pack);
  return list && taskSheet({ year, version, list });
}

/** The policy's own paths, in its order; 保留 leaves a parcel as it is. */
function pathWords({
  paths = [],
}: NonNullable<NonNullable<PaneState['understanding']>['assessment']['policy']>['pack']) {
  return [...new Set(paths.map(({ answer }) => answer))].filter((answer) => answer !== '保留');
}
