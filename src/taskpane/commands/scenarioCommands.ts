import type { PolicyPack } from '../../engine/policy/index';
import type { Goal, Knob } from '../../engine/simulate/index';
import { packHash } from '../../engine/share/index';
import type { WritePlan } from '../../workbook/port';
import type { Assessment } from '../model/verdict/assessment';
import type { PaneState } from '../state/paneState';
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
import type { Projection, SavedScenario, SimulationState } from '../state/simulationState';
import type { Command } from './command';
import { defineCommand, message, report, tell, type PaneContext } from './context';
import { readAgain } from './readLedger';
import { questionOf } from './simulationCommands';
import { seek, takeGoal } from './seekGoal';
import { carryOut } from './writeCommands';

/** A projection to keep, under a name, with the headline as shown. */
export interface ScenarioToSave {
  readonly name: string;
  readonly headline: string;
}

export interface ScenarioCommands {
  readonly loadScenarios: Command;
  readonly saveScenario: Command<ScenarioToSave>;
  /** Takes the levers of a kept scenario as the current ones. */
  readonly takeScenario: Command<string>;
  readonly copyScenario: Command<string>;
  readonly removeScenario: Command<string>;
  /** Puts back the scenario that was removed last. */
  readonly restoreScenario: Command;
  readonly chooseCompared: Command<readonly string[]>;
  readonly compareScenarios: Command;
  readonly exportDraws: Command;
  readonly seekGoal: Command<{ readonly knob: Knob; readonly goal: Goal }>;
  /** Sets a lever to what a goal asks for. */
  readonly takeGoal: Command<{ readonly knob: Knob; readonly value: number }>;
}

/** What is kept of scenarios in the workbook, and what is done with it. */
export function scenarioCommands(context: PaneContext): ScenarioCommands {
  const { store } = context;
  const named = <Input>(name: keyof ScenarioCommands, run: (input: Input) => void | Promise<void>) =>
    defineCommand<Input>(context, { name, label: 'scenarios', run });
  return {
    loadScenarios: defineCommand(context, {
      name: 'loadScenarios',
      label: 'scenarios',
      run: () => loadScenarios(context),
    }),
    saveScenario: defineCommand<ScenarioToSave>(context, {
      name: 'saveScenario',
      label: 'saveScenario',
      enabled: ({ simulation, stale }) => simulation.projection?.drawn !== undefined && !stale,
      during: 'writing',
      run: (toSave) => saveScenario(context, toSave),
    }),
    takeScenario: named<string>('takeScenario', (name) => takeScenario(context, name)),
    copyScenario: named<string>('copyScenario', (name) => copyScenario(context, name)),
    removeScenario: named<string>('removeScenario', (name) => removeScenario(context, name)),
    restoreScenario: defineCommand(context, {
      name: 'restoreScenario',
      label: 'restoreScenario',
      enabled: ({ simulation }) => simulation.removed !== undefined,
      run: () => restoreScenario(context),
    }),
    chooseCompared: named<readonly string[]>('chooseCompared', (compared) =>
      change(context, (simulation) => ({ ...withoutComparison(simulation), compared })),
    ),
    compareScenarios: defineCommand(context, {
      name: 'compareScenarios',
      label: 'compareScenarios',
      enabled: ({ simulation, stale, understanding }) =>
        simulation.compared.length >= 2 && !stale && understanding?.assessment.policy !== undefined,
      during: 'simulating',
      run: () => compareScenarios(context),
    }),
    exportDraws: defineCommand(context, {
      name: 'exportDraws',
      label: 'exportDraws',
      enabled: ({ simulation }) => simulation.projection?.drawn !== undefined,
      during: 'writing',
      run: () => exportDraws(context, store.get().simulation.projection),
    }),
    seekGoal: defineCommand<{ readonly knob: Knob; readonly goal: Goal }>(context, {
      name: 'seekGoal',
      label: 'seekGoal',
      enabled: ({ understanding, stale, simulation }) =>
        understanding?.assessment.policy !== undefined && !stale && simulation.wrongFields.length === 0,
      during: 'simulating',
      run: (asked) => seek(context, asked),
    }),
    takeGoal: defineCommand<{ readonly knob: Knob; readonly value: number }>(context, {
      name: 'takeGoal',
      label: 'takeGoal',
      run: (turn) => takeGoal(context, turn),
    }),
  };
}

function change(context: PaneContext, next: (simulation: SimulationState) => SimulationState): void {
  context.store.update((state) => ({ ...state, simulation: next(state.simulation) }));
}

function withoutComparison(simulation: SimulationState): SimulationState {
  const { comparison: _comparison, ...rest } = simulation;
  return rest;
}

async function loadScenarios(context: PaneContext): Promise<void> {
  const saved = await keptScenarios(context);
  change(context, (simulation) => ({ ...simulation, saved }));
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
  change(context, (simulation) => ({
    ...withoutComparison(simulation),
    saved,
    compared: simulation.compared.filter((name) => names.has(name)),
  }));
}

function takeScenario(context: PaneContext, name: string): void {
  change(context, (simulation) => {
    const kept = simulation.saved.find((of) => of.name === name);
    return kept ? { ...simulation, part: 'levers', scenario: { ...kept.scenario, name } } : simulation;
  });
}

async function removeScenario(context: PaneContext, name: string): Promise<void> {
  const { saved } = context.store.get().simulation;
  const at = saved.findIndex((of) => of.name === name);
  await keep(context, (now) => withoutSaved(now, name));
  const scenario = saved[at];
  if (scenario) change(context, (simulation) => ({ ...simulation, removed: { scenario, at } }));
}

async function restoreScenario(context: PaneContext): Promise<void> {
  const { removed } = context.store.get().simulation;
  if (!removed) return;
  const { scenario, at } = removed;
  await keep(context, (saved) => saved.toSpliced(at, 0, { ...scenario, name: freeScenarioName(saved, scenario.name) }));
  change(context, ({ removed: _removed, ...simulation }) => simulation);
}

async function copyScenario(context: PaneContext, name: string): Promise<void> {
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

async function saveScenario(context: PaneContext, { name, headline }: ScenarioToSave): Promise<void> {
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

const HASHES = new WeakMap<PolicyPack, string>();

function policyHashOf({ policy }: Assessment): Pick<SavedScenario, 'policyHash'> {
  if (!policy) return {};
  const policyHash = HASHES.get(policy.pack) ?? packHash(policy.pack).slice(0, 16);
  HASHES.set(policy.pack, policyHash);
  return { policyHash };
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

async function compareScenarios(context: PaneContext): Promise<void> {
  const { simulation } = context.store.get();
  const chosen = simulation.saved.filter(({ name }) => simulation.compared.includes(name));
  const projections: Projection[] = [];
  for (const [index, { name, scenario }] of chosen.entries()) {
    report(context, index, chosen.length);
    const projection = await projectionOf(context, { ...scenario, name });
    if (!projection) return;
    projections.push(projection);
  }
  change(context, (now) => ({ ...now, comparison: projections, part: 'comparison' }));
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
  change(context, (simulation) => ({ ...simulation, failure }));
  return undefined;
}

async function exportDraws(context: PaneContext, projection: Projection | undefined): Promise<void> {
  if (!projection?.drawn) return;
  const plan = planRawDraws(projection, projection.drawn);
  await carryOut(context, plan, ({ sheet }) => ({
    place: `“${sheet.name}”`,
    message: message('success', 'exportedDraws', { sheet: sheet.name, count: projection.drawn?.result.draws ?? 0 }),
  }));
}

/** Whether a kept scenario was computed from the ledger and policy as they are now. */
export function isCurrent(saved: SavedScenario, state: PaneState): boolean {
  const { source, policyId, asOf, stale, understanding } = state;
  if (!source || stale || !understanding) return false;
  const { policyHash } = policyHashOf(understanding.assessment);
  if (saved.policyHash !== undefined && saved.policyHash !== policyHash) return false;
  return saved.ledgerHash === ledgerPrint(source) && saved.policyId === policyId && saved.asOf === asOf;
}
