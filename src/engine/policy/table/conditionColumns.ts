import { isDayField, TAX_PER_MU, wordsOfField } from '../fieldWords';
import { fieldOf } from '../../ledger/fields';
import type { PolicyPack } from '../pack';

/** A column of conditions: a reading of the pack, with its words where it has some. */
export interface ConditionColumn {
  readonly name: string;
  readonly words?: readonly string[];
  readonly day?: true;
}

/** 税收 and 面积 stand in conditions as 亩均税收 only. */
const NOT_ALONE: readonly string[] = ['taxPaid', 'landArea'];

/** The columns of a pack's decision table, 亩均税收 first, then its fields in their order. */
export function conditionColumns(pack: PolicyPack): ConditionColumn[] {
  const own = pack.fields.filter(({ field }) => !NOT_ALONE.includes(field));
  const asColumn = (field: PolicyPack['fields'][number]): ConditionColumn => {
    const words = wordsOfField(field);
    if (words) return { name: field.name, words };
    return isDayField(field) ? { name: field.name, day: true } : { name: field.name };
  };
  // A field that is only text (区镇) has nothing to be compared with.
  const compared = own.filter((field) => wordsOfField(field) ?? fieldOf(field.field).kind !== 'text');
  return [{ name: TAX_PER_MU }, ...compared.map(asColumn)];
}
