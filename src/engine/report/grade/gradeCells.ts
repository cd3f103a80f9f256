import type { Grades } from '../../assess/grade';
import { fieldOf } from '../../ledger/fields';
import { GRADING_NAMES as VALUES } from '../../policy/gradingValues';
import type { GradingCohort } from '../../policy/pack';
import { rankReadingsAsked, type RankReading } from '../../policy/rankReadings';
import type { LackWords } from '../../rule/formula/decisionFormulas';
import { plainReading, type ReadingCells, type RuleCells } from '../../rule/formula/conditionFormula';
import {
  any,
  binary,
  call,
  cell,
  no,
  number,
  range,
  text,
  when,
  type FormulaTree,
} from '../../rule/formula/formulaTree';
import { GRADE_NAMES as OWN } from './gradeColumns';
import { verdictCells, type VerdictCells } from '../verdict/verdictCells';
import { lackWords } from '../verdict/verdictFormulas';

/** Any number is above it. */
export const ANY_NUMBER = text('>-1E+300');

/** The cells that formulas of grades stand on, and what is often asked of them. */
export class GradeCells {
  protected readonly cells: VerdictCells;
  protected readonly rule: RuleCells;
  protected readonly words: LackWords;
  /** What corrections after ranking ask of it, by name. */
  protected readonly asked: ReadonlyMap<string, RankReading>;

  constructor(
    protected readonly grades: Grades,
    unresolved: (missing: readonly string[]) => string,
  ) {
    this.cells = verdictCells(grades);
    this.rule = this.cells.rule;
    this.asked = rankReadingsAsked(grades.context.policy.pack);
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

  /** Whether a row's reading of an indicator is needed: its cohort weighs it, or a correction asks for it. */
  protected isRead(indicator: string): FormulaTree {
    return this.asks('reading', indicator) || this.asks('mean', indicator)
      ? { kind: 'truth', value: true }
      : this.isWeighted(indicator);
  }

  protected asks(kind: 'reading' | 'mean', wanted: string): boolean {
    return [...this.asked.values()].some((own) => own.kind === kind && own.indicator === wanted);
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

  /** The cells of a correction: the policy's own, and what ranking gives. */
  protected get ranked(): RuleCells {
    return {
      ...this.rule,
      reading: (name) => {
        const own = this.asked.get(name);
        return own ? this.rankReading(own) : this.rule.reading(name);
      },
    };
  }

  private rankReading(own: RankReading): ReadingCells {
    const isUnplaced = binary(cell(OWN.place), '=', number(0));
    switch (own.kind) {
      case 'score':
        return plainReading(OWN.score, '');
      case 'rank':
        return plainReading(OWN.rank, '');
      case 'members':
        return { value: this.members(), isMissing: isUnplaced, lacks: [] };
      case 'meanScore': {
        const sum = call('SUMIFS', range(OWN.score), ...this.sameCohort, range(OWN.score), ANY_NUMBER);
        const none = binary(this.members(), '=', number(0));
        const mean = call('ROUND', binary(sum, '/', this.members()), number(9));
        return { value: when(none, text(''), mean), isMissing: any(isUnplaced, none), lacks: [] };
      }
      case 'reading': {
        const name = OWN.value(own.indicator);
        const isMissing = this.isBlank(name);
        return { value: when(isMissing, text(''), call('ROUND', cell(name), number(9))), isMissing, lacks: [] };
      }
      case 'mean':
        return plainReading(OWN.mean(own.indicator), '');
    }
  }

  protected members(): FormulaTree {
    return call('COUNTIFS', ...this.sameCohort, range(OWN.score), ANY_NUMBER);
  }
}
