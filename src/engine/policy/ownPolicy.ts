import { cellText } from '../ledger/cell';
import type { PolicyFolder } from './folders';
import { loadPack } from './loadPack';
import type { PolicyPack } from './pack';
import { errorAt } from './packError';
import { allPacks, SHIPPED_TEXTS } from './packs';
import { policyLists } from './policyLists';
import { readSource } from './readSource';
import { policyTargets } from './targets/annualTargets';
import { policyTasks } from './targets/policyTasks';

/**
 * A policy that does not ship, from its texts. Throws PackError where one of them cannot be read, and where its id or a name of it
 * is that of a policy that ships: in cells such a name means the shipped one.
 */
export function loadOwnPolicy(folder: PolicyFolder, name = 'pack.yaml'): PolicyPack {
  const pack = { ...loadPack(folder.pack, SHIPPED_TEXTS, name), folder };
  const taken = takenName(pack);
  if (taken) {
    const expected = `“${taken.text}”已是内置的“${taken.by}”，请换一个`;
    throw errorAt('shape', readSource(folder.pack, name), { path: [taken.key], expected });
  }
  // Read for what is wrong with them; whoever uses them reads them again.
  [policyTargets, policyTasks, policyLists].forEach((read) => read(pack));
  return pack;
}

function takenName({ id, short, title, aliases }: PolicyPack) {
  const names = [
    ['id', id],
    ['short', short],
    ['title', title],
    ...aliases.map((own) => ['aliases', own] as const),
  ] as const;
  for (const [key, text] of names) {
    const other = allPacks().find((own) =>
      [own.id, own.short, own.title, ...own.aliases].some((known) => cellText(known) === cellText(text)),
    );
    if (other) return { key, text, by: other.short };
  }
  return undefined;
}
