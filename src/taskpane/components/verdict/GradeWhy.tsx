import { Body1, makeStyles, Text } from '@fluentui/react-components';
import type { PaneText } from '../../../text/pane';
import type { GradeDetail } from '../../model/verdict/gradeDetail';
import { usePane } from '../paneContext';

const useStyles = makeStyles({ why: { overflowWrap: 'anywhere', display: 'block' } });

/** The facts of a grade for the card of an enterprise: the grade, the score and the rank. */
export function gradeFacts({ verdict }: GradeDetail, t: PaneText): [string, string][] {
  const grade = 'grade' in verdict ? verdict.grade : t('unresolved');
  const facts: [string, string][] = [[t('grade'), grade]];
  if (verdict.kind !== 'ranked') return facts;
  const { cohort, rank, of, score } = verdict;
  return [...facts, [t('gradeScore'), pointsOf(score)], [t('gradeRank'), t('gradeRankText', { cohort, rank, of })]];
}

/** Why an enterprise has its grade: what each indicator gave, or what is missing. */
export function GradeWhy({ detail }: { readonly detail: GradeDetail }) {
  const styles = useStyles();
  const { t } = usePane();
  return (
    <Body1 className={styles.why}>
      <Text weight="semibold">{t('whyGradeIs')}</Text>
      {[whyText(detail, t), ...detail.lacking].join('；')}
    </Body1>
  );
}

function whyText({ verdict, parts, enough }: GradeDetail, t: PaneText): string {
  switch (verdict.kind) {
    case 'outright':
      return t('gradeOutright', { grade: verdict.grade });
    case 'unresolved': {
      const missing = verdict.missing.join('、');
      const { ranked } = verdict;
      if (!ranked) return t('gradeMissing', { missing });
      const { cohort, rank, of } = ranked;
      return t('gradeOpen', { missing, place: t('gradeRankText', { cohort, rank, of }) });
    }
    case 'noScore':
      return t('gradePointless', { indicators: verdict.indicators.join('、') });
    case 'noCohort':
      return t('unresolved');
    case 'ranked': {
      const named = parts.map(({ name, value, points }) =>
        t('gradePart', { name, value: numberOf(value), points: pointsOf(points) }),
      );
      const { of, grade, cohort } = verdict;
      const small = enough === undefined ? [] : [t('gradeSmallCohort', { cohort, of, grade, enough })];
      return [...named, t('gradeEqual'), ...small].join('；');
    }
  }
}

function pointsOf(points: number): string {
  return points.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function numberOf(value: number): string {
  return Number.isNaN(value) ? '—' : value.toLocaleString('en-US', { maximumFractionDigits: 4 });
}
