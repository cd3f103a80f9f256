import type { WritePlan } from '../../workbook/port';
import { ledgerPrint } from '../model/simulation/ledgerPrint';
import { planRawDraws } from '../plans/simulation/planRawDraws';
import { planSavedResults, RESULTS_SHEET, type SavedSheets } from '../plans/simulation/planSavedResults';
import {
  freeScenarioName,
  OLD_SCENARIOS_KEY,
  readSaved,
  SCENARIOS_NAMESPACE,
  scenariosOfXml,
  scenariosXml,
  withoutSaved,
  withSaved,
} from '../model/simulation/savedScenarios';
import { SEED } from '../model/simulation/simulationInput';
import type { Projection, SavedScenario } from '../state/simulationState';
import { message, report, tell, type PaneContext } from '../commands/context';
import { readAgain } from '../commands/readLedger';
import { questionOf } from './projections';
import { changeSimulation, withoutComparison } from '../commands/changeSimulation';
import { policyHashOf } from '../model/simulation/currentScenario';
import { carryOut } from '../commands/writeCommands';

/** A projection to keep, under a name, with the headline as shown. */
export interface ScenarioToSave {
  readonly name: string;
  readonly headline: string;
}

/** Takes up the scenarios that the workbook keeps. */
export async function loadScenarios(context: PaneContext): Promise<void> {
  const saved = await keptScenarios(context);
  changeSimulation(context, (simulation) => ({ ...simulation, saved }));
}

/** What the workbook keeps: in its XML part, or where an earlier version left it. */
async function keptScenarios({ port }: PaneContext): Promise<readonly SavedScenario[]> {
  const [xml] = await port.customXml(SCENARIOS_NAMESPACE);
  return xml === undefined ? readSaved(await port.loadSetting(OLD_SCENARIOS_KEY)) : scenariosOfXml(xml);
}

/** Changes what is kept, in the workbook first. */
async function keep(
  context: PaneContext,
  next: (saved: readonly SavedScenario[]) => readonly SavedScenario[],
): Promise<void> {
  const saved = next(await keptScenarios(context));
  await context.port.putCustomXml(SCENARIOS_NAMESPACE, scenariosXml(saved));
  const names = new Set(saved.map(({ name }) => name));
  changeSimulation(context, (simulation) => ({
    ...withoutComparison(simulation),
    saved,
    compared: simulation.compared.filter((name) => names.has(name)),
  }));
}

/** Takes the levers of a kept scenario as the current ones. */
export function takeScenario(context: PaneContext, name: string): void {
  changeSimulation(context, (simulation) => {
    const kept = simulation.saved.find((of) => of.name === name);
    return kept ? { ...simulation, part: 'levers', scenario: { ...kept.scenario, name } } : simulation;
  });
}

/** Removes a kept scenario; it can be put back. */
export async function removeScenario(context: PaneContext, name: string): Promise<void> {
  const { saved } = context.store.get().simulation;
  const at = saved.findIndex((of) => of.name === name);
  await keep(context, (now) => withoutSaved(now, name));
  const scenario = saved[at];
  if (scenario) changeSimulation(context, (simulation) => ({ ...simulation, removed: { scenario, at } }));
}

/** Puts back the scenario that was removed last. */
export async function restoreScenario(context: PaneContext): Promise<void> {
  const { removed } = context.store.get().simulation;
  if (!removed) return;
  const { scenario, at } = removed;
  await keep(context, (saved) => saved.toSpliced(at, 0, { ...scenario, name: freeScenarioName(saved, scenario.name) }));
  changeSimulation(context, ({ removed: _removed, ...simulation }) => simulation);
}

/** Keeps a copy of a scenario under a free name. */
export async function copyScenario(context: PaneContext, name: string): Promise<void> {
  await keep(context, (saved) => {
    const kept = saved.find((of) => of.name === name);
    return kept ? withSaved(saved, { ...kept, name: freeScenarioName(saved, name) }) : saved;
  });
}

/** The ledger's cells as they are now, read from the sheet again. */
async function printNow(context: PaneContext): Promise<string | undefined> {
  const { source } = context.store.get();
  const now = source && (await readAgain(context, source));
  return now && now !== 'stopped' ? ledgerPrint(now) : undefined;
}

/** Keeps the projection under a name, with its results on sheets. */
export async function saveScenario(context: PaneContext, { name, headline }: ScenarioToSave): Promise<void> {
  const state = context.store.get();
  const { source, policyId, asOf, simulation } = state;
  const { projection } = simulation;
  if (!source || !projection?.drawn || policyId === undefined) return;
  const [before, now] = [ledgerPrint(source), await printNow(context)];
  if (now !== before) {
    context.store.update((old) => ({ ...old, stale: true }));
    tell(context, message('warning', 'changedSince'));
    return;
  }
  const saved: SavedScenario = {
    name: freeScenarioName(simulation.saved, name),
    scenario: projection.scenario,
    headline,
    ledgerHash: before,
    ledgerHashAfter: now,
    policyId,
    ...policyHashOf(projection.assessment),
    ...(asOf === undefined ? {} : { asOf }),
    seed: SEED,
    draws: projection.drawn.result.draws,
    version: context.files.version,
    savedAt: context.clock(),
  };
  const plan = planSavedResults({ projection, saved, source }, await savedSheets(context));
  await writeAndKeep(context, plan, saved);
}

/** Writes the results, and keeps the scenario once they stand. */
async function writeAndKeep(context: PaneContext, plan: WritePlan, saved: SavedScenario): Promise<void> {
  const isDone = await carryOut(context, plan, ({ sheet }) => ({
    place: `“${sheet.name}”`,
    message: message('success', 'savedScenario', { name: saved.name, sheet: sheet.name }),
  }));
  if (isDone) await keep(context, (old) => withSaved(old, saved));
}

/** The sheets that hold earlier results, with the first free row of each. */
async function savedSheets({ port }: PaneContext): Promise<SavedSheets> {
  const sheets = await port.sheets();
  const found: Record<string, { id: string; nextRow: number }> = {};
  for (const { id, name } of sheets.filter(
    ({ name: of }) => of === RESULTS_SHEET.results || of === RESULTS_SHEET.grounds,
  )) {
    const contents = await port.read(id);
    const first = contents?.values[0]?.[0];
    if (contents && first === '方案') found[name] = { id, nextRow: contents.area.row + contents.area.rows };
  }
  return { results: found[RESULTS_SHEET.results], grounds: found[RESULTS_SHEET.grounds] };
}

/** Projects the chosen scenarios over the ledger as it is now. */
export async function compareScenarios(context: PaneContext): Promise<void> {
  const { simulation } = context.store.get();
  const chosen = simulation.saved.filter(({ name }) => simulation.compared.includes(name));
  const projections: Projection[] = [];
  for (const [index, { name, scenario }] of chosen.entries()) {
    report(context, index, chosen.length);
    const projection = await projectionOf(context, { ...scenario, name });
    if (!projection) return;
    projections.push(projection);
  }
  changeSimulation(context, (now) => ({ ...now, comparison: projections, part: 'comparison' }));
}

/** A scenario over the ledger as it is now; undefined where it was stopped or failed, which is told. */
async function projectionOf(context: PaneContext, given: Projection['scenario']): Promise<Projection | undefined> {
  const asked = questionOf(context, given);
  if (!asked) return undefined;
  const { signal } = context.stopping;
  const { scenario, assessment, question } = asked;
  const outcome = await context.simulator.simulate(question.input, { signal });
  const drawn = outcome.kind === 'done' ? await context.draws.draw(question.input, { signal }) : outcome;
  if (outcome.kind === 'done' && drawn.kind === 'drawn')
    return { scenario, assessment, result: outcome.result, drawn, townships: question.townships };
  const failure = drawn.kind === 'failed' ? drawn : ({ kind: 'cancelled' } as const);
  changeSimulation(context, (simulation) => ({ ...simulation, failure }));
  return undefined;
}

/** Writes every draw of the projection. */
export async function exportDraws(context: PaneContext, projection: Projection | undefined): Promise<void> {
  if (!projection?.drawn) return;
  const plan = planRawDraws(projection, projection.drawn);
  await carryOut(context, plan, ({ sheet }) => ({
    place: `“${sheet.name}”`,
    message: message('success', 'exportedDraws', { sheet: sheet.name, count: projection.drawn?.result.draws ?? 0 }),
  }));
}
