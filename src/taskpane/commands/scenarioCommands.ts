import type { Goal, Knob } from '../../engine/simulate/index';
import type { ScenarioToSave } from '../runs/scenarios';
import type { Command } from './command';
import { changeSimulation, withoutComparison } from './changeSimulation';
import { defineCommand, type PaneContext } from './context';
import { fetched } from './fetched';

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
      run: () => fetched(({ loadScenarios }) => loadScenarios(context)),
    }),
    saveScenario: defineCommand<ScenarioToSave>(context, {
      name: 'saveScenario',
      label: 'saveScenario',
      enabled: ({ simulation, stale }) => simulation.projection?.drawn !== undefined && !stale,
      during: 'writing',
      run: (toSave) => fetched(({ saveScenario }) => saveScenario(context, toSave)),
    }),
    takeScenario: named<string>('takeScenario', (name) => fetched(({ takeScenario }) => takeScenario(context, name))),
    copyScenario: named<string>('copyScenario', (name) => fetched(({ copyScenario }) => copyScenario(context, name))),
    removeScenario: named<string>('removeScenario', (name) =>
      fetched(({ removeScenario }) => removeScenario(context, name)),
    ),
    restoreScenario: defineCommand(context, {
      name: 'restoreScenario',
      label: 'restoreScenario',
      enabled: ({ simulation }) => simulation.removed !== undefined,
      run: () => fetched(({ restoreScenario }) => restoreScenario(context)),
    }),
    chooseCompared: named<readonly string[]>('chooseCompared', (compared) =>
      changeSimulation(context, (simulation) => ({ ...withoutComparison(simulation), compared })),
    ),
    compareScenarios: defineCommand(context, {
      name: 'compareScenarios',
      label: 'compareScenarios',
      enabled: ({ simulation, stale, understanding }) =>
        simulation.compared.length >= 2 && !stale && understanding?.assessment.policy !== undefined,
      during: 'simulating',
      run: () => fetched(({ compareScenarios }) => compareScenarios(context)),
    }),
    exportDraws: defineCommand(context, {
      name: 'exportDraws',
      label: 'exportDraws',
      enabled: ({ simulation }) => simulation.projection?.drawn !== undefined,
      during: 'writing',
      run: () => fetched(({ exportDraws }) => exportDraws(context, store.get().simulation.projection)),
    }),
    seekGoal: defineCommand<{ readonly knob: Knob; readonly goal: Goal }>(context, {
      name: 'seekGoal',
      label: 'seekGoal',
      enabled: ({ understanding, stale, simulation }) =>
        understanding?.assessment.policy !== undefined && !stale && simulation.wrongFields.length === 0,
      during: 'simulating',
      run: (asked) => fetched(({ seek }) => seek(context, asked)),
    }),
    takeGoal: defineCommand<{ readonly knob: Knob; readonly value: number }>(context, {
      name: 'takeGoal',
      label: 'takeGoal',
      run: (turn) => fetched(({ takeGoal }) => takeGoal(context, turn)),
    }),
  };
}
