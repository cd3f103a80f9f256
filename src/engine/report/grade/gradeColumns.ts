import type { FormulaTree, FormulaValue } from '../../rule/formula/formulaTree';
import type { VerdictCells } from '../verdict/verdictCells';

/** A column of the formulas' own: the name that formulas use for it, its head, and what stands in it. */
export interface GradeColumn {
  readonly name: string;
  readonly header: string;
  readonly tree: FormulaTree;
}

/** Score, rank and grade as classic formulas: the columns they stand on from left to right, then themselves. */
export interface GradeFormulas {
  readonly helpers: readonly GradeColumn[];
  readonly shown: readonly GradeColumn[];
  readonly cells: VerdictCells;
  /** The column that tells which rows are ranked among each other, and what it says, in the order of the rows. */
  readonly ranked: { readonly key: string; readonly groups: readonly FormulaValue[] };
  readonly parameters: readonly { readonly name: string; readonly cell: string }[];
}

/** How the heads of the formulas' own columns begin. */
export const GRADE_HELPER = '评价：';
/** The heads of what is shown. */
export const GRADE_HEADS = { score: '综合得分', rank: '本组位次', grade: '评定等级', byRank: '校正前等级' } as const;

/** Names of the columns of grades, as formulas use them. */
export const GRADE_NAMES = {
  outright: 'grade outright',
  line: 'line of cohorts',
  cohort: 'grade cohort',
  place: 'grade place',
  key: 'grade key',
  byRank: 'grade by rank',
  mean: (name: string) => `grade mean ${name}`,
  filled: (name: string) => `grade filled ${name}`,
  tie: (at: number) => `grade tie ${String(at)}`,
  score: 'grade score',
  rank: 'grade rank',
  grade: 'grade',
  value: (name: string) => `grade value ${name}`,
  side: (name: string, at: string) => `grade ${at} ${name}`,
  benchmark: (name: string) => `grade benchmark ${name}`,
  span: (cohort: string, name: string) => `grade span ${cohort} ${name}`,
} as const;
