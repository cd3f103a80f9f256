import { lintPack, PackError, reading, type PolicyTexts } from '../../engine/policy/index';
import { placedLintText } from '../../text/lint';
import { packErrorText } from '../../text/packErrors';
import { policiesOfXml, policiesXml } from '../model/policy/keptPolicies';
import { POLICIES_NAMESPACE, withOwnPolicy, type OwnPolicy } from '../state/ownPolicies';
import { withEdits, withPolicyWork } from '../state/paneState';
import type { SizedFile } from '../state/shareState';
import { message, tell, type PaneContext } from './context';
import { rereadForPolicy } from './readLedger';
import { understand } from './understand';

/** Larger files are no policy, and are not even read. */
const MOST_BYTES = 1_000_000;
const PARTS = ['targets', 'tasks', 'lists', 'entries'] as const;

/** Loads the policy of the files that were chosen; whatever is wrong with them is told, and the policy in force stays. */
export async function loadPolicyFiles(context: PaneContext, files: readonly SizedFile[]): Promise<void> {
  const large = files.find(({ size }) => size > MOST_BYTES);
  if (large) {
    const values = { file: large.name, size: (large.size / 1_000_000).toFixed(1) };
    tell(context, message('warning', 'policyFileTooLarge', values));
    return;
  }
  const folder = await folderOf(files);
  if (!folder) {
    tell(context, message('warning', 'policyFileUnknown'));
    return;
  }
  try {
    const pack = reading().loadOwnPolicy(folder.texts, folder.name);
    const { own } = context.store.get().policyWork;
    const isNew = !own.some((one) => one.pack.id === pack.id);
    await keepPolicies(context, withOwnPolicy(own, { pack, kept: { folder: folder.texts } }));
    const [first, ...more] = lintPack(pack);
    const values = { policy: pack.short, count: more.length + 1, first: first ? placedLintText(first) : '' };
    const code = isNew ? 'policyLoaded' : 'policyReplaced';
    tell(context, first ? message('warning', 'policyRemarked', values) : message('success', code, values));
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    tell(context, message('warning', 'policyFileBroken', { why: packErrorText(error) }));
  }
}

/** The policies that the workbook keeps, from an earlier session or from whoever made the copy. */
export function takeKept(context: PaneContext, xml: string): void {
  const { own, broken } = policiesOfXml(xml);
  context.store.update((state) => withPolicyWork(state, { own }));
  const [error] = broken;
  if (error) tell(context, message('warning', 'keptPolicyBroken', { why: packErrorText(error) }));
}

/** Puts the workbook's own policies in place, here and in the workbook; edits of one that is replaced or gone are out of force. */
export async function keepPolicies(context: PaneContext, own: readonly OwnPolicy[]): Promise<void> {
  await context.port.putCustomXml(POLICIES_NAMESPACE, policiesXml(own));
  await understand(context, (state) => {
    const { accepted, own: before } = state.policyWork;
    const isOver = before.some((one) => one.pack.id === accepted?.packId && !own.includes(one));
    return withPolicyWork(isOver ? withEdits(state, undefined) : state, { own });
  });
  await rereadForPolicy(context);
}

/** The files as a policy's folder: one is the policy, the others are told by their names. */
async function folderOf(
  files: readonly SizedFile[],
): Promise<{ readonly name: string; readonly texts: PolicyTexts } | undefined> {
  const partOf = ({ name }: SizedFile) => PARTS.find((part) => name.toLowerCase() === `${part}.yaml`);
  const packs = files.filter((file) => partOf(file) === undefined);
  const [pack] = packs;
  if (!pack || packs.length > 1 || files.length > PARTS.length + 1) return undefined;
  const parts = files.flatMap((file) => {
    const part = partOf(file);
    return part ? [[part, file] as const] : [];
  });
  const texts = await Promise.all(parts.map(async ([part, file]) => [part, textOf(await file.bytes())] as const));
  return { name: pack.name, texts: { ...Object.fromEntries(texts), pack: textOf(await pack.bytes()) } };
}

/** Text as editors here save it: UTF-8, else the national encoding. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
