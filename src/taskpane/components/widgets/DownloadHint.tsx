import type { PaneCode } from '../../../text/pane';
import { usePane, type Pane } from '../paneContext';
import { Hint } from './Hint';

/** What to do where a download may start without being seen, or files can only be opened, or not be had at all. */
export function DownloadHint() {
  const { t, saving } = usePane();
  const code = codeOf(saving);
  return code ? <Hint>{t(code)}</Hint> : null;
}

/** Excel has been seen to crash as it opens a copy (office-js 3568): the workbook is saved first. */
function codeOf({ download, sure, open }: Pane['saving']): PaneCode | undefined {
  if (!download) return open ? 'noDownload' : 'noSaving';
  if (sure) return undefined;
  return open ? 'downloadUnseen' : 'downloadUnseenOnly';
}
