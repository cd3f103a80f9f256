import { TAX_PER_MU, wordsOf } from '../loadPack';
import type { PolicyPack } from '../pack';
import type { Vocabulary } from '../../rule/tree';

/** What the names in a pack's decision table may mean. */
export function vocabularyOfPack(pack: PolicyPack): Vocabulary {
  const fields = pack.fields.map(({ name, field }) => {
    const words = wordsOf(field);
    return [name, words ? { words } : {}] as const;
  });
  const lines = pack.bands ? [pack.bands.floor, pack.bands.ceiling].map((name) => [name, {}] as const) : [];
  return { fields: new Map([...fields, ...lines, [TAX_PER_MU, {}]]), values: new Set(pack.values.keys()) };
}

/** A column of conditions: a reading of the pack, with its words where it has some. */
export interface ConditionColumn {
  readonly name: string;
  readonly words?: readonly string[];
}

/** 税收 and 面积 stand in conditions as 亩均税收 only. */
const NOT_ALONE: readonly string[] = ['taxPaid', 'landArea'];

/** The columns of a pack's decision table, 亩均税收 first, then its fields in their order. */
export function conditionColumns(pack: PolicyPack): ConditionColumn[] {
  const own = pack.fields.filter(({ field }) => !NOT_ALONE.includes(field));
  const asColumn = ({ name, field }: PolicyPack['fields'][number]): ConditionColumn => {
    const words = wordsOf(field);
    // A field that is only text (区镇) has nothing to be compared with.
    return words ? { name, words } : { name };
  };
  const textual = new Set(['township', 'cluster', 'enterprise']);
  return [{ name: TAX_PER_MU }, ...own.filter(({ field }) => !textual.has(field)).map(asColumn)];
}
