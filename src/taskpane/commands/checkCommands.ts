import { definedOnly } from '../../engine/column/index';
import type { PaneState } from '../state/paneState';
import { planChecks } from '../plans/policy/planChecks';
import { cleanLedgerOf } from './cleanLedgerSheet';
import type { Command } from './command';
import { defineCommand, message, tell, type PaneContext } from './context';
import { rangesOf } from './policyRanges';
import { carryOut, isSameSource } from './writeCommands';

export interface CheckCommands {
  /** Writes 核对表. */
  readonly writeCheckSheet: Command;
}

/** Checks of figures against limits, as a sheet of classic formulas. */
export function checkCommands(context: PaneContext): CheckCommands {
  const assessed = ({ understanding, stale }: PaneState) => understanding?.assessment.policy !== undefined && !stale;
  return {
    writeCheckSheet: defineCommand(context, {
      name: 'writeCheckSheet',
      label: 'writeCheckSheet',
      enabled: assessed,
      during: 'writing',
      run: () => writeCheckSheet(context),
    }),
  };
}

async function writeCheckSheet(context: PaneContext): Promise<void> {
  if (!(await isSameSource(context))) return;
  const { source, understanding } = context.store.get();
  if (!source || !understanding) return;
  const { assessment } = understanding;
  const clean = await cleanLedgerOf(context, source);
  const parameters = (await rangesOf(context))?.parameters;
  const plan = planChecks(source, assessment, { ...definedOnly({ clean, parameters }) });
  if (!plan) {
    tell(context, message('warning', 'nothingToCheck'));
    return;
  }
  const count = assessment.dataRows.length;
  await carryOut(context, plan, ({ sheet: { name: sheet } }) => ({
    place: `“${sheet}”`,
    message: message('success', 'wroteCheckSheet', { sheet, count }),
  }));
}
