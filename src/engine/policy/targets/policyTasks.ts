import type { TaskList } from '../parts';
import { standsOn, type FolderOf } from '../standsOn';

/** The tasks that a policy sets, undefined where it has no list of them. */
export function policyTasks(pack: FolderOf): TaskList | undefined {
  return standsOn(pack, 'tasks');
}
