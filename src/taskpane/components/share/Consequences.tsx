import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Collected } from '../../state/shareState';
import { usePane, usePaneState } from '../paneContext';
import { Section } from '../widgets/Section';
import { rowWords } from '../../model/verdict/rowWords';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  item: { overflowWrap: 'anywhere' },
});

const MOST = 100;

/** The tiers, paths and township sums that the accepted changes would change. */
export function Consequences({ collected: { consequences, shifts } }: { readonly collected: Collected }) {
  const styles = useStyles();
  const { t } = usePane();
  const source = usePaneState((state) => state.source);
  const whole = usePaneState((state) => state.understanding?.assessment.whole);
  if (!source || !whole || consequences.length === 0) return null;
  const unknown = (answer: string) => (answer === '' ? t('stillOpen') : answer);
  const area = (value: number) => value.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <>
      <Section id="consequences" title={t('consequencesTitle', { count: consequences.length })}>
        <ul className={styles.list}>
          {consequences.slice(0, MOST).map(({ row, kind, before, after }) => (
            <li key={`${row} ${kind}`} className={styles.item}>
              {t('consequenceLine', {
                ...rowWords(source, whole, row),
                kind: t(kind === 'tier' ? 'consequenceTier' : 'consequencePath'),
                before: unknown(before),
                after: unknown(after),
              })}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="shifts" title={t('shiftsTitle', { count: shifts.length })}>
        <Caption1 block>{t('targetsAgain')}</Caption1>
        <ul className={styles.list}>
          {shifts.slice(0, MOST).map(({ township, answer, rowsBefore, rowsAfter, areaBefore, areaAfter }) => (
            <li key={`${township} ${answer}`} className={styles.item}>
              {t('shiftLine', {
                township,
                answer,
                rowsBefore,
                rowsAfter,
                areaBefore: area(areaBefore),
                areaAfter: area(areaAfter),
              })}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
