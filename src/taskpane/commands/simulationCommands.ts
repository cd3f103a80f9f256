import type { PaneState } from '../state/paneState';
import { planProjectionSheet } from '../state/simulation/planProjectionSheet';
import { simulationInput } from '../state/simulation/simulationInput';
import type { Projection, RunFailure, Scenario, SeriesName } from '../state/simulation/simulationState';
import type { Command } from './command';
import { defineCommand, message, report, type PaneContext } from './context';
import { carryOut } from './writeCommands';

export interface SimulationCommands {
  readonly setScenario: Command<Partial<Scenario>>;
  readonly setSeries: Command<SeriesName>;
  readonly startProjection: Command;
  /** The headline as shown: it is written too. */
  readonly writeProjection: Command<string>;
}

export function simulationCommands(context: PaneContext): SimulationCommands {
  const { store } = context;
  return {
    setScenario: defineCommand<Partial<Scenario>>(context, {
      name: 'setScenario',
      label: 'setScenario',
      run: (change) => store.update((state) => withScenario(state, change)),
    }),
    setSeries: defineCommand<SeriesName>(context, {
      name: 'setSeries',
      label: 'seriesChoice',
      run: (series) => store.update((state) => ({ ...state, simulation: { ...state.simulation, series } })),
    }),
    startProjection: defineCommand(context, {
      name: 'startProjection',
      label: 'startProjection',
      enabled: ({ understanding, stale }) => understanding?.assessment.policy !== undefined && !stale,
      during: 'simulating',
      run: () => project(context),
    }),
    writeProjection: defineCommand<string>(context, {
      name: 'writeProjection',
      label: 'writeProjection',
      enabled: ({ simulation }) => simulation.projection !== undefined,
      during: 'writing',
      run: (headline) => writeProjection(context, headline),
    }),
  };
}

function withScenario(state: PaneState, change: Partial<Scenario>): PaneState {
  const { simulation } = state;
  return { ...state, simulation: { ...simulation, scenario: { ...simulation.scenario, ...change } } };
}

/** The first year of the scenario: the person's, else that of the base date, else this year. */
export function firstYearOf({ simulation, asOf }: PaneState, thisYear: number): number {
  return simulation.scenario.firstYear ?? (asOf === undefined ? thisYear : Number(asOf.slice(0, 4)));
}

async function project(context: PaneContext): Promise<void> {
  const { store, simulator } = context;
  const state = store.get();
  const { source, understanding } = state;
  if (!source || !understanding) return;
  const firstYear = firstYearOf(state, context.thisYear());
  const scenario: Scenario = { ...state.simulation.scenario, firstYear };
  const question = simulationInput(source, understanding.assessment, { scenario, firstYear });
  if (!question) return;
  const outcome = await simulator.simulate(question.input, {
    onProgress: ({ done, total }) => report(context, done, total),
    signal: context.stopping.signal,
    columns: 'give',
  });
  if (outcome.kind !== 'done') {
    store.update((now) => ({ ...now, simulation: failed(now, outcome) }));
    return;
  }
  const { townships } = question;
  const projection = { scenario, result: outcome.result, assessment: understanding.assessment, townships };
  store.update((now) => ({ ...now, simulation: succeeded(now, projection) }));
}

function succeeded({ simulation }: PaneState, projection: Projection): PaneState['simulation'] {
  const { failure: _failure, ...rest } = simulation;
  return { ...rest, projection };
}

function failed({ simulation }: PaneState, failure: RunFailure): PaneState['simulation'] {
  return { ...simulation, failure };
}

async function writeProjection(context: PaneContext, headline: string): Promise<void> {
  const { source, understanding, simulation } = context.store.get();
  const { projection } = simulation;
  if (!source || !understanding || !projection) return;
  const plan = planProjectionSheet({ source, assessment: understanding.assessment, projection, headline });
  await carryOut(context, plan, ({ sheet }) => ({
    place: `“${sheet.name}”`,
    message: message('success', 'wroteProjection', { sheet: sheet.name }),
  }));
}
