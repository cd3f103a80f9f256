import type { Day } from '../quantity/day';
import { isDaysBefore, serialOfDaysBefore } from '../rule/daysBefore';
import { policyValuesIn, valuesOfCondition } from '../rule/treeParts';
import { ruleNumberAt } from '../rule/truthAt';
import { orderOfNeed } from './orderOfNeed';
import type { PolicyPack } from './pack';
import { entryOn } from './standing';
import { treesOf } from './treesOf';

/** The pack's numbers of a day, a workbook's own before the document's; numbers that follow from others follow these too. */
export function valuesOn(
  pack: PolicyPack,
  asOf: Day | undefined,
  own?: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  const open = new Map([...pack.values].map(([name, value]) => [name, entryOn(value, asOf)] as const));
  for (const [name, entry] of open) {
    const set = own?.get(name) ?? (entry.formula ? undefined : entry.value);
    if (set === undefined) continue;
    values.set(name, set);
    open.delete(name);
  }
  const formulas = new Map([...open].flatMap(([name, { formula }]) => (formula ? [[name, formula] as const] : [])));
  // A policy whose values need each other in a circle was not read.
  const { order } = orderOfNeed(formulas.keys(), (name) => [formulas.get(name) ?? []].flat().flatMap(policyValuesIn));
  for (const name of order) {
    const formula = formulas.get(name);
    if (formula) values.set(name, ruleNumberAt(formula, { rows: 0, readings: new Map(), values }, 0));
  }
  const numbers = new Map([...pack.values.keys()].map((name) => [name, values.get(name) ?? NaN]));
  for (const name of daysTold(pack)) numbers.set(name, serialOfDaysBefore(name, asOf, numbers));
  return numbers;
}

/** The days that a policy's rules tell from 基准日: they are among its numbers where it is applied. */
function daysTold(pack: PolicyPack): ReadonlySet<string> {
  const { conditions, formulas } = treesOf(pack);
  return new Set([...conditions.flatMap(valuesOfCondition), ...formulas.flatMap(policyValuesIn)].filter(isDaysBefore));
}
