import { hasDefault, hasNoColumn, type LackingColumn } from './columnsLacking';
import type { Grades, GradeVerdict } from './grade';
import { fieldsIn, fieldsOfCondition } from '../rule/treeParts';

/**
 * The columns that a ledger lacks and that a row's grade was worked out with, each with what the policy reads a blank as: those of
 * its weighted indicators, of bonus and penalty, and of the line that settled it.
 */
export function gradeColumnsLacking({ grading, ledger, context }: Grades): (row: GradeVerdict) => LackingColumn[] {
  const { fields } = context.policy.pack;
  const taken = fields.filter((own) => hasDefault(own) && hasNoColumn(ledger, own.field));
  if (taken.length === 0) return () => [];
  return (verdict) => {
    const names = new Set(namesBehind(grading, verdict));
    return taken.filter(({ name }) => names.has(name)).map(({ name, whenBlank }) => ({ name, word: whenBlank }));
  };
}

function namesBehind(grading: Grades['grading'], verdict: GradeVerdict): string[] {
  const settled = 'rule' in verdict ? fieldsOfCondition(verdict.rule.condition) : [];
  if (verdict.kind !== 'ranked') return settled;
  const { indicators, bonus, penalty } = grading;
  const weights = cohortOf(grading, verdict.cohort)?.weights;
  const weighted = indicators.filter(({ name }) => (weights?.get(name) ?? 0) > 0).map(({ formula }) => formula);
  const formulas = [...weighted, ...(bonus ? [bonus] : []), ...(penalty ? [penalty] : [])];
  return [...settled, ...formulas.flatMap(fieldsIn)];
}

/** The cohort that a row is ranked in; its name may say a word of its column in brackets. */
export function cohortOf(
  { cohorts }: Grades['grading'],
  ranked: string,
): Grades['grading']['cohorts'][number] | undefined {
  return cohorts.find(({ name, each }) => ranked === name || (each !== undefined && ranked.startsWith(`${name}（`)));
}
