import type { Day } from '../quantity/day';
import type { PolicyPack } from '../policy/pack';
import type { ParameterTable } from '../policy/parameterTable';
import { definedOnly } from '../column/definedOnly';
import { isZero } from '../policy/table/checkParameters';
import { valuesOn } from '../policy/valuesOn';
import type { AppliedPolicy } from './context';

/** A pack with its values of the day, and a workbook's own values over them. A given day goes before the table's 基准日. */
export function applyPolicy(
  pack: PolicyPack,
  options: { readonly asOf?: Day; readonly overlay?: ParameterTable } = {},
): AppliedPolicy {
  const asOf = options.asOf ?? options.overlay?.asOf;
  return {
    pack,
    values: valuesOn(pack, asOf, options.overlay?.values),
    outputLines: options.overlay?.outputLines ?? new Map<string, number>(),
    ...(asOf === undefined ? {} : { asOf }),
    ...definedOnly({ zeros: options.overlay?.zeros?.filter((name) => !isZero(pack.values.get(name))) }),
  };
}
