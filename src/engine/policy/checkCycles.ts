import { policyValuesIn } from '../rule/treeParts';
import type { PackValue } from './pack';

/** Names of values that need each other, the first one again at the end; undefined where there are none. */
export function checkCycles(values: ReadonlyMap<string, PackValue>): string[] | undefined {
  const clear = new Set<string>();
  const visit = (name: string, above: readonly string[]): string[] | undefined => {
    if (above.includes(name)) return [...above.slice(above.indexOf(name)), name];
    if (clear.has(name)) return undefined;
    for (const { formula } of values.get(name)?.dated ?? []) {
      for (const needed of formula ? policyValuesIn(formula) : []) {
        const cycle = visit(needed, [...above, name]);
        if (cycle) return cycle;
      }
    }
    clear.add(name);
    return undefined;
  };
  for (const name of values.keys()) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}
