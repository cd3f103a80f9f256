import type { ChosenFile } from '../state/shareState';
import { compareLedgers, comparisonSheet, type ComparedSide } from '../../engine/share/index';
import { assess, type Assessment } from '../model/verdict/assessment';
import { mappingOf } from '../model/reading/mapping';
import { fileSource } from '../model/share/fileSource';
import { sharedLedger } from '../model/share/sharedSource';
import type { Source } from '../model/reading/source';
import { planSheets } from '../plans/planSheets';
import { message, tell, type PaneContext } from '../commands/context';
import { carryOut, isSameSource } from '../commands/writeCommands';
import { openChosen } from './openChosen';

/** Holds the ledger against that of an earlier file, on a sheet of its own. */
export async function compareWith(context: PaneContext, file: ChosenFile): Promise<void> {
  if (!(await isSameSource(context))) return;
  const { source, understanding } = context.store.get();
  if (!source || !understanding) return;
  const earlier = await earlierSource(context, file);
  if (!earlier) return;
  const before = sideOf(earlier, assess(earlier, mappingOf(earlier, new Map()).headers, undefined));
  const after = sideOf(source, understanding.assessment);
  const comparison = compareLedgers(before, after);
  const names = [`${file.name}“${earlier.contents.sheet.name}”`, source.contents.sheet.name] as const;
  const { differences, matching } = comparison;
  const counts = {
    changed: differences.length,
    added: matching.added.length,
    missing: matching.missing.length,
    unsure: matching.unsure.length,
  };
  await carryOut(
    context,
    planSheets('写两期比对', [comparisonSheet(comparison, { before, after, names })]),
    ({ sheet }) => ({
      place: `“${sheet.name}”`,
      message: message('success', 'compared', { sheet: sheet.name, ...counts }),
    }),
  );
}

function sideOf(source: Source, assessment: Assessment): ComparedSide {
  return { shared: sharedLedger(source, assessment), ledger: assessment.whole };
}

/** The ledger of the chosen file; what cannot be read, or holds none, is told. */
async function earlierSource(context: PaneContext, file: ChosenFile): Promise<Source | undefined> {
  const sources: (Source | undefined)[] = [];
  const unreadable = await openChosen(context, [file], (name, model) => void sources.push(fileSource(name, model)));
  if (unreadable === 'stopped') tell(context, message('info', 'collectStopped'));
  else if (unreadable[0])
    tell(context, message('error', 'compareUnreadable', { file: file.name, detail: unreadable[0].why }));
  else if (!sources[0]) tell(context, message('warning', 'compareNoLedger', { file: file.name }));
  return sources[0];
}
