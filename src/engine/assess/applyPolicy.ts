import type { Day } from '../quantity/day';
import type { PolicyPack } from '../policy/pack';
import type { ParameterTable } from '../policy/parameterTable';
import { valueOn } from '../policy/standing';
import type { AppliedPolicy } from './context';

/** A pack with its values of the day, and a workbook's own values over them. A given day goes before the table's 基准日. */
export function applyPolicy(
  pack: PolicyPack,
  options: { readonly asOf?: Day; readonly overlay?: ParameterTable } = {},
): AppliedPolicy {
  const asOf = options.asOf ?? options.overlay?.asOf;
  const own = options.overlay?.values;
  const values = new Map([...pack.values].map(([name, value]) => [name, own?.get(name) ?? valueOn(value, asOf)]));
  return {
    pack,
    values,
    outputLines: options.overlay?.outputLines ?? new Map<string, number>(),
    ...(asOf === undefined ? {} : { asOf }),
  };
}
