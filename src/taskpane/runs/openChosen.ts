import type { PackageModel } from '../../package/model';
import { openSteps } from '../../package/openPackage';
import { PackageError } from '../../package/packageError';
import { packageMessage } from '../../text/package';
import { report, type PaneContext } from '../commands/context';
import { inSlices, stopper } from '../commands/inSlices';
import type { ChosenFile } from '../state/shareState';

/** A file that could not be opened, and why, in a sentence. */
export interface Unreadable {
  readonly label: string;
  readonly why: string;
}

/**
 * Opens chosen workbooks one after another in slices and hands each on; one that cannot be opened is told and takes nothing from the
 * others. 'stopped' after a stop.
 */
export async function openChosen(
  context: PaneContext,
  chosen: readonly ChosenFile[],
  take: (name: string, model: PackageModel) => void | Promise<void>,
): Promise<readonly Unreadable[] | 'stopped'> {
  const isStopped = stopper(context);
  const unreadable: Unreadable[] = [];
  for (const [index, { name, bytes }] of chosen.entries()) {
    report(context, index, chosen.length);
    try {
      const opened = await inSlices(context, openSteps(await bytes(), {}, context.files.addinFunctions));
      if (opened === 'stopped') return opened;
      await take(name, opened.model);
    } catch (error) {
      if (!(error instanceof PackageError)) throw error;
      unreadable.push({ label: name, why: packageMessage(error, context.files.language) });
    }
    await new Promise((resolve) => setTimeout(resolve));
    if (isStopped()) return 'stopped';
  }
  return unreadable;
}
