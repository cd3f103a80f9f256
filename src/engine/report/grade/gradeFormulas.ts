import type { Steps } from '../../../steps/steps';
import type { Grades } from '../../assess/grade';
import { NO_COHORT, NO_SCORE } from '../../assess/gradeText';
import { keepsOpen } from '../../assess/openLines';
import { fieldOf } from '../../ledger/fields';
import { GRADING_NAMES as VALUES } from '../../policy/gradingValues';
import type { GradingCohort, OutrightGrade, PackField, PackRule } from '../../policy/pack';
import { decisionFormulas, listFormula } from '../../rule/formula/decisionFormulas';
import { holds, indicatorFormula, conditionLacks, mayHold, merged, sideOf } from '../../rule/formula/conditionFormula';
import {
  all,
  any,
  binary,
  call,
  cell,
  no,
  number,
  text,
  truth,
  when,
  type FormulaTree,
} from '../../rule/formula/formulaTree';
import { FORMULA_LIMITS, nestingOf } from '../../rule/formula/writeFormula';
import { fieldsIn, passesOverMissing, policyValuesIn, valuesOfCondition } from '../../rule/treeParts';
import type { NumberTree } from '../../rule/tree';
import { agreedGradeColumns } from './gradeAgrees';
import { GRADE_HEADS, GRADE_HELPER, GRADE_NAMES as OWN, type GradeColumn, type GradeFormulas } from './gradeColumns';
import { rungs } from './gradeLadder';
import { GradeScores } from './gradeScores';
import { NAMES } from '../verdict/verdictCells';

/** The formulas of a grading, or undefined where they would not give the grades' own answer for some row of this very ledger. */
export function* gradeFormulas(
  grades: Grades,
  unresolved: (missing: readonly string[]) => string,
): Steps<GradeFormulas | undefined> {
  const written = new GradeWriter(grades, unresolved).formulas();
  const columns = written && (yield* agreedGradeColumns(written, grades, unresolved));
  if (!columns) return undefined;
  const { key, ...own } = written;
  const groups = new Set((columns.get(key) ?? []).filter((name) => name !== '' && name !== 0));
  return { ...own, ranked: { key, groups: [...groups] } };
}

class GradeWriter extends GradeScores {
  formulas(): (Omit<GradeFormulas, 'ranked'> & { readonly key: string }) | undefined {
    const { cohorts, indicators, after } = this.grading;
    if (!this.canBeSaid()) return undefined;
    const lines = cohorts.map(({ name, condition }) => ({ answer: name, condition }));
    const decided = decisionFormulas(lines, this.rule, { lineName: OWN.line, words: this.words });
    if (!decided) return undefined;
    const column = (name: string, header: string, tree: FormulaTree): GradeColumn => ({ name, header, tree });
    const settled = this.outright(
      ({ answer }) => text(answer),
      (own) => this.lacking(own),
      text(''),
    );
    const place = cohorts.reduceRight<FormulaTree>(
      (rest, own, at) => when(this.isIn(own), when(this.lacksWord(own), number(0), number(at + 1)), rest),
      number(0),
    );
    const helpers = [
      column(OWN.outright, '直接评定', settled),
      column(OWN.line, '组别判定行', decided.line),
      column(OWN.cohort, '组别', when(this.isBesideNothing(), text(''), this.inWords(decided.answer))),
      column(OWN.place, '组序', place),
      ...(this.isApart ? [column(OWN.key, '排名组', this.key())] : []),
      ...indicators.flatMap((own) => this.indicatorColumns(own)),
      ...this.tieColumns(),
    ].map((one) => ({ ...one, header: GRADE_HELPER + one.header }));
    const shown = [
      column(OWN.score, GRADE_HEADS.score, this.score()),
      column(OWN.rank, GRADE_HEADS.rank, this.rank()),
      ...(after.length > 0 ? [column(OWN.byRank, GRADE_HEADS.byRank, this.byRank())] : []),
      column(OWN.grade, GRADE_HEADS.grade, this.grade()),
    ];
    const isTooDeep = [...helpers, ...shown].some(({ tree }) => nestingOf(tree) >= FORMULA_LIMITS.nesting);
    if (isTooDeep) return undefined;
    return { helpers, shown, cells: this.cells, parameters: this.parameters(), key: this.cohortKey };
  }

  /**
   * What classic formulas cannot say: rows taken together, and the least or the most of a part of a column. A name with a sign
   * that SUMIFS reads as a pattern is not told apart either.
   */
  private canBeSaid(): boolean {
    const { cohorts, indicators, together } = this.grading;
    if (together) return false;
    if (!this.isApart) return true;
    const asksEnds = indicators.some(({ against }) => against === 'most' || against === 'least');
    if (asksEnds || cohorts.some(({ method }) => method !== 'ratio')) return false;
    const { verdicts } = this.grades;
    return !verdicts.some((verdict) => verdict.kind === 'ranked' && /[*?~]/.test(verdict.cohort));
  }

  /** What the first line that grades a row outright gives, or one above it that may, for want of something. */
  private outright(
    given: (line: OutrightGrade) => FormulaTree,
    open: (line: OutrightGrade) => FormulaTree,
    otherwise: FormulaTree,
  ): FormulaTree {
    const { outright } = this.grading;
    return outright.reduceRight((rest, line, at) => {
      const below = outright.slice(at + 1);
      const next = keepsOpen(line, this.fields) ? when(this.isOpen(line, below), open(line), rest) : rest;
      return when(holds(line.condition, this.rule), given(line), next);
    }, otherwise);
  }

  /** A line that may hold, and those below it that do are none or say something else. */
  private isOpen({ condition, answer }: OutrightGrade, below: readonly OutrightGrade[]): FormulaTree {
    const held = (isSame: boolean) =>
      any(...below.filter((own) => (own.answer === answer) === isSame).map((own) => holds(own.condition, this.rule)));
    return all(mayHold(condition, this.rule), no(all(held(true), no(held(false)))));
  }

  private lacking({ condition }: PackRule, rule = this.rule): FormulaTree {
    const { before, between, labels } = this.words;
    const lacks = merged(conditionLacks(condition, rule));
    const named = listFormula(
      labels.flatMap((label) => lacks.filter((lack) => lack.label === label)),
      between,
    );
    return named ? binary(text(before), '&', named) : text(before);
  }

  private get fields(): readonly PackField[] {
    return this.grades.context.policy.pack.fields;
  }

  /** Graded outright, by a line whose rows count nowhere. */
  private isBesideNothing(): FormulaTree {
    const isOutright = binary(cell(OWN.outright), '<>', text(''));
    if (!this.someCount) return isOutright;
    const counts = this.outright(
      (own) => truth(own.counts !== undefined),
      () => truth(false),
      truth(false),
    );
    return all(isOutright, no(counts));
  }

  /** Whether rows that are graded outright may count in their cohort's mean. */
  private get someCount(): boolean {
    return this.grading.outright.some(({ counts }) => counts !== undefined);
  }

  private isIn({ name }: GradingCohort): FormulaTree {
    return binary(cell(OWN.cohort), '=', text(name));
  }

  /** Whether a row has no word in the column that its cohort is ranked within. */
  private lacksWord({ each }: GradingCohort): FormulaTree {
    return each === undefined ? truth(false) : binary(cell(each), '=', text(''));
  }

  /** What a row says that is ranked nowhere: its group where that is 待核实, else the column it has no word in. */
  private unplaced(): FormulaTree {
    const { fields } = this.grades.context.policy.pack;
    return this.grading.cohorts.reduceRight<FormulaTree>((rest, own) => {
      const field = fields.find(({ name }) => name === own.each)?.field;
      if (field === undefined) return rest;
      const lack = text(this.words.before + fieldOf(field).label);
      return when(all(this.isIn(own), this.lacksWord(own)), lack, rest);
    }, cell(OWN.cohort));
  }

  /** The place of a row's cohort, and the word that it is ranked under. */
  private key(): FormulaTree {
    const words = this.grading.cohorts.map(({ each }, at) =>
      each === undefined ? text(`${String(at + 1)}·`) : binary(text(`${String(at + 1)}·`), '&', cell(each)),
    );
    return when(binary(cell(OWN.place), '=', number(0)), text(''), call('CHOOSE', cell(OWN.place), ...words));
  }

  private inWords(answer: FormulaTree): FormulaTree {
    return when(binary(answer, '=', text(this.words.before)), text(NO_COHORT), answer);
  }

  private score(): FormulaTree {
    const { bonus, penalty, factor, indicators } = this.grading;
    const plus = (tree: NumberTree | undefined): FormulaTree => {
      if (!tree) return number(0);
      const formula = indicatorFormula(tree, this.rule);
      return when(binary(formula, '=', text('')), number(0), formula);
    };
    const start = binary(plus(bonus), '-', plus(penalty));
    const sum = indicators.reduce<FormulaTree>((total, own) => binary(total, '+', this.points(own)), start);
    const lacks = any(
      ...indicators.map((own) => this.lacks(own)),
      ...this.openPoints().map((lack) => lack.when),
      ...this.hasNone(factor),
    );
    const isApart = this.someCount ? [binary(cell(OWN.outright), '<>', text(''))] : [];
    return when(
      any(binary(cell(OWN.place), '=', number(0)), ...isApart),
      text(''),
      when(lacks, text(''), this.rounded(this.bounded(factor ? binary(sum, '*', sideOf(factor, this.rule)) : sum))),
    );
  }

  /** The grade by rank alone; what is missing where there is none. */
  private byRank(): FormulaTree {
    const of = this.members();
    const ofCohort = this.grading.cohorts.map((cohort) => this.ladder(cohort, of));
    return when(
      any(binary(cell(OWN.outright), '<>', text('')), binary(cell(OWN.place), '=', number(0))),
      text(''),
      when(this.isBlank(OWN.score), this.unresolved(), call('CHOOSE', cell(OWN.place), ...ofCohort)),
    );
  }

  private ladder({ name, quotas, small, rounding }: GradingCohort, of: FormulaTree): FormulaTree {
    const own = rungs(quotas, { of, rounding, share: (grade) => this.value(VALUES.share(name, grade)) });
    if (!small) return own;
    const share = (grade: string) => this.value(VALUES.smallShare(name, grade));
    const isSmall = binary(of, '<', this.value(VALUES.under(name)));
    return when(isSmall, rungs(small.quotas, { of, rounding, share }), own);
  }

  private grade(): FormulaTree {
    const { after } = this.grading;
    const ranked = after.length > 0 ? cell(OWN.byRank) : this.byRank();
    const corrected = after.reduceRight<FormulaTree>((rest, line) => {
      const { condition, from, answer } = line;
      const isFrom = from ? any(...from.map((one) => binary(ranked, '=', text(one)))) : truth(true);
      const isOpen = all(mayHold(condition, this.ranked), isFrom, binary(ranked, '<>', text(answer)));
      const next = keepsOpen(line, this.fields) ? when(isOpen, this.lacking(line, this.ranked), rest) : rest;
      return when(all(holds(condition, this.ranked), isFrom), text(answer), next);
    }, ranked);
    return when(
      binary(cell(OWN.outright), '<>', text('')),
      cell(OWN.outright),
      when(binary(cell(OWN.place), '=', number(0)), this.unplaced(), corrected),
    );
  }

  /** The fields that are missing behind the weighted indicators; where none is, the indicators that give no points. */
  private unresolved(): FormulaTree {
    const { indicators } = this.grading;
    const { before, between, labels } = this.words;
    const open = indicators.filter(({ whenMissing }) => whenMissing === undefined);
    const lacks = merged([
      ...this.openPoints(),
      ...open.flatMap(({ name, formula }) => {
        const asked = passesOverMissing(formula)
          ? all(this.isWeighted(name), this.isBlank(OWN.value(name)))
          : this.isWeighted(name);
        return fieldsIn(formula).flatMap((field) =>
          this.rule.reading(field).lacks.map((lack) => ({ ...lack, when: all(asked, lack.when) })),
        );
      }),
    ]);
    const fields = listFormula(
      labels.flatMap((label) => lacks.filter((lack) => lack.label === label)),
      between,
    );
    const pointless = listFormula(
      indicators.map((own) => ({ label: own.name, when: this.lacks(own) })),
      between,
    );
    const named = binary(binary(text(NO_SCORE.before), '&', pointless ?? text('')), '&', text(NO_SCORE.after));
    return fields ? when(binary(fields, '=', text('')), named, binary(text(before), '&', fields)) : named;
  }

  private parameters(): GradeFormulas['parameters'] {
    const { indicators, cohorts, outright, after, bonus, penalty, total } = this.grading;
    const isSpan = cohorts.some(({ method }) => method !== 'ratio');
    const points = [bonus, penalty, this.grading.factor, ...(this.grading.ties ?? [])].filter(
      (tree) => tree !== undefined,
    );
    const trees = [...indicators.map(({ formula }) => formula), ...points];
    const caps = indicators.flatMap(({ name, cap }) => (Number.isFinite(cap) ? [VALUES.cap(name)] : []));
    const named = [
      ...[...cohorts, ...outright, ...after].flatMap(({ condition }) => valuesOfCondition(condition)),
      ...trees.flatMap(policyValuesIn),
      ...indicators.flatMap(({ benchmark }) => (benchmark === undefined ? [] : [benchmark])),
      ...cohorts.flatMap((cohort) => indicators.map(({ name }) => VALUES.weight(cohort.name, name))),
      ...cohorts.flatMap(({ name, quotas }) => quotas.map(({ grade }) => VALUES.share(name, grade))),
      ...cohorts.flatMap(({ name, small }) =>
        small ? [VALUES.under(name), ...small.quotas.map(({ grade }) => VALUES.smallShare(name, grade))] : [],
      ),
      ...(this.isRatioUsed() ? [...indicators.map(({ name }) => VALUES.times(name)), ...caps] : []),
      ...(isSpan ? [VALUES.floor] : []),
      ...(['least', 'most'] as const).flatMap((end) => (total?.[end] === undefined ? [] : [VALUES[end]])),
    ];
    return [...new Set(named)].map((name) => ({ name, cell: NAMES.value(name) }));
  }
}
