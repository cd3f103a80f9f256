import {
  splitByTownship,
  splitProblems,
  type SplitProblem,
  type SplitRule,
  type TownshipNeed,
} from '../../../engine/allocate/index';
import type { PaneState } from '../../state/paneState';
import { OWN_GROUND, targetProposals, type TargetProposal } from './targetProposals';
import { targetStock, type TargetStock } from './targetStock';
import type { TargetAllocation, TargetSettings } from '../../state/targetState';

/** The target in force under the settings: its proposal, where it is one of the policy's, and its 亩. */
export function targetInForce(settings: TargetSettings, proposals: readonly TargetProposal[]) {
  const { proposal = proposals.length > 0 ? 0 : 'own', total } = settings;
  const chosen = proposal === 'own' ? undefined : proposals[proposal];
  const area = total ?? chosen?.area ?? NaN;
  const ground = chosen && (total === undefined || total === chosen.area) ? chosen.ground : OWN_GROUND;
  return { proposal: chosen ? proposal : ('own' as const), area, ground };
}

/** How the settings split: weights in parts of one. */
export function splitRule({ weights, mostShare, decimals }: TargetSettings): SplitRule {
  return {
    weights: { stock: weights.stock / 100, gap: weights.gap / 100, done: weights.done / 100 },
    mostShare: mostShare / 100,
    unit: decimals === 0 ? 1 : 0.1,
  };
}

/** What townships bring; parcels without one have no need, and nothing is given to them. */
export function needsOf({ townships }: TargetStock): TownshipNeed[] {
  return townships
    .filter(({ name }) => name !== '')
    .map(({ area, gap, doneBefore }) => ({ stock: area, gap, done: doneBefore }));
}

/** A split as asked, and what keeps it from being that. */
export interface TargetSplit {
  readonly allocation: TargetAllocation;
  readonly problems: readonly SplitProblem[];
}

/** Splits the target under the settings; undefined without a ledger. */
export function splitTarget(state: PaneState, thisYear: number): TargetSplit | undefined {
  const assessment = state.understanding?.assessment;
  const stock = targetStock(state, thisYear);
  if (!stock || !assessment) return undefined;
  const { settings } = state.targets;
  const { area } = targetInForce(settings, targetProposals(assessment, stock.area));
  const rule = splitRule(settings);
  const needs = needsOf(stock);
  const unplaced = stock.townships.find(({ name }) => name === '');
  const question = { target: area, needs, rule, unplaced: { rows: unplaced?.count ?? 0, area: unplaced?.area ?? 0 } };
  const { whole, exact, unallocated } = splitByTownship(Number.isNaN(area) ? 0 : area, needs, rule);
  const names = stock.townships.map(({ name }) => name).filter((name) => name !== '');
  return {
    allocation: {
      settings: { ...settings, year: stock.year },
      total: area,
      names,
      shares: whole,
      exact,
      unallocated,
      assessment,
    },
    problems: splitProblems(question),
  };
}

/** Problems that leave nothing worth keeping; the others give the nearest split, and say so. */
export function isHopeless({ code }: SplitProblem): boolean {
  return code === 'noTownships' || code === 'noTarget' || code === 'badWeights';
}
