import { definedOnly } from '../../engine/column/index';
import { assumptionValues, type DatedTarget, type UncertainInput } from '../../engine/simulate/index';
import type { DrawnRun } from '../../worker/drawProtocol';
import type { PaneState } from '../state/paneState';
import { projectionSheet } from '../plans/simulation/projectionSheet';
import { firstYearOf } from '../model/simulation/firstYear';
import { simulationInput } from '../model/simulation/simulationInput';
import { planSheets } from '../plans/planSheets';
import type { Projection, RunFailure, Scenario } from '../state/simulationState';
import { message, reportPhase, type PaneContext } from '../commands/context';
import { carryOut } from '../commands/writeCommands';

/** Projects the scenario over ten years, and draws it. */
export async function project(context: PaneContext): Promise<void> {
  const { store } = context;
  const asked = questionOf(context, store.get().simulation.scenario);
  if (!asked) return;
  const outcome = await context.simulator.simulate(asked.question.input, {
    signal: context.stopping.signal,
    onProgress: (progress) => reportPhase(context, progress),
  });
  if (outcome.kind !== 'done') {
    store.update((now) => ({ ...now, simulation: failed(now, outcome) }));
    return;
  }
  const { scenario, assessment } = asked;
  const { townships } = asked.question;
  const projection = { scenario, result: outcome.result, assessment, townships };
  store.update((now) => ({ ...now, simulation: succeeded(now, projection) }));
  await drawFor(context, projection, asked.question.input);
}

/** What a scenario asks of the ledger as it is understood now. */
export function questionOf(context: PaneContext, given: Scenario) {
  const state = context.store.get();
  const { source, understanding } = state;
  if (!source || !understanding) return undefined;
  const firstYear = given.firstYear ?? firstYearOf(state, context.thisYear());
  const scenario: Scenario = { ...given, firstYear };
  const { assessment } = understanding;
  const question = simulationInput(source, assessment, { scenario, firstYear });
  return question && { scenario, assessment, question };
}

/** Draws the scenario that was projected. What a person stops keeps the draws so far, labelled; the projection stays. */
async function drawFor(context: PaneContext, projection: Projection, input: UncertainInput): Promise<void> {
  const { store, draws, stopping, waiting } = context;
  const outcome = await draws.draw(input, {
    onProgress: (progress) => reportPhase(context, progress),
    signal: stopping.signal,
    gate: waiting,
  });
  const keep = (drawn: DrawnRun | undefined) =>
    store.update((now) =>
      drawn && now.simulation.projection === projection
        ? { ...now, simulation: { ...now.simulation, projection: { ...projection, drawn } } }
        : now,
    );
  if (outcome.kind === 'drawn') keep(outcome);
  else if (outcome.kind === 'stopped') void outcome.partial.then(keep);
  else store.update((now) => ({ ...now, simulation: { ...now.simulation, failure: outcome } }));
}

/** One preview at a time: the newest position of a slider is what the next one shows. */
const PREVIEWING = new WeakMap<PaneContext, { again: boolean }>();

/** Shows what the levers as they stand would bring, by the first draws of a run. */
export async function previewSoon(context: PaneContext): Promise<void> {
  const going = PREVIEWING.get(context);
  if (going) {
    going.again = true;
    return;
  }
  const turn = { again: true };
  PREVIEWING.set(context, turn);
  while (turn.again) {
    turn.again = false;
    await previewNow(context);
  }
  PREVIEWING.delete(context);
}

async function previewNow(context: PaneContext): Promise<void> {
  const { store, draws } = context;
  const state = store.get();
  const asked = questionOf(context, state.simulation.scenario);
  if (!asked) return;
  const { input } = asked.question;
  const firstYear = asked.scenario.firstYear ?? 0;
  const horizon = input.assumptions?.horizon ?? assumptionValues().horizon;
  const target = input.targets?.find(({ metric }) => metric === 'disposedArea');
  const disposalYear = Math.min(target ? target.byYear - firstYear : asked.scenario.disposal.years, horizon);
  const outcome = await draws.preview({
    input,
    asked: [
      { metric: 'disposedArea', year: disposalYear, ...(target ? { atLeast: target.atLeast } : {}) },
      ...Array.from({ length: horizon + 1 }, (_, year) => ({ metric: 'taxPerMu' as const, year })),
    ],
  });
  store.update((now) => ({
    ...now,
    simulation: withPreview(now, outcome, firstYear, { horizon, disposalYear, target }),
  }));
}

function withPreview(
  { simulation }: PaneState,
  outcome: Awaited<ReturnType<PaneContext['draws']['preview']>>,
  firstYear: number,
  given: { readonly horizon: number; readonly disposalYear: number; readonly target: DatedTarget | undefined },
): PaneState['simulation'] {
  const { preview: _preview, ...rest } = simulation;
  if (outcome.kind !== 'preview') return rest;
  const [disposedArea, ...yearly] = outcome.answers;
  const taxPerMu = yearly.at(-1);
  if (!taxPerMu || !disposedArea) return rest;
  const { horizon, disposalYear, target } = given;
  const years = { lastYear: firstYear + horizon, disposalYear: firstYear + disposalYear };
  return {
    ...rest,
    preview: { ...years, taxPerMu, yearly, disposedArea, ...definedOnly({ target: target?.atLeast }) },
  };
}

function succeeded({ simulation }: PaneState, projection: Projection): PaneState['simulation'] {
  const { failure: _failure, ...rest } = simulation;
  return { ...rest, projection, part: 'result' };
}

function failed({ simulation }: PaneState, failure: RunFailure): PaneState['simulation'] {
  return { ...simulation, failure };
}

/** Writes the projection as a sheet. */
export async function writeProjection(context: PaneContext, headline: string): Promise<void> {
  const { source, understanding, simulation } = context.store.get();
  const { projection } = simulation;
  if (!source || !understanding || !projection) return;
  const { assessment } = understanding;
  const plan = planSheets('写入推演结果', [
    projectionSheet({ source, assessment, projection, headline, spread: simulation.scenario.spread }),
  ]);
  await carryOut(context, plan, ({ sheet }) => ({
    place: `“${sheet.name}”`,
    message: message('success', 'wroteProjection', { sheet: sheet.name }),
  }));
}
