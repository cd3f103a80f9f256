import { definedOnly } from '../../engine/column/index';
import { planChecks } from '../plans/policy/planChecks';
import { cleanLedgerOf } from '../commands/cleanLedgerSheet';
import { message, tell, type PaneContext } from '../commands/context';
import { inSlices } from '../commands/inSlices';
import { rangesOf } from '../commands/policyRanges';
import { carryOut, isSameSource } from '../commands/writeCommands';

/** Writes 核对表. */
export async function writeCheckSheet(context: PaneContext): Promise<void> {
  if (!(await isSameSource(context))) return;
  const { source, understanding } = context.store.get();
  if (!source || !understanding) return;
  const { assessment } = understanding;
  const clean = await cleanLedgerOf(context, source);
  const parameters = (await rangesOf(context))?.parameters;
  const plan = await inSlices(context, planChecks(source, assessment, definedOnly({ clean, parameters })));
  if (plan === 'stopped') {
    tell(context, message('info', 'writeStopped'));
    return;
  }
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
