import type { Judgement, ParcelColumns, SimulationInput, TierLines } from '../../../engine/index';
import { parseDay, unmetNeeds, waiverBases, waiverQuestions, type Levers } from '../../../engine/index';
import { numberAt, type Assessment } from '../assessment';
import { sheetRow, type Source } from '../source';
import { chosenKeys, inefficientAt } from './inefficient';
import type { Scenario } from './simulationState';

/** What a projection is asked, and the names behind its township codes. */
export interface ProjectionQuestion {
  readonly input: SimulationInput;
  readonly townships: readonly string[];
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
  const { plotRatio, disposal } = scenario;
  const eligible = plotRatio.who === 'inefficient' ? eligibleRows(parcels.inefficient) : undefined;
  const tierLines = tierLinesOf(assessment.tiers);
  const waiver = scenario.plotRatio.on && scenario.waiver.on ? waiverLever(assessment, scenario) : undefined;
  const levers = {
    ...(plotRatio.on ? { plotRatio: { target: plotRatio.target, ...(eligible ? { eligible } : {}) } } : {}),
    ...(waiver ? { waiver } : {}),
    ...(disposal.on ? { disposal: { share: disposal.percent / 100, byYear: firstYear + disposal.years } } : {}),
  };
  const { assumptions } = scenario;
  const usable = withoutUnmet(levers, parcels);
  const input = { parcels, levers: usable, firstDay, assumptions, ...(tierLines ? { tierLines } : {}) };
  return { input, townships: townshipNames(assessment) };
}

/** A lever whose columns the ledger lacks is off, and the pane says why. */
function withoutUnmet(levers: Levers, parcels: ParcelColumns): Levers {
  const unmet = new Set<string>(unmetNeeds(levers, parcels).map(({ lever }) => lever));
  return Object.fromEntries(Object.entries(levers).filter(([name]) => !unmet.has(name)));
}

function eligibleRows(inefficient: Float64Array | undefined): Uint8Array {
  return Uint8Array.from(inefficient ?? [], (flag) => (flag === 1 ? 1 : 0));
}

function waiverLever({ policy }: Assessment, { waiver }: Scenario) {
  const basis = policy && waiverBases(policy.pack).find(({ packId }) => packId === waiver.basis);
  return { share: waiver.percent / 100, ...(basis ? { basis } : {}) };
}

function parcelColumns(source: Source, assessment: Assessment, scenario: Scenario): ParcelColumns {
  const { whole, dataRows } = assessment;
  const keys = chosenKeys(assessment, scenario.inefficient);
  const column = (value: (row: number) => number) => columnOf(dataRows, value);
  const numbers = (field: string) => column((row) => numberAt(whole, field, row));
  const { takeAsIndustrial } = scenario.waiver;
  const township = whole.columns.get('township');
  const asked = waiverQuestions(whole);
  // Where the ledger does not say, only the person's assumption does.
  const answered = (said: number | undefined) => (takeAsIndustrial && Number.isNaN(said ?? NaN) ? 1 : (said ?? NaN));
  return {
    landArea: numbers('landArea'),
    taxPaid: numbers('taxPaid'),
    plotRatio: numbers('plotRatio'),
    plannedPlotRatio: numbers('plannedPlotRatio'),
    floorArea: numbers('floorArea'),
    isIndustrialCarrier: column((row) => answered(asked(row).isIndustrialCarrier)),
    useUnchanged: column((row) => answered(asked(row).useUnchanged)),
    inefficient: column((row) => inefficientAt(assessment, keys, row)),
    rowNumbers: column((row) => sheetRow(source, row)),
    ...(township?.kind === 'word' ? { township: Uint16Array.from(dataRows, (row) => township.codes[row] ?? 0) } : {}),
  };
}

/** A plain loop: this runs on the pane's thread, and `Float64Array.from` takes several times as long. */
function columnOf(rows: readonly number[], value: (row: number) => number): Float64Array {
  const column = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) column[index] = value(rows[index] ?? 0);
  return column;
}

function townshipNames({ whole }: Assessment): readonly string[] {
  const column = whole.columns.get('township');
  return column?.kind === 'word' ? ['', ...column.words] : [''];
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
