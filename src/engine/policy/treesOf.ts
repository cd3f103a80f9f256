import type { ConditionTree, NumberTree } from '../rule/tree';
import { fieldsIn, fieldsOfCondition } from '../rule/treeParts';
import { measureLines } from './loadMeasures';
import type { PolicyPack } from './pack';

/** Everything that a policy's rules ask, in their order: conditions of all lines, and formulas of indicators, points and amounts. */
export function treesOf({ tiers = [], paths = [], grading, measures = [] }: Partial<PolicyPack>): {
  readonly conditions: readonly ConditionTree[];
  readonly formulas: readonly NumberTree[];
} {
  const { cohorts = [], outright = [], after = [], indicators = [], ties = [], bonus, penalty, factor } = grading ?? {};
  const lines = [...tiers, ...paths, ...cohorts, ...outright, ...after, ...measureLines(measures)];
  const amounts = measures.flatMap((measure) => measure.lines.map(({ amount }) => amount));
  const formulas = [...indicators.map(({ formula }) => formula), bonus, penalty, factor, ...ties, ...amounts];
  return {
    conditions: lines.map(({ condition }) => condition),
    formulas: formulas.filter((tree) => tree !== undefined),
  };
}

/** The names that a policy's rules read, of its own columns and of what is made of them. */
export function namesRead(pack: Partial<PolicyPack>): ReadonlySet<string> {
  const { conditions, formulas } = treesOf(pack);
  return new Set([...conditions.flatMap(fieldsOfCondition), ...formulas.flatMap(fieldsIn)]);
}
