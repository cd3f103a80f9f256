import { hasMacros } from '../../package/hasMacros';
import { openSteps } from '../../package/openPackage';
import { saveSteps } from '../../package/savePackage';
import type { WriteOutcome, WritePlan } from '../../workbook/port';
import { planPlainCopy } from '../plans/share/plainCopy/planPlainCopy';
import { planRestore, type RestorePlan, type SheetNow } from '../plans/share/plainCopy/planRestore';
import { REPLACED_NAMESPACE, replacementsOfXml, type Replacement } from '../plans/share/plainCopy/replacement';
import { listedReplacements, REPLACED_SHEET } from '../plans/share/plainCopy/replacementSheet';
import { withShare } from '../state/withShare';
import { message, report, tell, type PaneContext } from '../commands/context';
import { inSlices } from '../commands/inSlices';
import { isSameSource, refusalMessage } from '../commands/writeCommands';
import { ledgerTitle } from '../model/reading/whereCellsStand';

/** Makes the copy of the whole workbook in which nothing needs the add-in. */
export async function makePlainCopy(context: PaneContext): Promise<void> {
  if (!(await isSameSource(context))) return;
  const { source, understanding } = context.store.get();
  if (!source || !understanding) return;
  const { addinFunctions: functions, version } = context.files;
  const { assessment } = understanding;
  const given = { functions, source, assessment, version, time: context.clock().replace(' ', 'T') };
  const made = await inSlices(context, plainFile(await context.port.currentFile(), given));
  if (made === 'stopped') {
    tell(context, message('info', 'stopped'));
    return;
  }
  const { bytes, replacements, names } = made;
  const values = replacements.filter(({ kind }) => kind === 'value').length;
  const counts = { count: replacements.length - values, values };
  const ending = hasMacros(bytes) ? 'xlsm' : 'xlsx';
  const name = `${ledgerTitle(source).replace(/[\\/:*?"<>|]/g, ' ')} 公式版.${ending}`;
  const plain = { name, bytes, ...counts, names };
  context.store.update((state) => ({
    ...withShare(state, { plain }),
    message: message('success', 'madePlainCopy', counts),
  }));
}

/** The file of the copy, in steps, with what was replaced in it. */
function* plainFile(file: Uint8Array, given: Omit<Parameters<typeof planPlainCopy>[0], 'model'>) {
  const opened = yield* openSteps(file, {}, given.functions);
  const plan = yield* planPlainCopy({ ...given, model: opened.model });
  return { ...plan, bytes: yield* saveSteps(opened, plan.change) };
}

async function plannedRestore(context: PaneContext): Promise<RestorePlan | undefined> {
  const [xml = ''] = await context.port.customXml(REPLACED_NAMESPACE);
  const replacements = replacementsOfXml(xml) ?? (await listedInBook(context));
  return replacements.length === 0
    ? undefined
    : planRestore(replacements, await sheetsNow(context, replacements), context.files.addinFunctions);
}

/** Some programs drop the record when they save; the list on its sheet stays. */
async function listedInBook({ port }: PaneContext): Promise<readonly Replacement[]> {
  const list = (await port.sheets()).find(({ name }) => name.startsWith(REPLACED_SHEET));
  const contents = list && (await port.read(list.id));
  return contents ? listedReplacements(contents.values) : [];
}

async function sheetsNow(context: PaneContext, wanted: readonly { readonly sheet: string }[]): Promise<SheetNow[]> {
  const { port } = context;
  const sheets = (await port.sheets()).filter(({ name }) => wanted.some(({ sheet }) => sheet === name));
  const found: SheetNow[] = [];
  for (const [index, sheet] of sheets.entries()) {
    report(context, index, sheets.length);
    const formulas = await port.readFormulas(sheet.id);
    const values = formulas && (await port.read(sheet.id));
    if (formulas && values) found.push({ sheet, formulas, values });
  }
  return found;
}

/** Looks what would come back in place of what a copy put there. */
export async function checkRestore(context: PaneContext): Promise<void> {
  const plan = await plannedRestore(context);
  if (!plan) tell(context, message('info', 'restoreNothing'));
  else context.store.update((state) => withShare(state, { restore: plan }));
}

/** What was looked at is what is written: anything that has changed since stops it. */
export async function restoreFunctions(context: PaneContext): Promise<void> {
  const { store, port } = context;
  const { restore } = store.get().share;
  if (!restore) return;
  const cleared = await port.write(joined(restore.clear));
  if (cleared.kind !== 'done') {
    store.update((state) => ({ ...state, message: refusalMessage(cleared) }));
    return;
  }
  const entered = await port.write(joined(restore.enter));
  if (entered.kind !== 'done') {
    await takeBack(context, cleared, entered);
    return;
  }
  const written = { receipt: entered.receipt, also: [cleared.receipt], place: `“${entered.sheet.name}”` };
  store.update((state) => ({
    ...withShare(state, { restore: undefined }),
    written,
    message: message('success', 'restored', { count: restore.count }),
  }));
}

function joined([first, ...more]: RestorePlan['clear']): WritePlan {
  return { title: '恢复公式', sheet: { newName: '' }, blocks: [], ...first, more };
}

/** The functions could not be entered: what was cleared for them comes back, now or when a person asks for it once more. */
async function takeBack(
  { port, store }: PaneContext,
  { receipt, sheet }: WriteOutcome & { readonly kind: 'done' },
  outcome: Exclude<WriteOutcome, { kind: 'done' }>,
): Promise<void> {
  const undone = await port.undo(receipt);
  const told = undone.kind === 'failed' ? message('error', 'restoreBroken') : refusalMessage(outcome);
  const left = undone.kind === 'done' ? {} : { written: { receipt, place: `“${sheet.name}”` } };
  store.update((state) => ({ ...state, message: told, ...left }));
}
