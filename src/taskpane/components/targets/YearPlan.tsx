import { Accordion, Caption1, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { muText } from '../../../text/quantities';
import { askedYears, type AskedYears } from '../../model/targets/yearQuestion';
import type { YearSettings, YearTyped } from '../../state/targetState';
import { usePane, usePaneState } from '../paneContext';
import { Choice } from '../widgets/Choice';
import { Notice } from '../widgets/Notice';
import { Section } from '../widgets/Section';
import { OptionalNumber } from './OptionalNumber';
import { PathMeasures, UndecidedPaths } from './PathMeasures';
import { StartSearch } from './StartSearch';
import { YearResult } from './YearResult';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  grid: {
    display: 'grid',
    gridTemplateColumns: '48px repeat(3, minmax(0, 1fr))',
    columnGap: tokens.spacingHorizontalXS,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: 'center',
  },
});

/** The most years that a plan has, and the fewest. */
const COUNTS = [2, 3, 4, 5];

/** Targets over several years: what each year is to reach and may use, what is done with which path, and what comes of it. */
export function YearPlan() {
  const styles = useStyles();
  const { t, commands, thisYear } = usePane();
  const state = usePaneState((now) => now);
  const { understanding, targets, source, asOf, simulation } = state;
  const asked = useMemo(
    () => askedYears({ understanding, targets, source, asOf, simulation }, thisYear()),
    [understanding, targets, source, asOf, simulation, thisYear],
  );
  if (!asked) return null;
  const { settings } = targets;
  const first = asked.stock.year;
  const set = (part: Partial<YearSettings>) => void commands.setYears.run(part);
  return (
    <div className={styles.view}>
      <Hint>{t('yearsHint')}</Hint>
      <Choice
        label={t('yearsCount')}
        value={String(settings.years.count)}
        options={COUNTS.map((count) => ({
          value: String(count),
          text: t('yearsCountOf', { count, first: String(first), last: String(first + count - 1) }),
        }))}
        onChange={(count) => set({ count: Number(count) })}
      />
      <Goals asked={asked} years={settings.years} set={set} />
      <Accordion multiple collapsible>
        <Section id="measures" title={t('yearsMeasures')}>
          <PathMeasures asked={asked} years={settings.years} set={set} />
        </Section>
        <Section id="starts" title={t('yearsStarts')}>
          <Starts asked={asked} years={settings.years} set={set} />
        </Section>
      </Accordion>
      <Switch
        label={t('parcelsEight')}
        checked={settings.parcels.eightInTen}
        onChange={(_, { checked }) => void commands.setParcels.run({ eightInTen: checked })}
      />
      <Hint>{t('yearsShared')}</Hint>
      <UndecidedPaths asked={asked} years={settings.years} set={set} />
      <StartSearch command={commands.planYears} />
      <YearResult />
    </div>
  );
}

interface Props {
  readonly asked: AskedYears;
  readonly years: YearSettings;
  readonly set: (part: Partial<YearSettings>) => void;
}

/** A line a year: in all by its end, its money, its cases. */
function Goals({ asked: { stock, goals, done }, years: { count, typed }, set }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const whole = done.reduce((sum, own) => sum + own, 0);
  const change = (year: string, part: YearTyped) => set({ typed: { ...typed, [year]: { ...typed[year], ...part } } });
  const falling = goals.find(({ total }, index) => total < (goals[index - 1]?.total ?? 0));
  return (
    <section aria-label={t('yearsGrid')}>
      <Text weight="semibold" size={200}>
        {t('yearsGrid')}
      </Text>
      <div className={styles.grid}>
        <span />
        <Caption1>{t('yearsTotal')}</Caption1>
        <Caption1>{t('yearsFund')}</Caption1>
        <Caption1>{t('yearsCases')}</Caption1>
        {Array.from({ length: count }, (_, index) => String(stock.year + index)).flatMap((year, index) => [
          <Caption1 key={year}>{year}</Caption1>,
          <OptionalNumber
            key={`${year} total`}
            name={t('yearTotalOf', { year })}
            value={typed[year]?.total}
            blank={muText(goals[index]?.total ?? NaN)}
            onChange={(total) => change(year, { total })}
          />,
          <OptionalNumber
            key={`${year} fund`}
            name={t('yearFundOf', { year })}
            value={typed[year]?.fund}
            onChange={(fund) => change(year, { fund })}
          />,
          <OptionalNumber
            key={`${year} cases`}
            name={t('yearCasesOf', { year })}
            value={typed[year]?.cases}
            onChange={(cases) => change(year, { cases })}
          />,
        ])}
      </div>
      <Hint>{t('yearsGridHint', { done: whole > 0 ? t('yearsDone', { area: muText(whole) }) : '' })}</Hint>
      {falling ? <Notice lines={[t('yearsFalling', { year: String(falling.year) })]} /> : null}
    </section>
  );
}

/** The year in which each township begins. */
function Starts({ asked: { names, stock }, years: { starts, count }, set }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const years = Array.from({ length: count }, (_, index) => String(stock.year + index));
  return (
    <div className={styles.view}>
      <Hint>{t('yearsStartsHint')}</Hint>
      {names.map((name) => (
        <Choice
          key={name}
          label={name}
          value={String(Math.max(stock.year, starts[name] ?? stock.year))}
          options={years.map((year) => ({ value: year, text: t('yearsFrom', { year }) }))}
          onChange={(year) => set({ starts: { ...starts, [name]: Number(year) } })}
        />
      ))}
    </div>
  );
}
