import { removePart } from './editRelations';
import type { PackageEdit } from './packageEdit';

/** The parts relationships lead to, from the package down. */
export function reachableParts(edit: PackageEdit): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [''];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const { target } of edit.relationships(part)) {
      if (reached.has(target) || !edit.has(target)) continue;
      reached.add(target);
      waiting.push(target);
    }
  }
  return reached;
}

/** Removes what could be reached before a change and cannot be any more: a removed sheet's drawings, comments and tables. */
export function pruneParts(edit: PackageEdit, before: ReadonlySet<string>): void {
  const after = reachableParts(edit);
  for (const path of before) if (!after.has(path)) removePart(edit, path);
}
