import { fieldOf } from '../../../engine/ledger/index';
import { isGiven, unmetAtStart, type LeverName } from '../../../engine/simulate/index';
import type { Assessment } from '../verdict/assessment';
import type { Source } from '../reading/source';
import { parcelColumns } from './parcelColumns';
import type { Scenario } from '../../state/simulationState';

/** A lever, or a part of one that can be left out by itself. */
export type Lacking = LeverName | 'electricity' | 'water';

/** The columns a lever needs and the ledger lacks, in the ledger's words; undefined where it has them. */
export type LackOf = (lever: Lacking) => string | undefined;

/** Finds for each lever what the ledger lacks, so that it can be shown as shut before anybody presses it. */
export function lacksOf(source: Source, assessment: Assessment, scenario: Scenario): LackOf {
  const parcels = parcelColumns(source, assessment, scenario);
  const byLever = new Map<Lacking, string>();
  for (const column of ['electricity', 'water'] as const)
    if (!isGiven(parcels, column)) byLever.set(column, fieldOf(column).label);
  for (const { lever, columns } of unmetAtStart(parcels)) {
    const words = columns.map((column) => fieldOf(column).label).join('或');
    const before = byLever.get(lever);
    byLever.set(lever, before === undefined ? words : `${before}、${words}`);
  }
  return (lever) => byLever.get(lever);
}
