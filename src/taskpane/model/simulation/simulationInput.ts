import { definedOnly } from '../../../engine/column/index';
import type { Judgement } from '../../../engine/assess/index';
import type {
  DatedTarget,
  DisposalLever,
  Levers,
  ParcelColumns,
  PriceLever,
  SimulationInput,
  TierLines,
  UncertainInput,
} from '../../../engine/simulate/index';
import { parseDay } from '../../../engine/quantity/index';
import { annualTargets } from '../../../engine/policy/index';
import { isGiven, unmetNeeds, waiverBases, type LeverNeed } from '../../../engine/simulate/index';
import type { Assessment } from '../verdict/assessment';
import type { Source } from '../reading/source';
import { eligibleRows } from './eligibleRows';
import { groupWords, parcelColumns } from './parcelColumns';
import type { Scenario } from '../../state/simulationState';

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
  source: Source,
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

/** The policy's own targets that fall into the years of the scenario. */
export function datedTargets({ policy }: Assessment, firstYear: number, horizon: number): DatedTarget[] {
  return annualTargets(policy?.pack.id ?? '')
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
  const { disposal, waiver, plotRatio, upgrade } = scenario;
  return {
    ...(plotRatio.on ? { plotRatio: plotRatioLever(assessment, parcels, scenario) } : {}),
    ...(plotRatio.on && waiver.on ? { waiver: waiverLever(assessment, scenario) } : {}),
    ...(disposal.on ? { disposal: disposalLever(assessment, parcels, { disposal, firstYear }) } : {}),
    ...(upgrade.on ? { upgrade: upgradeLever(assessment, parcels, scenario) } : {}),
    ...moneyLevers(assessment, parcels, scenario),
  };
}

function disposalLever(
  assessment: Assessment,
  parcels: ParcelColumns,
  { disposal, firstYear }: Pick<Scenario, 'disposal'> & { readonly firstYear: number },
): DisposalLever {
  const stepOf = ({ percent, years }: { readonly percent: number; readonly years: number }) => ({
    share: percent / 100,
    byYear: firstYear + years,
  });
  const classes = (disposal.classes ?? []).map((part) => ({
    ...stepOf(part),
    eligible: eligibleRows(assessment, parcels, part.who) ?? new Uint8Array(parcels.landArea.length).fill(1),
  }));
  return { ...stepOf(disposal), ...(classes.length > 0 ? { classes } : {}) };
}

/** Electricity and water only where the ledger has the amounts; grades A and B pay the common price. */
function priceLever(parcels: ParcelColumns, { prices }: Scenario): PriceLever {
  const rates = (c = 0, d = 0) => [0, 0, c, d] as const;
  const { waterC, waterD, landTaxC, landTaxD } = prices;
  return {
    ...(isGiven(parcels, 'electricity') ? { electricity: rates(prices.c, prices.d) } : {}),
    ...(isGiven(parcels, 'water') ? { water: rates(waterC, waterD) } : {}),
    landUseTax: rates(landTaxC, landTaxD),
  };
}

function plotRatioLever(assessment: Assessment, parcels: ParcelColumns, { plotRatio }: Scenario) {
  const { target, byFactor, who, balance, mixedPercent = 0 } = plotRatio;
  const eligible = eligibleRows(assessment, parcels, who);
  return {
    ...(byFactor ? { factor: target } : { target }),
    ...definedOnly({ eligible }),
    ...(balance ? { parkBalance: { plotRatio: balance.plotRatio, greenRatio: balance.greenPercent / 100 } } : {}),
    ...(mixedPercent > 0 ? { mixedShare: mixedPercent / 100 } : {}),
  };
}

function waiverLever({ policy }: Assessment, { waiver }: Scenario) {
  const basis = policy && waiverBases(policy.pack).find(({ packId }) => packId === waiver.basis);
  return { share: waiver.percent / 100, ...definedOnly({ basis }) };
}

function upgradeLever(assessment: Assessment, parcels: ParcelColumns, { upgrade }: Scenario) {
  const eligible = eligibleRows(assessment, parcels, upgrade.who);
  const { percent, years, response, costPerMu } = upgrade;
  return { uplift: percent / 100, years, response: response / 100, costPerMu, ...definedOnly({ eligible }) };
}

/** The levers that move money and quotas. */
function moneyLevers(assessment: Assessment, parcels: ParcelColumns, scenario: Scenario): Levers {
  const { fund, standardLand, prices, incrementStock, taxSharing } = scenario;
  const to = groupWords(assessment, 'township').indexOf(taxSharing.to ?? '');
  return {
    ...(fund.on ? { fund: { landRevenue: fund.landRevenue, rolling: fund.rolling } } : {}),
    ...(standardLand.on
      ? { standardLand: { taxPerMu: standardLand.taxPerMu, penaltyShare: standardLand.percent / 100 } }
      : {}),
    ...(prices.on ? { prices: priceLever(parcels, scenario) } : {}),
    ...(incrementStock.on
      ? { incrementStock: { baseQuota: incrementStock.baseQuota, mode: incrementStock.mode } }
      : {}),
    ...(taxSharing.on && to > 0 ? { taxSharing: { share: taxSharing.percent / 100, to } } : {}),
  };
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
