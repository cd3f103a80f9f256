/** The door of this wing: rows as the units that are judged. */
export { EVERY_ROW_ITSELF, ENTITY_RULES, type EntityRule, type EntityRules } from './rules';
export { NO_FIRMS, type Firms } from './group';
export { takesPart } from './status';
export { ruleEffects, unitsOf, unitsSteps, type RuleEffect, type UnitTotals, type Units } from './units';
