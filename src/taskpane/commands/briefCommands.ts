import type { BriefAsked } from '../model/briefAsked';
import type { Command } from './command';
import { defineCommand, type PaneContext } from './context';
import { fetched } from './fetched';

export interface BriefCommands {
  /** 生成汇报材料: a Word document of a scenario, a comparison or the year's targets. */
  readonly makeBrief: Command<BriefAsked>;
}

export function briefCommands(context: PaneContext): BriefCommands {
  return {
    makeBrief: defineCommand<BriefAsked>(context, {
      name: 'makeBrief',
      label: 'makeBrief',
      enabled: ({ understanding, stale }) =>
        understanding !== undefined && !stale && context.files.download !== undefined,
      during: 'reporting',
      run: (asked) => fetched(({ makeBrief }) => makeBrief(context, asked)),
    }),
  };
}
