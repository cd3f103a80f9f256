import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { PaneCode } from '../../../text/pane';
import { usePane, type Pane } from '../paneContext';

const useStyles = makeStyles({ hint: { color: tokens.colorNeutralForeground2, display: 'block' } });

/** What to do where a download may start without being seen, or files can only be opened, or not be had at all. */
export function DownloadHint() {
  const styles = useStyles();
  const { t, saving } = usePane();
  const code = codeOf(saving);
  return code ? <Caption1 className={styles.hint}>{t(code)}</Caption1> : null;
}

/** Excel has been seen to crash as it opens a copy (office-js 3568): the workbook is saved first. */
function codeOf({ download, sure, open }: Pane['saving']): PaneCode | undefined {
  if (!download) return open ? 'noDownload' : 'noSaving';
  if (sure) return undefined;
  return open ? 'downloadUnseen' : 'downloadUnseenOnly';
}
