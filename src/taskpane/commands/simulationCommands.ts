import type { PaneState } from '../state/paneState';
import type { Scenario, SeriesName, SimulationPart } from '../state/simulationState';
import type { Command } from './command';
import { defineCommand, failureOf, tell, type PaneContext } from './context';
import { fetched } from './fetched';

export interface SimulationCommands {
  readonly setScenario: Command<Partial<Scenario>>;
  /** Shows at once what the levers as they stand would bring. */
  readonly previewScenario: Command;
  readonly setSeries: Command<SeriesName>;
  readonly showPart: Command<SimulationPart>;
  /** A field on the screen holds what cannot be taken, or no longer does. */
  readonly markField: Command<FieldMark>;
  readonly startProjection: Command;
  /** Lets the draws wait. */
  readonly pause: Command;
  readonly resume: Command;
  /** The headline as shown: it is written too. */
  readonly writeProjection: Command<string>;
}

/** One field of the screen, by a name of its own. */
interface FieldMark {
  readonly id: string;
  readonly isWrong: boolean;
}

export function simulationCommands(context: PaneContext): SimulationCommands {
  const { store } = context;
  return {
    setScenario: defineCommand<Partial<Scenario>>(context, {
      name: 'setScenario',
      label: 'setScenario',
      run: (change) => {
        store.update((state) => withScenario(state, change));
        preview(context);
      },
    }),
    previewScenario: defineCommand(context, {
      name: 'previewScenario',
      label: 'setScenario',
      run: () => preview(context),
    }),
    setSeries: defineCommand<SeriesName>(context, {
      name: 'setSeries',
      label: 'seriesChoice',
      run: (series) => store.update((state) => ({ ...state, simulation: { ...state.simulation, series } })),
    }),
    showPart: defineCommand<SimulationPart>(context, {
      name: 'showPart',
      label: 'parts',
      run: (part) => store.update((state) => ({ ...state, simulation: { ...state.simulation, part } })),
    }),
    markField: defineCommand<FieldMark>(context, {
      name: 'markField',
      label: 'setScenario',
      run: ({ id, isWrong }) => store.update((state) => withMark(state, id, isWrong)),
    }),
    startProjection: defineCommand(context, {
      name: 'startProjection',
      label: 'startProjection',
      enabled: ({ understanding, stale, simulation }) =>
        understanding?.assessment.policy !== undefined && !stale && simulation.wrongFields.length === 0,
      during: 'simulating',
      run: () => fetched(({ project }) => project(context)),
    }),
    pause: defineCommand(context, {
      name: 'pause',
      label: 'pause',
      enabled: ({ busy }) => busy?.waits === false,
      run: () => wait(context, true),
    }),
    resume: defineCommand(context, {
      name: 'resume',
      label: 'resume',
      enabled: ({ busy }) => busy?.waits === true,
      run: () => wait(context, false),
    }),
    writeProjection: defineCommand<string>(context, {
      name: 'writeProjection',
      label: 'writeProjection',
      enabled: ({ simulation }) => simulation.projection !== undefined,
      during: 'writing',
      run: (headline) => fetched(({ writeProjection }) => writeProjection(context, headline)),
    }),
  };
}

function withMark({ simulation, ...state }: PaneState, id: string, isWrong: boolean): PaneState {
  const others = simulation.wrongFields.filter((of) => of !== id);
  return { ...state, simulation: { ...simulation, wrongFields: isWrong ? [...others, id] : others } };
}

function withScenario(state: PaneState, change: Partial<Scenario>): PaneState {
  const { simulation } = state;
  return { ...state, simulation: { ...simulation, scenario: { ...simulation.scenario, ...change } } };
}

/** Shows what the levers would bring as soon as it is known; nobody waits for it. */
function preview(context: PaneContext): void {
  void fetched(({ previewSoon }) => previewSoon(context)).catch((error: unknown) => tell(context, failureOf(error)));
}

/** When the work going on was made to wait. */
const WAITING_SINCE = new WeakMap<PaneContext, number>();

/** Shuts or opens the gate; the time spent waiting does not count towards the remaining time. */
function wait(context: PaneContext, waits: boolean): void {
  const now = context.now();
  const waited = waits ? 0 : now - (WAITING_SINCE.get(context) ?? now);
  WAITING_SINCE.set(context, now);
  context.waiting.set(waits);
  context.store.update((state) =>
    state.busy ? { ...state, busy: { ...state.busy, waits, since: state.busy.since + waited } } : state,
  );
}
