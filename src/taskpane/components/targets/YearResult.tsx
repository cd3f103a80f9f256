import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import { gapText, muText, percentText, wanYuanText } from '../../../text/quantities';
import { Chart } from '../../charts/Chart';
import { yearGoalsOption } from '../../charts/yearGoals';
import { conflictLines } from '../../model/targets/conflictLines';
import { isYearPlanFresh } from '../../model/targets/isYearPlanFresh';
import { yearTotals } from '../../model/targets/yearTotals';
import type { YearQuestion, YearsPlan } from '../../state/targetState';
import { usePane, usePaneState } from '../paneContext';
import { CommandButton } from '../widgets/CommandButton';
import { Notice } from '../widgets/Notice';
import { NumbersTable } from '../widgets/NumbersTable';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  start: { alignSelf: 'flex-start' },
});

/** The plan over several years, or why there is none. */
export function YearResult() {
  const { plan, conflict } = usePaneState((state) => state.targets.years);
  const { t } = usePane();
  const fresh = usePaneState(isYearPlanFresh);
  const top = useRef<HTMLDivElement>(null);
  // The answer comes below what was pressed: it is brought into sight once.
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'nearest' });
  }, [plan, conflict]);
  if (!plan && !conflict) return null;
  const undecidedLine = ({ undecided: count }: YearQuestion) => (count > 0 ? [t('yearsUndecidedLeft', { count })] : []);
  return (
    <div ref={top}>
      {conflict ? <Notice lines={[...conflictLines(conflict, t), ...undecidedLine(conflict.question)]} /> : null}
      {plan && !fresh ? <Notice lines={[t('yearsStale')]} /> : null}
      {plan ? <Plan plan={plan} /> : null}
    </div>
  );
}

function Plan({ plan }: { readonly plan: YearsPlan }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const totals = useMemo(() => yearTotals(plan), [plan]);
  const { question, taken, gap } = plan;
  const sum = (of: (own: (typeof totals)[number]) => number) => totals.reduce((all, own) => all + of(own), 0);
  const cases = { dispose: 0, renew: 0, upgrade: 0 };
  for (const { measure } of taken) cases[measure]++;
  const values = {
    count: taken.length,
    area: muText(sum(({ area }) => area)),
    cost: wanYuanText(sum(({ cost }) => cost)),
    gap: t('yearsGap', { gap: gapText(gap) }),
  };
  return (
    <div className={styles.view}>
      <Caption1>{t('yearsResult', values)}</Caption1>
      <Caption1>{t('yearsByMeasure', cases)}</Caption1>
      {question.undecided > 0 ? <Caption1>{t('yearsUndecidedLeft', { count: question.undecided })}</Caption1> : null}
      {question.leftOut > 0 ? <Caption1>{t('yearsLeftOut', { count: question.leftOut })}</Caption1> : null}
      {question.unknown > 0 ? <Caption1>{t('yearsUnknown', { count: question.unknown })}</Caption1> : null}
      <YearsPicture plan={plan} />
      <NumbersTable
        title={t('yearsTitle')}
        headers={[
          t('yearsHeadYear'),
          t('yearsHeadCount'),
          t('yearsHeadArea'),
          t('yearsHeadCost'),
          t('yearsHeadChance'),
        ]}
        rows={totals.map(({ year, count, area, cost, chance }) => [
          ...[String(year), String(count), muText(area), wanYuanText(cost), percentText(chance)],
        ])}
        wraps
      />
      <div className={styles.start}>
        <CommandButton command={commands.generateYears} size="small" />
      </div>
    </div>
  );
}

/** Target, plan and what is reached eight times in ten, in all by the end of each year. */
function YearsPicture({ plan }: { readonly plan: YearsPlan }) {
  const { t } = usePane();
  const totals = useMemo(() => yearTotals(plan), [plan]);
  const option = useMemo(
    () =>
      yearGoalsOption(
        {
          years: totals.map(({ year }) => String(year)),
          goal: totals.map(({ goal }) => goal),
          planned: totals.map(({ running }) => running),
          sure: totals.map(({ sure }) => sure),
        },
        { goal: t('yearsPictureGoal'), planned: t('yearsPicturePlan'), sure: t('yearsPictureSure') },
        muText,
      ),
    [totals, t],
  );
  const rows = totals.map(({ year, goal, running, sure }) => [
    String(year),
    muText(goal),
    muText(running),
    muText(sure),
  ]);
  const told = rows.map(([year, ...own]) => `${year ?? ''} ${own.join(' ')}`).join('；');
  return (
    <>
      <Caption1>{t('yearsPicture')}</Caption1>
      <Chart option={option} height={180} told={`${t('yearsPicture')}：${told}`} />
      <NumbersTable
        title={t('yearsPicture')}
        headers={[t('yearsHeadYear'), t('yearsHeadGoal'), t('yearsHeadRunning'), t('yearsHeadSure')]}
        rows={rows}
        wraps
      />
    </>
  );
}
