import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { targetProgress } from '../../../engine/allocate/index';
import { muText, percentText } from '../../../text/quantities';
import type { TargetStock } from '../../model/targets/targetStock';
import type { TargetAllocation } from '../../state/targetState';
import { usePane, usePaneState } from '../paneContext';
import { behindText, forecastText } from './progressText';

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
