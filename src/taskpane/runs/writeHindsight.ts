import { paneText } from '../../text/pane';
import { message, type PaneContext } from '../commands/context';
import { carryOut } from '../commands/writeCommands';
import { hindsightSheet } from '../plans/simulation/hindsightSheet';
import { planSheets } from '../plans/planSheets';

/** Writes what looking back came to as a sheet. */
export async function writeHindsight(context: PaneContext): Promise<void> {
  const { source, understanding, simulation } = context.store.get();
  const hindsight = simulation.pastYears?.hindsight;
  if (!source || !understanding || !hindsight) return;
  const given = { source, assessment: understanding.assessment, ...hindsight, t: paneText('zh-CN') };
  await carryOut(context, planSheets('写入推演回看', [hindsightSheet(given)]), ({ sheet }) => ({
    place: `“${sheet.name}”`,
    message: message('success', 'pastWroteBack', { sheet: sheet.name }),
  }));
}
