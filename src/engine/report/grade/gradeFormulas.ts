import type { Grades } from '../../assess/grade';
import { GRADING_NAMES as VALUES } from '../../policy/gradingValues';
import type { GradingCohort, Indicator } from '../../policy/pack';
import { decisionFormulas, listFormula } from '../../rule/formula/decisionFormulas';
import { holds, indicatorFormula, merged, sideOf } from '../../rule/formula/conditionFormula';
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
import { FORMULA_LIMITS, nestingOf } from '../../rule/formula/writeFormula';
import { fieldsIn, valuesIn, valuesOfCondition } from '../../rule/treeParts';
import type { NumberTree } from '../../rule/tree';
import { formulaColumnsAgree } from './gradeAgrees';
import {
  GRADE_HEADS,
  GRADE_HELPER,
  GRADE_NAMES as OWN,
  NO_COHORT,
  type GradeColumn,
  type GradeFormulas,
} from './gradeColumns';
import { GradeCells } from './gradeCells';
import { NAMES } from '../verdict/verdictCells';

/** Any number is above it. */
const ANY_NUMBER = text('>-1E+300');

/** The formulas of a grading, or undefined where they would not give the grades' own answer for some row of this very ledger. */
export function gradeFormulas(
  grades: Grades,
  unresolved: (missing: readonly string[]) => string,
): GradeFormulas | undefined {
  const own = new GradeWriter(grades, unresolved).formulas();
  return own && formulaColumnsAgree(own, grades, unresolved) ? own : undefined;
}

class GradeWriter extends GradeCells {
  formulas(): GradeFormulas | undefined {
    const { cohorts, outright, indicators } = this.grading;
    const lines = cohorts.map(({ name, condition }) => ({ answer: name, condition }));
    const decided = decisionFormulas(lines, this.rule, { lineName: OWN.line, words: this.words });
    if (!decided) return undefined;
    const column = (name: string, header: string, tree: FormulaTree): GradeColumn => ({ name, header, tree });
    const settled = outright.reduceRight<FormulaTree>(
      (rest, { condition, answer }) => when(holds(condition, this.rule), text(answer), rest),
      text(''),
    );
    const place = cohorts.reduceRight<FormulaTree>(
      (rest, { name }, at) => when(binary(cell(OWN.cohort), '=', text(name)), number(at + 1), rest),
      number(0),
    );
    const helpers = [
      column(OWN.outright, '直接评定', settled),
      column(OWN.line, '组别判定行', decided.line),
      column(
        OWN.cohort,
        '组别',
        when(binary(cell(OWN.outright), '<>', text('')), text(''), this.inWords(decided.answer)),
      ),
      column(OWN.place, '组序', place),
      ...indicators.flatMap((own) => this.indicatorColumns(own)),
    ].map((one) => ({ ...one, header: GRADE_HELPER + one.header }));
    const shown = [
      column(OWN.score, GRADE_HEADS.score, this.score()),
      column(OWN.rank, GRADE_HEADS.rank, this.rank()),
      column(OWN.grade, GRADE_HEADS.grade, this.grade()),
    ];
    const isTooDeep = [...helpers, ...shown].some(({ tree }) => nestingOf(tree) >= FORMULA_LIMITS.nesting);
    return isTooDeep ? undefined : { helpers, shown, cells: this.cells, parameters: this.parameters() };
  }

  private inWords(answer: FormulaTree): FormulaTree {
    return when(binary(answer, '=', text(this.words.before)), text(NO_COHORT), answer);
  }

  private indicatorColumns(own: Indicator): GradeColumn[] {
    const { name, formula, benchmark } = own;
    // CHOOSE has no entry 0: the place is asked first.
    const value = when(
      binary(cell(OWN.place), '=', number(0)),
      text(''),
      when(this.isWeighted(name), indicatorFormula(formula, this.rule), text('')),
    );
    const sides = benchmark === undefined && formula.kind === 'arithmetic' && formula.op === '/' ? formula : undefined;
    const ratio = this.grading.cohorts.some(({ method }) => method === 'ratio');
    return [
      { name: OWN.value(name), header: name, tree: value },
      ...(sides ? this.sideColumns(name, { 分子: sides.left, 分母: sides.right }) : []),
      ...(ratio ? [{ name: OWN.benchmark(name), header: `${name}基准`, tree: this.benchmark(own) }] : []),
      ...this.spans(name),
    ];
  }

  /** A side of a quotient that is a column already needs none of its own. */
  private sideColumns(name: string, sides: Readonly<Record<string, NumberTree>>): GradeColumn[] {
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

  /** A cohort that is scored between its least and its most has a column of its own for each indicator. */
  private spans(name: string): GradeColumn[] {
    return this.grading.cohorts.flatMap((cohort, at): GradeColumn[] =>
      cohort.method === 'ratio'
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

  private benchmark({ name, formula, benchmark }: Indicator): FormulaTree {
    const times = this.value(VALUES.times(name));
    if (benchmark !== undefined) {
      return when(this.isBlank(OWN.value(name)), text(''), binary(this.value(benchmark), '*', times));
    }
    const criteria = [range(OWN.place), cell(OWN.place), range(OWN.value(name)), ANY_NUMBER];
    const sum = (column: FormulaTree) => call('SUMIFS', column, ...criteria);
    const isQuotient = formula.kind === 'arithmetic' && formula.op === '/';
    const side = (at: string, tree: NumberTree) => range(tree.kind === 'field' ? tree.name : OWN.side(name, at));
    const over = isQuotient ? sum(side('分母', formula.right)) : call('COUNTIFS', ...criteria);
    const mean = binary(isQuotient ? sum(side('分子', formula.left)) : sum(range(OWN.value(name))), '/', over);
    return when(
      this.isBlank(OWN.value(name)),
      text(''),
      when(binary(over, '=', number(0)), text(''), binary(mean, '*', times)),
    );
  }

  private score(): FormulaTree {
    const { bonus, penalty, indicators } = this.grading;
    const plus = (tree: NumberTree | undefined): FormulaTree => {
      if (!tree) return number(0);
      const formula = indicatorFormula(tree, this.rule);
      return when(binary(formula, '=', text('')), number(0), formula);
    };
    const start = binary(plus(bonus), '-', plus(penalty));
    const sum = indicators.reduce<FormulaTree>((total, own) => binary(total, '+', this.points(own)), start);
    const lacks = any(...indicators.map((own) => this.lacks(own)));
    return when(
      binary(cell(OWN.place), '=', number(0)),
      text(''),
      when(lacks, text(''), call('ROUND', sum, number(9))),
    );
  }

  private isRatioUsed(): boolean {
    return this.grading.cohorts.some(({ method }) => method === 'ratio');
  }

  private lacks({ name }: Indicator): FormulaTree {
    const benchmark = cell(OWN.benchmark(name));
    const ratio = this.isBy('ratio');
    const noBenchmark = all(ratio, any(this.isBlank(OWN.benchmark(name)), binary(benchmark, '<=', number(0))));
    return all(
      this.isWeighted(name),
      !this.isRatioUsed() ? this.isBlank(OWN.value(name)) : any(this.isBlank(OWN.value(name)), noBenchmark),
    );
  }

  private points(own: Indicator): FormulaTree {
    const { name } = own;
    const weight = this.weight(name);
    const value = cell(OWN.value(name));
    const byRatio = () => {
      const ratio = call('MAX', number(0), binary(value, '/', cell(OWN.benchmark(name))));
      return binary(weight, '*', call('MIN', this.value(VALUES.cap(name)), ratio));
    };
    const points = this.grading.cohorts.reduceRight<FormulaTree>(
      (rest, cohort, at) =>
        cohort.method === 'ratio'
          ? rest
          : when(binary(cell(OWN.place), '=', number(at + 1)), this.between(own, cohort), rest),
      this.isRatioUsed() ? byRatio() : number(0),
    );
    return when(this.isWeighted(name), points, number(0));
  }

  private between({ name }: Indicator, cohort: GradingCohort): FormulaTree {
    const [least, most] = (['MIN', 'MAX'] as const).map((end) => call(end, range(OWN.span(cohort.name, name)))) as [
      FormulaTree,
      FormulaTree,
    ];
    const floor = this.value(VALUES.floor);
    const rise = binary(binary(number(100), '-', floor), '*', binary(cell(OWN.value(name)), '-', least));
    const percent = binary(floor, '+', binary(rise, '/', binary(most, '-', least)));
    const weight = this.weight(name);
    return when(binary(most, '=', least), weight, binary(binary(weight, '*', percent), '/', number(100)));
  }

  private rank(): FormulaTree {
    const higher = call('COUNTIFS', ...this.sameCohort, range(OWN.score), binary(text('>'), '&', cell(OWN.score)));
    return when(this.isBlank(OWN.score), text(''), binary(number(1), '+', higher));
  }

  private grade(): FormulaTree {
    const of = call('COUNTIFS', ...this.sameCohort, range(OWN.score), ANY_NUMBER);
    const ofCohort = this.grading.cohorts.map(({ name, quotas }) => {
      const shares = quotas.map(({ grade }) => this.value(VALUES.share(name, grade)));
      return quotas.slice(0, -1).reduceRight<FormulaTree>(
        (rest, { grade }, at) => {
          const upTo = shares.slice(1, at + 1).reduce((sum, share) => binary(sum, '+', share), shares[0] ?? number(0));
          const line = binary(binary(upTo, '*', of), '+', binary(number(1e-9), '*', of));
          return when(binary(cell(OWN.rank), '<=', line), text(grade), rest);
        },
        text(quotas.at(-1)?.grade ?? ''),
      );
    });
    return when(
      binary(cell(OWN.outright), '<>', text('')),
      cell(OWN.outright),
      when(
        binary(cell(OWN.place), '=', number(0)),
        cell(OWN.cohort),
        when(this.isBlank(OWN.score), this.unresolved(), call('CHOOSE', cell(OWN.place), ...ofCohort)),
      ),
    );
  }

  /** The fields that are missing behind the weighted indicators; the indicators themselves where nothing is. */
  private unresolved(): FormulaTree {
    const { indicators } = this.grading;
    const { before, between, labels } = this.words;
    const lacks = merged(
      indicators.flatMap(({ name, formula }) =>
        fieldsIn(formula).flatMap((field) =>
          this.rule.reading(field).lacks.map((lack) => ({ ...lack, when: all(this.isWeighted(name), lack.when) })),
        ),
      ),
    );
    const fields = listFormula(
      labels.flatMap((label) => lacks.filter((lack) => lack.label === label)),
      between,
    );
    const measures = listFormula(
      indicators.map(({ name }) => ({ label: name, when: this.isWeighted(name) })),
      between,
    );
    const named = measures ?? text('');
    return binary(text(before), '&', fields ? when(binary(fields, '=', text('')), named, fields) : named);
  }

  private parameters(): GradeFormulas['parameters'] {
    const { indicators, cohorts, outright, bonus, penalty } = this.grading;
    const isSpan = cohorts.some(({ method }) => method !== 'ratio');
    const trees = [...indicators.map(({ formula }) => formula), bonus, penalty].filter((tree) => tree !== undefined);
    const named = [
      ...[...cohorts, ...outright].flatMap(({ condition }) => valuesOfCondition(condition)),
      ...trees.flatMap(valuesIn),
      ...indicators.flatMap(({ benchmark }) => (benchmark === undefined ? [] : [benchmark])),
      ...cohorts.flatMap((cohort) => indicators.map(({ name }) => VALUES.weight(cohort.name, name))),
      ...cohorts.flatMap(({ name, quotas }) => quotas.map(({ grade }) => VALUES.share(name, grade))),
      ...(this.isRatioUsed() ? indicators.flatMap(({ name }) => [VALUES.times(name), VALUES.cap(name)]) : []),
      ...(isSpan ? [VALUES.floor] : []),
    ];
    return [...new Set(named)].map((name) => ({ name, cell: NAMES.value(name) }));
  }
}
