import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { concludedCount } from '../../model/verdict/concluded';
import { usePane, usePaneState } from '../paneContext';

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground2, display: 'block', marginBottom: tokens.spacingVerticalS },
});

/** Says how many enterprises go by people's word; nothing where none does. */
export function ConcludedNote() {
  const styles = useStyles();
  const { t } = usePane();
  const assessment = usePaneState(({ understanding }) => understanding?.assessment);
  const sheet = usePaneState(({ cleanLedger }) => cleanLedger?.sheet.name);
  const count = assessment ? concludedCount(assessment) : 0;
  if (count === 0 || sheet === undefined) return null;
  return <Caption1 className={styles.note}>{t('concludedCount', { count, sheet })}</Caption1>;
}
