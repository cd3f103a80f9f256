import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../paneContext';

const useStyles = makeStyles({ hint: { color: tokens.colorNeutralForeground2, display: 'block' } });

/** What to do where a download may start without being seen. */
export function DownloadHint() {
  const styles = useStyles();
  const { t, saving } = usePane();
  if (!saving.download || saving.sure) return null;
  return <Caption1 className={styles.hint}>{t(saving.open ? 'downloadUnseen' : 'downloadUnseenOnly')}</Caption1>;
}
