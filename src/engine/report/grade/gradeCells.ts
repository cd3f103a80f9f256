import type { Grades } from '../../assess/grade';
import { fieldOf } from '../../ledger/fields';
import { GRADING_NAMES as VALUES } from '../../policy/gradingValues';
import type { GradingCohort } from '../../policy/pack';
import type { LackWords } from '../../rule/formula/decisionFormulas';
import type { RuleCells } from '../../rule/formula/conditionFormula';
import { any, binary, call, cell, no, number, range, text, type FormulaTree } from '../../rule/formula/formulaTree';
import { GRADE_NAMES as OWN } from './gradeColumns';
import { verdictCells, type VerdictCells } from '../verdict/verdictCells';
import { lackWords } from '../verdict/verdictFormulas';

/** The cells that formulas of grades stand on, and what is often asked of them. */
export class GradeCells {
  protected readonly cells: VerdictCells;
  protected readonly rule: RuleCells;
  protected readonly words: LackWords;

  constructor(
    protected readonly grades: Grades,
    unresolved: (missing: readonly string[]) => string,
  ) {
    this.cells = verdictCells(grades);
    this.rule = this.cells.rule;
    const labels = grades.context.policy.pack.fields.map(({ field }) => fieldOf(field).label);
    this.words = lackWords(labels, unresolved);
  }

  protected get grading(): Grades['grading'] {
    return this.grades.grading;
  }

  /** The column that tells which rows are ranked among each other. */
  protected get cohortKey(): string {
    return this.isApart ? OWN.key : OWN.place;
  }

  protected get sameCohort(): FormulaTree[] {
    return [range(this.cohortKey), cell(this.cohortKey)];
  }

  /** Whether a cohort is ranked within each word of a column. */
  protected get isApart(): boolean {
    return this.grading.cohorts.some(({ each }) => each !== undefined);
  }

  protected isBy(method: GradingCohort['method']): FormulaTree {
    const { cohorts } = this.grading;
    if (cohorts.every((own) => own.method === method)) return { kind: 'truth', value: true };
    return any(
      ...cohorts.flatMap((own, at) => (own.method === method ? [binary(cell(OWN.place), '=', number(at + 1))] : [])),
    );
  }

  protected isWeighted(indicator: string): FormulaTree {
    return binary(this.weight(indicator), '>', number(0));
  }

  protected weight(indicator: string): FormulaTree {
    const weights = this.grading.cohorts.map(({ name }) => this.value(VALUES.weight(name, indicator)));
    return call('CHOOSE', cell(OWN.place), ...weights);
  }

  protected value(name: string): FormulaTree {
    return this.rule.value(name);
  }

  protected isBlank(name: string): FormulaTree {
    return no(binary(cell(name), '<>', text('')));
  }
}
