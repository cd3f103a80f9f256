import type { GradingCohort, Indicator } from '../../policy/pack';
import { GRADING_NAMES as VALUES } from '../../policy/gradingValues';
import { pointsKeptOpen } from '../../assess/openLines';
import { indicatorFormula, roundedSide, sideOf, type Lack } from '../../rule/formula/conditionFormula';
import {
  all,
  any,
  binary,
  call,
  cell,
  number,
  range,
  text,
  when,
  type FormulaTree,
} from '../../rule/formula/formulaTree';
import { quotientOf } from '../../rule/quotient';
import { fieldsIn } from '../../rule/treeParts';
import type { NumberTree } from '../../rule/tree';
import { GRADE_NAMES as OWN, type GradeColumn } from './gradeColumns';
import { ANY_NUMBER, GradeCells } from './gradeCells';

/** What each indicator gives as formulas: its reading, its benchmark, its points. */
export class GradeScores extends GradeCells {
  protected indicatorColumns(own: Indicator): GradeColumn[] {
    const { name, formula, benchmark, against, whenMissing } = own;
    // CHOOSE has no entry 0: the place is asked first.
    const value = when(
      binary(cell(OWN.place), '=', number(0)),
      text(''),
      when(this.isRead(name), indicatorFormula(formula, this.rule), text('')),
    );
    const isAsked = this.asks('mean', name);
    const isMean = (benchmark === undefined && against === undefined) || whenMissing === 'mean' || isAsked;
    const sides = isMean ? quotientOf(formula) : undefined;
    return [
      { name: OWN.value(name), header: name, tree: value },
      ...(sides ? this.sideColumns(name, { 分子: sides.above, 分母: sides.below }) : []),
      ...this.spans(own),
      ...(this.isHeldAgainst(own)
        ? [{ name: OWN.benchmark(name), header: `${name}基准`, tree: this.benchmark(own) }]
        : []),
      ...(whenMissing === 'mean' ? [{ name: OWN.filled(name), header: `${name}取值`, tree: this.filled(own) }] : []),
      ...(isAsked ? [{ name: OWN.mean(name), header: `${name}本组平均`, tree: this.meanShown(own) }] : []),
    ];
  }

  /** What is missing behind a bonus or a penalty that cannot be told. */
  protected openPoints(): Lack[] {
    const { fields } = this.grades.context.policy.pack;
    const { bonus, penalty, factor } = this.grading;
    return [bonus, penalty, factor].flatMap((tree) => {
      if (!tree) return [];
      const isBlank = binary(indicatorFormula(tree, this.rule), '=', text(''));
      const names = tree === factor ? fieldsIn(tree) : pointsKeptOpen(tree, fields);
      const lacks = names.flatMap((name) => this.rule.reading(name).lacks);
      return lacks.map((lack) => ({ ...lack, when: all(isBlank, lack.when) }));
    });
  }

  /** Where a factor has no value. */
  protected hasNone(factor: NumberTree | undefined): FormulaTree[] {
    return factor ? [binary(indicatorFormula(factor, this.rule), '=', text(''))] : [];
  }

  protected rounded(total: FormulaTree): FormulaTree {
    const { decimals } = this.grading.total ?? {};
    if (decimals === undefined) return call('ROUND', total, number(9));
    return roundedSide(total, { decimals, way: 'nearest' });
  }

  protected bounded(sum: FormulaTree): FormulaTree {
    const { least, most } = this.grading.total ?? {};
    const below = most === undefined ? sum : call('MIN', this.value(VALUES.most), sum);
    return least === undefined ? below : call('MAX', this.value(VALUES.least), below);
  }

  /** What equal scores are told apart by; what is missing is below any number. */
  protected tieColumns(): GradeColumn[] {
    return (this.grading.ties ?? []).map((tree, at) => {
      const value = indicatorFormula(tree, this.rule);
      const known = when(binary(value, '=', text('')), number(-1e300), call('ROUND', value, number(9)));
      return { name: OWN.tie(at), header: `同分比${String(at + 1)}`, tree: known };
    });
  }

  /** One more than are above: by score, and among equal ones by each of what they are told apart by. */
  protected rank(): FormulaTree {
    const above = (name: string) => [range(name), binary(text('>'), '&', cell(name))];
    const same = (name: string) => [range(name), cell(name)];
    const ties = (this.grading.ties ?? []).map((_, at) => {
      const before = Array.from({ length: at }, (__, own) => same(OWN.tie(own))).flat();
      // The fewest are of the same score: looked at first, they are few to look through.
      return call('COUNTIFS', ...same(OWN.score), ...this.sameCohort, ...before, ...above(OWN.tie(at)));
    });
    const higher = call('COUNTIFS', ...this.sameCohort, ...above(OWN.score));
    const place = [higher, ...ties].reduce((sum, count) => binary(sum, '+', count), number(1));
    return when(this.isBlank(OWN.score), text(''), place);
  }

  /** Whether rows are held against a benchmark: a reading that is itself the points is not. */
  private isHeldAgainst({ against }: Indicator): boolean {
    return against !== 'points' && this.isRatioUsed();
  }

  /** What is missing is the cohort's mean. */
  private filled(own: Indicator): FormulaTree {
    const { name } = own;
    const value = cell(OWN.value(name));
    return this.inCohort(own, when(this.isBlank(OWN.value(name)), this.mean(own, number(1)), value));
  }

  /** The mean that corrections hold a reading against. */
  private meanShown(own: Indicator): FormulaTree {
    const mean = this.mean(own, number(1), (tree) => call('ROUND', tree, number(9)));
    return when(binary(cell(OWN.place), '=', number(0)), text(''), mean);
  }

  private inCohort({ name }: Indicator, tree: FormulaTree): FormulaTree {
    return when(binary(cell(OWN.place), '=', number(0)), text(''), when(this.isWeighted(name), tree, text('')));
  }

  /** A side of a quotient that is a column already needs none of its own. */
  protected sideColumns(name: string, sides: Readonly<Record<string, NumberTree>>): GradeColumn[] {
    return Object.entries(sides).flatMap(([at, tree]): GradeColumn[] =>
      tree.kind === 'field'
        ? []
        : [
            {
              name: OWN.side(name, at),
              header: `${name}${at}`,
              tree: when(this.isBlank(OWN.value(name)), text(''), sideOf(tree, this.rule)),
            },
          ],
    );
  }

  /** Cohorts of which the least or the most is asked have a column of their own for each indicator. */
  private spans(own: Indicator): GradeColumn[] {
    const { name, against } = own;
    if (against === 'points') return [];
    return this.grading.cohorts.flatMap((cohort, at): GradeColumn[] =>
      cohort.method === 'ratio' && against === undefined
        ? []
        : [
            {
              name: OWN.span(cohort.name, name),
              header: `${name}（${cohort.name}）`,
              tree: when(binary(cell(OWN.place), '=', number(at + 1)), cell(OWN.value(name)), text('')),
            },
          ],
    );
  }

  private benchmark(own: Indicator): FormulaTree {
    const { name, benchmark, against, whenMissing } = own;
    const times = this.value(VALUES.times(name));
    const isOpen = whenMissing === undefined;
    const guarded = (tree: FormulaTree) =>
      isOpen ? when(this.isBlank(OWN.value(name)), text(''), tree) : this.inCohort(own, tree);
    if (benchmark !== undefined) return guarded(binary(this.value(benchmark), '*', times));
    if (against === 'most' || against === 'least') return guarded(binary(this.endOf(name, against), '*', times));
    return guarded(this.mean(own, times));
  }

  private endOf(name: string, end: 'most' | 'least'): FormulaTree {
    const ends = this.grading.cohorts.map((cohort) =>
      call(end === 'most' ? 'MAX' : 'MIN', range(OWN.span(cohort.name, name))),
    );
    return call('CHOOSE', cell(OWN.place), ...ends);
  }

  /** The cohort's mean so many times: Σ over Σ for a quotient, '' where there is none. */
  private mean(
    { name, formula }: Indicator,
    times: FormulaTree,
    shown = (mean: FormulaTree): FormulaTree => mean,
  ): FormulaTree {
    const criteria = [...this.sameCohort, range(OWN.value(name)), ANY_NUMBER];
    const sum = (column: FormulaTree) => call('SUMIFS', column, ...criteria);
    const quotient = quotientOf(formula);
    const side = (at: string, tree: NumberTree) => range(tree.kind === 'field' ? tree.name : OWN.side(name, at));
    const over = quotient ? sum(side('分母', quotient.below)) : call('COUNTIFS', ...criteria);
    const mean = binary(quotient ? sum(side('分子', quotient.above)) : sum(range(OWN.value(name))), '/', over);
    return when(binary(over, '=', number(0)), text(''), shown(binary(mean, '*', times)));
  }

  protected isRatioUsed(): boolean {
    return this.grading.cohorts.some(({ method }) => method === 'ratio');
  }

  protected lacks(own: Indicator): FormulaTree {
    const { name, cap, lowerIsBetter, whenMissing } = own;
    const used = this.used(own);
    const isMissing = typeof whenMissing === 'number' ? [] : [this.isBlank(used)];
    const there = typeof whenMissing === 'number' ? [this.isThere(used)] : [];
    if (!this.isHeldAgainst(own)) return all(this.isWeighted(name), any(...isMissing));
    const benchmark = cell(OWN.benchmark(name));
    const none = any(this.isBlank(OWN.benchmark(name)), binary(benchmark, '<=', number(0)));
    // Without a cap nothing at all is not so many times as good.
    const endless = lowerIsBetter && !Number.isFinite(cap) ? [binary(cell(used), '<=', number(0))] : [];
    return all(this.isWeighted(name), any(...isMissing, all(this.isBy('ratio'), ...there, any(none, ...endless))));
  }

  /** The column that holds what an indicator counts: the reading, or the mean in its place. */
  private used({ name, whenMissing }: Indicator): string {
    return whenMissing === 'mean' ? OWN.filled(name) : OWN.value(name);
  }

  private isThere(name: string): FormulaTree {
    return binary(cell(name), '<>', text(''));
  }

  protected points(own: Indicator): FormulaTree {
    const { name, whenMissing, decimals } = own;
    const plain = this.pointsOfValue(own);
    const points = decimals === undefined ? plain : roundedSide(plain, { decimals, way: 'nearest' });
    const instead = typeof whenMissing === 'number' ? whenMissing : undefined;
    const given = instead === undefined ? points : when(this.isBlank(this.used(own)), number(instead), points);
    return when(this.isWeighted(name), given, number(0));
  }

  private pointsOfValue(own: Indicator): FormulaTree {
    const { name, against } = own;
    const value = cell(this.used(own));
    if (against === 'points') return call('MIN', this.weight(name), call('MAX', number(0), value));
    return this.grading.cohorts.reduceRight<FormulaTree>(
      (rest, cohort, at) =>
        cohort.method === 'ratio'
          ? rest
          : when(binary(cell(OWN.place), '=', number(at + 1)), this.between(own, cohort), rest),
      this.isRatioUsed() ? this.byRatio(own) : number(0),
    );
  }

  private byRatio(own: Indicator): FormulaTree {
    const { name, cap, lowerIsBetter } = own;
    const [value, benchmark] = [cell(this.used(own)), cell(OWN.benchmark(name))];
    const limit = Number.isFinite(cap) ? this.value(VALUES.cap(name)) : undefined;
    const capped = (ratio: FormulaTree) => (limit ? call('MIN', limit, ratio) : ratio);
    const ratio = lowerIsBetter
      ? when(binary(value, '<=', number(0)), limit ?? number(0), capped(binary(benchmark, '/', value)))
      : capped(call('MAX', number(0), binary(value, '/', benchmark)));
    return binary(this.weight(name), '*', ratio);
  }

  private between(own: Indicator, cohort: GradingCohort): FormulaTree {
    const { name, lowerIsBetter } = own;
    const [least, most] = (['MIN', 'MAX'] as const).map((end) => call(end, range(OWN.span(cohort.name, name)))) as [
      FormulaTree,
      FormulaTree,
    ];
    const floor = this.value(VALUES.floor);
    const value = cell(this.used(own));
    const over = lowerIsBetter ? binary(most, '-', value) : binary(value, '-', least);
    const rise = binary(binary(number(100), '-', floor), '*', over);
    const percent = binary(floor, '+', binary(rise, '/', binary(most, '-', least)));
    const weight = this.weight(name);
    return when(binary(most, '=', least), weight, binary(binary(weight, '*', percent), '/', number(100)));
  }
}
