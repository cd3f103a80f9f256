import { definedOnly } from '../../../engine/column/index';
import type { Judgement } from '../../../engine/assess/index';
import {
  type DatedTarget,
  type Levers,
  type ParcelColumns,
  type SimulationInput,
  type TierLines,
  type UncertainInput,
  unmetNeeds,
  type LeverNeed,
} from '../../../engine/simulate/index';
import { parseDay } from '../../../engine/quantity/index';
import { annualTargets } from '../../../engine/policy/index';
import type { Assessment } from '../verdict/assessment';
import type { RowPlaces } from '../reading/places';
import { engineLevers } from '../../levers/all';
import { eligibleRows } from './eligibleRows';
import { measureLever } from './measureDues';
import { groupWords, parcelColumns } from './parcelColumns';
import type { Scenario } from '../../state/simulationState';
import { basisReader } from './waiverBasis';

/** The same seed for every run, so that two scenarios differ by their levers alone. */
export const SEED = 20_240_101;

/** What a projection is asked, the names behind its township codes, and the levers that the ledger cannot serve. */
export interface ProjectionQuestion {
  readonly input: UncertainInput;
  readonly townships: readonly string[];
  readonly unmet: readonly LeverNeed[];
}

/** Turns the judged ledger and a person's levers into the simulation's input: data rows only, 亩, 万元, ㎡. */
export function simulationInput(
  source: RowPlaces,
  assessment: Assessment,
  given: { readonly scenario: Scenario; readonly firstYear: number },
): ProjectionQuestion | undefined {
  const { scenario, firstYear } = given;
  const firstDay = parseDay(`${firstYear}-01-01`);
  if (firstDay === undefined || !assessment.policy) return undefined;
  const parcels = parcelColumns(source, assessment, scenario);
  const levers = leversOf(assessment, parcels, given);
  const unmet = unmetNeeds(levers, parcels);
  const tierLines = tierLinesOf(assessment.tiers);
  const plain: SimulationInput = {
    parcels,
    levers: withoutUnmet(levers, unmet),
    firstDay,
    assumptions: scenario.assumptions,
    ...definedOnly({ tierLines }),
  };
  const { distributions, correlations, draws } = scenario;
  const targets = datedTargets(assessment, firstYear, scenario.assumptions.horizon ?? 10);
  // A pair of one and the same says nothing; the pane says so beside it.
  const pairs = correlations.filter(({ a, b }) => a !== b);
  const input = { ...plain, seed: SEED, draws, distributions, correlations: pairs, targets };
  return { input, townships: groupWords(assessment, 'township'), unmet };
}

const METRIC_OF = { area: 'disposedArea', share: 'disposalRate', taxPerMu: 'taxPerMu' } as const;

/** The policy's own targets for the whole ledger that fall into the years of the scenario. */
export function datedTargets({ policy }: Assessment, firstYear: number, horizon: number): DatedTarget[] {
  return (policy ? annualTargets(policy.pack) : [])
    .filter(({ scope }) => scope === undefined)
    .map(({ name, kind, value, by }) => ({
      id: name,
      metric: METRIC_OF[kind],
      byYear: Number(by.slice(0, 4)),
      atLeast: value,
    }))
    .filter(({ byYear }) => byYear >= firstYear && byYear <= firstYear + horizon);
}

/** A lever whose columns the ledger lacks is off, and the pane says why. */
function withoutUnmet(levers: Levers, unmet: readonly LeverNeed[]): Levers {
  const names = new Set<string>(unmet.map(({ lever }) => lever));
  return Object.fromEntries(Object.entries(levers).filter(([name]) => !names.has(name)));
}

type Given = { readonly scenario: Scenario; readonly firstYear: number };

function leversOf(assessment: Assessment, parcels: ParcelColumns, { scenario, firstYear }: Given): Levers {
  return engineLevers(scenario, {
    firstYear,
    parcels,
    eligible: (who) => eligibleRows(assessment, parcels, who),
    townshipCode: (word = '') => Math.max(0, groupWords(assessment, 'township').indexOf(word)),
    basisOf: basisReader(assessment),
    measures: () => measureLever(assessment),
  });
}

/** A ladder of lines over 亩均税收, so that the projection can count parcels by tier; absent for any other table. */
function tierLinesOf(tiers: Judgement | undefined): TierLines | undefined {
  if (!tiers) return undefined;
  const { values } = tiers.context.policy;
  const lines: number[] = [];
  const inclusive = new Set<boolean>();
  for (const { condition } of tiers.rules.slice(0, -1)) {
    if (condition.kind !== 'compare' || condition.left.kind !== 'field') return undefined;
    const { right, op } = condition;
    const line = right.kind === 'number' ? right.value : right.kind === 'value' ? values.get(right.name) : undefined;
    if (line === undefined || (op !== '<=' && op !== '<')) return undefined;
    inclusive.add(op === '<=');
    lines.push(line);
  }
  if (inclusive.size !== 1) return undefined;
  return {
    lines,
    tiers: tiers.rules.map(({ answer }) => answer),
    lineBelongsTo: inclusive.has(true) ? 'lower' : 'upper',
  };
}
