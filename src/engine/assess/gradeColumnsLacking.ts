import { hasDefault, hasNoColumn, type LackingColumn } from './columnsLacking';
import type { Grades, GradeVerdict } from './grade';
import { fieldsIn, fieldsOfCondition } from '../rule/treeParts';

/**
 * The columns that a ledger lacks and that a row's grade was worked out with, each with what the policy reads a blank as: those of
 * its weighted indicators, of bonus and penalty, and of the line that settled it.
 */
export function gradeColumnsLacking({ grading, ledger, context, verdicts }: Grades): (row: number) => LackingColumn[] {
  const { fields } = context.policy.pack;
  const taken = fields.filter((own) => hasDefault(own) && hasNoColumn(ledger, own.field));
  return (row) => {
    const names = namesBehind(grading, verdicts[row]);
    return taken.filter(({ name }) => names.includes(name)).map(({ name, whenBlank }) => ({ name, word: whenBlank }));
  };
}

function namesBehind(grading: Grades['grading'], verdict: GradeVerdict | undefined): string[] {
  const settled = verdict && 'rule' in verdict ? fieldsOfCondition(verdict.rule.condition) : [];
  if (verdict?.kind !== 'ranked') return settled;
  const { indicators, bonus, penalty } = grading;
  const weights = cohortOf(grading, verdict.cohort)?.weights;
  const weighted = indicators.filter(({ name }) => (weights?.get(name) ?? 0) > 0).map(({ formula }) => formula);
  return [...settled, ...[...weighted, bonus, penalty].flatMap((tree) => (tree ? fieldsIn(tree) : []))];
}

/** The cohort that a row is ranked in; its name may say a word of its column in brackets. */
export function cohortOf(
  { cohorts }: Grades['grading'],
  ranked: string,
): Grades['grading']['cohorts'][number] | undefined {
  return cohorts.find(({ name, each }) => ranked === name || (each !== undefined && ranked.startsWith(`${name}（`)));
}
