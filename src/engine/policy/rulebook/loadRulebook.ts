import type { FolderOf } from '../standsOn';
import type { Rulebook } from './rulebook';

/** The entries of a pack's document; they are a file of their own, fetched when somebody asks for them. */
export async function loadRulebook(pack: FolderOf): Promise<Rulebook | undefined> {
  const { rulebookOf } = await import(/* webpackChunkName: "rulebook" */ './rulebook');
  return rulebookOf(pack);
}
