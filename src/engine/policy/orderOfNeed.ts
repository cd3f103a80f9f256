/** A name on the way, and which of its needs have not been looked at yet, the first one last. */
interface Step {
  readonly name: string;
  readonly rest: string[];
}

/**
 * The names so that each stands behind those it needs, or the first circle of names that need each other, its first one again at
 * the end. In time in proportion to names and needs, however long they hang together.
 */
export function orderOfNeed(
  names: Iterable<string>,
  needsOf: (name: string) => readonly string[],
): { readonly order: readonly string[]; readonly cycle?: readonly string[] } {
  const done = new Set<string>();
  const open = new Set<string>();
  const path: Step[] = [];
  const enter = (name: string) => {
    open.add(name);
    path.push({ name, rest: needsOf(name).toReversed() });
  };
  for (const first of names) {
    if (!done.has(first)) enter(first);
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const next = step.rest.pop();
      if (next === undefined) {
        path.pop();
        open.delete(step.name);
        done.add(step.name);
      } else if (open.has(next)) return { order: [], cycle: [...[...open].slice([...open].indexOf(next)), next] };
      else if (!done.has(next)) enter(next);
    }
  }
  return { order: [...done] };
}
