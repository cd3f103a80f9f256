import type { PaneState } from '../state/paneState';
import { isSplit } from '../model/targets/isSplit';
import type { TargetSettings } from '../state/targetState';
import type { Command } from './command';
import { defineCommand, type PaneContext } from './context';
import { fetched } from './fetched';

export interface TargetCommands {
  readonly setTarget: Command<Partial<TargetSettings>>;
  readonly split: Command;
  readonly chooseAllocation: Command<number>;
  readonly setReason: Command<string>;
  readonly generateTargets: Command;
  readonly recordIssue: Command;
}

export function targetCommands(context: PaneContext): TargetCommands {
  const { store } = context;
  const change = (part: Partial<PaneState['targets']>) =>
    store.update((state) => ({ ...state, targets: { ...state.targets, ...part } }));
  const canSplit = ({ understanding, stale }: PaneState) => understanding?.assessment.policy !== undefined && !stale;
  return {
    setTarget: defineCommand<Partial<TargetSettings>>(context, {
      name: 'setTarget',
      label: 'setTarget',
      run: (part) => change({ settings: { ...store.get().targets.settings, ...part } }),
    }),
    split: defineCommand(context, {
      name: 'split',
      label: 'split',
      enabled: canSplit,
      run: () => fetched(({ split }) => split(context)),
    }),
    chooseAllocation: defineCommand<number>(context, {
      name: 'chooseAllocation',
      label: 'splitUse',
      run: (chosen) => change({ chosen }),
    }),
    setReason: defineCommand<string>(context, {
      name: 'setReason',
      label: 'setReason',
      run: (reason) => change({ reason }),
    }),
    generateTargets: defineCommand(context, {
      name: 'generateTargets',
      label: 'generateTargets',
      enabled: (state) => canSplit(state) && isSplit(state),
      during: 'writing',
      run: () => fetched(({ generate }) => generate(context)),
    }),
    recordIssue: defineCommand(context, {
      name: 'recordIssue',
      label: 'recordIssue',
      enabled: canSplit,
      during: 'writing',
      run: () => fetched(({ recordIssue }) => recordIssue(context)),
    }),
  };
}
