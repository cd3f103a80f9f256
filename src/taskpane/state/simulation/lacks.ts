import { fieldOf, unmetNeeds, type LeverName, type Levers } from '../../../engine/index';
import type { Assessment } from '../assessment';
import type { Source } from '../source';
import { parcelColumns } from './parcelColumns';
import type { Scenario } from './simulationState';

/** The columns a lever needs and the ledger lacks, in the ledger's words; undefined where it has them. */
export type LackOf = (lever: LeverName) => string | undefined;

/** Every lever, switched on: what each would need. */
const ALL_ON: Levers = {
  plotRatio: { target: 1 },
  disposal: { share: 1, byYear: 0 },
  prices: { electricity: [0, 0, 0, 0] },
  taxSharing: { share: 0, to: 1 },
};

/** Finds for each lever what the ledger lacks, so that it can be shown as shut before anybody presses it. */
export function lacksOf(source: Source, assessment: Assessment, scenario: Scenario): LackOf {
  const unmet = unmetNeeds(ALL_ON, parcelColumns(source, assessment, scenario));
  const byLever = new Map<LeverName, string>();
  for (const { lever, columns } of unmet) {
    const words = columns.map((column) => fieldOf(column).label).join('或');
    const before = byLever.get(lever);
    byLever.set(lever, before === undefined ? words : `${before}、${words}`);
  }
  return (lever) => byLever.get(lever);
}
