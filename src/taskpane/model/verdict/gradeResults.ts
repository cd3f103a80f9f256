import { cohortOf, gradeText, type Grades, type RankedVerdict } from '../../../engine/assess/index';
import { paneText } from '../../../text/pane';
import type { SheetFormat } from '../../../sheet/sheet';
import { unresolvedText } from '../../../text/functions';
import { clauseText, standingOn } from '../../../text/why';
import type { CellValue } from '../../../workbook/port';
import { leadOf, type Assessment } from './assessment';
import { gradeDetail, type GradeDetail } from './gradeDetail';
import { besideOwn, GRADE_HEADER, RANK_HEADER, SCORE_HEADER } from '../reading/resultHeaders';

/** A column of results, each by its row. */
export interface ColumnOfResults {
  readonly header: string;
  readonly at: (row: number) => CellValue;
  readonly format: SheetFormat;
}

/** 评定等级, 本组位次 and 综合得分 by row; none without grades. */
export function gradeResults(assessment: Assessment): ColumnOfResults[] {
  const { grades } = assessment;
  if (!grades) return [];
  const verdictOf = (row: number) => grades.verdicts[leadOf(assessment, row) ?? row];
  const ranked = (row: number) => {
    const verdict = verdictOf(row);
    return verdict?.kind === 'ranked' ? verdict : undefined;
  };
  const { texts } = assessment.read.headers;
  const header = (name: string) => besideOwn(name, texts);
  const word = { columnWidth: 90, horizontal: 'Center' } as const;
  const grade = (row: number) => {
    const verdict = verdictOf(row);
    return verdict ? gradeText(verdict, unresolvedText) : '';
  };
  return [
    { header: header(GRADE_HEADER), at: grade, format: word },
    { header: header(RANK_HEADER), at: (row) => ranked(row)?.rank ?? '', format: { ...word, columnWidth: 60 } },
    {
      header: header(SCORE_HEADER),
      at: (row) => ranked(row)?.score ?? '',
      format: { ...word, numberFormat: '0.00', columnWidth: 60 },
    },
  ];
}

/** Why a row has its grade: its place, what each indicator gave, and what the ranking rests on; '' without grades. */
export function gradeGrounds(assessment: Assessment, row: number): string {
  const detail = gradeDetail(assessment, row);
  const { grades } = assessment;
  if (!detail || !grades) return '';
  return groundsSaid(grades, detail) + detail.lacking.map((note) => `${note}。`).join('');
}

function groundsSaid(grades: Grades, detail: GradeDetail): string {
  const { pack } = grades.context.policy;
  const { verdict } = detail;
  switch (verdict.kind) {
    case 'outright':
      return `等级：不参加排名，直接列为“${verdict.grade}”。${standingOn(clauseText(pack, verdict.rule.basis))}。`;
    case 'unresolved': {
      const { ranked } = verdict;
      const placed = ranked && `${placeText(ranked)}，占一个位次，补齐后再定等级`;
      return `等级：${gradeText(verdict, unresolvedText)}，${placed ?? '没有得分，不占名额'}。`;
    }
    case 'noScore':
      return `等级：${gradeText(verdict, unresolvedText)}，没有得分，不占名额。`;
    case 'noCohort':
      return `等级：${gradeText(verdict, unresolvedText)}。`;
    case 'ranked': {
      const basis = verdict.rule?.basis ?? cohortOf(grades.grading, verdict.cohort)?.basis;
      const corrected =
        verdict.before === undefined || verdict.before === verdict.grade
          ? ''
          : `；按位次为“${verdict.before}”，调整为“${verdict.grade}”`;
      return `等级：${placeText(verdict)}；综合得分 ${verdict.score.toFixed(2)} 分（${partsText(detail)}）${corrected}。${standingOn(clauseText(pack, basis))}。${smallText(detail)}`;
    }
  }
}

function placeText({ cohort, rank, of }: RankedVerdict): string {
  return `${cohort}第 ${String(rank)} 位，共 ${String(of)} 户`;
}

/** A group too small for one whole place of its last grade: who is in it by the letter should be looked at. */
function smallText({ verdict, enough }: GradeDetail): string {
  if (enough === undefined || verdict.kind !== 'ranked') return '';
  const { cohort, of, grade } = verdict;
  return `${paneText('zh-CN')('gradeSmallCohort', { cohort, of, grade, enough })}。`;
}

function partsText({ parts }: GradeDetail): string {
  return parts.map(({ name, value, points }) => `${name} ${valueText(value)}，得 ${points.toFixed(2)} 分`).join('；');
}

/** What is not there has points all the same where the policy says so. */
function valueText(value: number): string {
  return Number.isNaN(value) ? '—' : value.toFixed(2);
}
