import { ENTITY_RULES, EVERY_ROW_ITSELF, type EntityRules } from '../../../engine/entity/index';

/** Where the workbook keeps how rows become units. */
export const RULES_KEY = 'mujun.units';

/** The rules an earlier session chose for this workbook; what is not a yes or no of ours is left out. */
export function readRules(stored: unknown): EntityRules {
  const kept = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const own = ENTITY_RULES.filter((rule) => typeof kept[rule] === 'boolean').map((rule) => [rule, kept[rule]]);
  return { ...EVERY_ROW_ITSELF, ...(Object.fromEntries(own) as Partial<EntityRules>) };
}
