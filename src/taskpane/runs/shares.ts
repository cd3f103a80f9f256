import { definedOnly } from '../../engine/column/index';
import { type ChosenFile, proposed, type MadeFile } from '../state/shareState';
import { mergeReturned, type HomeRecord, type MergeResult } from '../../engine/share/index';
import { zipFiles } from '../../package/zip/zipFiles';
import { copyFiles, leavingOf, planBatch, type BatchGiven } from '../plans/share/makeCopies';
import { recordOfXml, recordXml, SENT_NAMESPACE } from '../model/share/recordXml';
import { csvOfLedger } from '../plans/share/csvOfLedger';
import { returnedFile } from '../model/share/returnedFile';
import { isPlain } from '../model/reading/places';
import type { Source } from '../model/reading/source';
import { sharedLedger } from '../model/share/sharedSource';
import { simulatedIn } from '../model/share/simulatedIn';
import type { Message } from '../state/paneState';
import { withCollected, withShare } from '../state/withShare';
import { message, tell, type PaneContext } from '../commands/context';
import { inSlices } from '../commands/inSlices';
import { openChosen } from './openChosen';
import { isSameSource } from '../commands/writeCommands';

/** The record that the workbook keeps of what was sent; read anew, for a colleague may have sent copies meanwhile. */
async function recordOf({ port }: PaneContext): Promise<HomeRecord | undefined> {
  const [xml] = await port.customXml(SENT_NAMESPACE);
  return xml === undefined ? undefined : recordOfXml(xml);
}

async function batchGiven(context: PaneContext): Promise<BatchGiven | undefined> {
  const state = context.store.get();
  const { source, understanding, share } = state;
  if (!source || !understanding) return undefined;
  const record = await recordOf(context);
  const simulated = simulatedIn(state);
  const own = state.policyWork.own.find(({ pack }) => pack.id === state.policyId);
  return {
    source,
    assessment: understanding.assessment,
    request: share.request,
    record,
    ...definedOnly({ simulated, own }),
    time: context.clock().replace(' ', 'T'),
    version: context.files.version,
    addinFunctions: context.files.addinFunctions,
  };
}

/** Looks through everything that the request would carry out of the house. */
export async function checkLeaving(context: PaneContext): Promise<void> {
  if (!(await isSameSource(context))) return;
  const given = await batchGiven(context);
  if (!given) return;
  const found = await inSlices(context, leavingOf(given));
  if (found === 'stopped') {
    tell(context, message('info', 'stopped'));
    return;
  }
  const leaving = { request: given.request, ...found };
  context.store.update((state) => withShare(state, { leaving }));
}

/** Makes the copies asked for; what was sent is kept at home first. */
export async function makeCopies(context: PaneContext): Promise<void> {
  if (!(await isSameSource(context))) return;
  const given = await batchGiven(context);
  if (!given) return;
  const plan = await inSlices(context, planBatch(given));
  const files = plan === 'stopped' ? plan : await inSlices(context, copyFiles(given, plan), plan.batch.copies.length);
  if (plan === 'stopped' || files === 'stopped') {
    tell(context, message('info', 'madeStopped'));
    return;
  }
  // Without the record at home nothing that was sent could come back: it is kept before anything is handed out.
  const kept = recordXml(plan.record);
  await context.port.putCustomXml(SENT_NAMESPACE, kept.xml);
  const gone = (given.record?.batches ?? []).filter((batch) => !kept.batches.includes(batch));
  const onlyValues = files.filter((file) => file.onlyValues).length;
  context.store.update((state) => ({
    ...withShare(state, { made: { request: given.request, files, onlyValues } }),
    message: toldOfCopies(context, files.length, gone),
  }));
}

/** What was made, and which earlier copies cannot be compared any more, for the workbook keeps so much and no more. */
function toldOfCopies({ files }: PaneContext, count: number, dropped: HomeRecord['batches']): Message {
  const times = dropped.map(({ time }) => time.replace('T', ' ')).join('、');
  return dropped.length === 0
    ? message('success', files.download ? 'madeCopies' : 'madeCopiesOpen', { count })
    : message('warning', 'madeCopiesFull', { count, times });
}

/** Hands out all copies in one .zip, or one. */
export function saveCopies({ store, files: { download } }: PaneContext, which: number | 'all'): void {
  const { made } = store.get().share;
  if (!made || !download) return;
  const one = which === 'all' && made.files.length === 1 ? 0 : which;
  if (one === 'all') download(zipFiles(made.files), zipName(made.files));
  else {
    const file = made.files[one];
    if (file) download(file.bytes, file.name);
  }
}

/** Hands out all rows of what the recipient may see, for other platforms. */
export async function saveCsv(context: PaneContext): Promise<void> {
  const { port, files, store } = context;
  if (!(await isSameSource(context))) return;
  const given = await batchGiven(context);
  if (!given || !files.download) return;
  const made = await inSlices(context, csvOfLedger(given));
  if (made === 'stopped') {
    tell(context, message('info', 'stopped'));
    return;
  }
  const { name, text, record } = made;
  // Codes that stand for names now must stand for the same ones the next time.
  if (record && record !== given.record) await port.putCustomXml(SENT_NAMESPACE, recordXml(record).xml);
  files.download(new TextEncoder().encode(text), name);
  store.update((state) => ({ ...state, message: message('success', 'savedCsv', { name }) }));
}

/** What the names have in common: the ledger's title. */
function zipName(files: readonly MadeFile[]): string {
  const [first] = files;
  return `${first?.name.split(' ')[0] ?? '副本'} 分发.zip`;
}

/** Opens what came back and compares it, writing nothing. */
export async function collect(context: PaneContext, chosen: readonly ChosenFile[]): Promise<void> {
  if (chosen.length === 0 || !(await isSameSource(context))) return;
  const { source, understanding } = context.store.get();
  if (!source || !understanding) return;
  const record = (await recordOf(context)) ?? { workbook: '', codes: { rows: {}, masks: {} }, batches: [] };
  const files: ReturnType<typeof returnedFile>[] = [];
  const unreadable = await openChosen(context, chosen, (name, model) => void files.push(returnedFile(name, model)));
  const home = sharedLedger(source, understanding.assessment);
  const result =
    unreadable === 'stopped' ? unreadable : await inSlices(context, mergeReturned(home, record, files), files.length);
  if (unreadable === 'stopped' || result === 'stopped') {
    tell(context, message('info', 'collectStopped'));
    return;
  }
  const collected = proposed({ result: withoutDerived(source, result), unreadable });
  context.store.update((state) => withCollected(state, collected));
}

/** What no cell of the ledger holds as it is (a sheet's name, a figure in another unit) cannot be written back. */
function withoutDerived(source: Source, result: MergeResult): MergeResult {
  const changes = result.changes.map((change) =>
    isPlain(source, change.row, change.column) ? change : { ...change, kind: 'formula' as const },
  );
  return { ...result, changes };
}
