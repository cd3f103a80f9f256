import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { targetProgress, type TargetProgress } from '../../../engine/allocate/index';
import type { PaneText } from '../../../text/pane';
import { muText, percentText } from '../../../text/quantities';
import type { TargetStock } from '../../model/targets/targetStock';
import type { TargetAllocation } from '../../state/targetState';
import { usePane, usePaneState } from '../paneContext';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
});

interface Props {
  readonly stock: TargetStock;
  readonly allocation: TargetAllocation;
}

/** Completion as of the last day that counts, who is behind, and the year's end by the pace so far. */
export function ProgressLines({ stock, allocation }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const progress = useMemo(() => {
    const targets = new Map(allocation.names.map((name, index) => [name, allocation.shares[index] ?? 0]));
    const { decimals } = allocation.settings;
    return targetProgress({ rows: stock.rows, targets, year: stock.year, counting: stock.counting, decimals });
  }, [stock, allocation]);
  const { whole } = progress;
  const known = usePaneState(({ understanding }) => understanding?.mapping.headers.byField.has('closedOutOn') === true);
  const told = {
    day: stock.counting.to,
    done: muText(whole.done),
    rate: percentText(whole.rate),
    due: percentText(whole.due),
  };
  return (
    <section className={styles.lines} aria-label={t('progressTitle')}>
      <Text weight="semibold" size={200}>
        {t('progressTitle')}
      </Text>
      {known ? (
        <>
          <Caption1>{t('progressLine', told)}</Caption1>
          <Caption1>{behindText(progress, t)}</Caption1>
          <Caption1>{forecastText(progress, stock.year, t)}</Caption1>
        </>
      ) : (
        <Caption1>{t('progressUnknown')}</Caption1>
      )}
    </section>
  );
}

/** More names than these fill the pane and tell nothing new: the sheet has them all. */
const MOST_NAMES = 5;

function behindText({ behind }: TargetProgress, t: PaneText): string {
  if (behind.length === 0) return t('progressNoneBehind');
  const names = behind
    .slice(0, MOST_NAMES)
    .map(({ name, ahead }) => t('progressBehindOne', { name, gap: Math.abs(ahead * 100).toFixed(1) }));
  const told = names.join('、');
  const some = behind.length > MOST_NAMES ? t('progressMore', { names: told }) : told;
  return t('progressBehind', { count: behind.length, names: some });
}

function forecastText({ forecast }: TargetProgress, year: number, t: PaneText): string {
  if (!forecast) return t('forecastNone');
  const { expected, low, high, chance } = forecast;
  return t('forecastLine', {
    year: String(year),
    expected: muText(expected),
    low: muText(low),
    high: muText(high),
    chance: `${String(Math.round(chance * 100))}%`,
  });
}
