import type { PaneState } from '../state/paneState';
import type { PastAct, PastWork } from '../runs/pastYears';
import type { Command } from './command';
import { defineCommand, type PaneContext } from './context';
import { fetched } from './fetched';

export interface PastYearsCommands {
  /** What is done at once: years set, ledgers left out again, what was learnt adopted. */
  readonly pastYears: Command<PastAct>;
  /** What takes its time: opening earlier ledgers, learning from them, looking back. */
  readonly pastWork: Command<PastWork>;
  /** Writes what looking back came to. */
  readonly writeHindsight: Command;
}

/** Ledgers of earlier years: chosen, learnt from, held to what happened. All of it is fetched with the screen. */
export function pastYearsCommands(context: PaneContext): PastYearsCommands {
  const enabled = ({ understanding, stale }: PaneState) => understanding !== undefined && !stale;
  const given = { label: 'setScenario', enabled } as const;
  return {
    pastYears: defineCommand<PastAct>(context, {
      ...given,
      name: 'pastYears',
      run: (act) => fetched(({ actOnYears }) => actOnYears(context, act)),
    }),
    pastWork: defineCommand<PastWork>(context, {
      ...given,
      name: 'pastWork',
      during: ({ kind }) => (kind === 'learn' ? 'learning' : kind === 'lookBack' ? 'lookingBack' : 'reading'),
      run: (work) => fetched(({ workOnYears }) => workOnYears(context, work)),
    }),
    writeHindsight: defineCommand(context, {
      name: 'writeHindsight',
      label: 'pastWriteBack',
      enabled: (state) => enabled(state) && (state.simulation.pastYears?.hindsight?.outcome.years.length ?? 0) > 0,
      during: 'writing',
      run: () => fetched(({ writeHindsight }) => writeHindsight(context)),
    }),
  };
}
