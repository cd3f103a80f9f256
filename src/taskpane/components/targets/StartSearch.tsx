import { Caption1, makeStyles } from '@fluentui/react-components';
import { gapText } from '../../../text/quantities';
import type { Command } from '../../commands/command';
import { usePane, usePaneState } from '../paneContext';
import { CommandButton } from '../widgets/CommandButton';

const useStyles = makeStyles({ start: { alignSelf: 'flex-start' } });

/** The button that begins to choose parcels, and how good the best is while it goes on. */
export function StartSearch({ command }: { readonly command: Command }) {
  const styles = useStyles();
  const { t } = usePane();
  const gap = usePaneState((state) => state.targets.searching?.gap);
  return (
    <>
      <div className={styles.start}>
        <CommandButton command={command} size="small" />
      </div>
      {gap === undefined ? null : <Caption1>{t('parcelsGap', { gap: gapText(gap) })}</Caption1>}
    </>
  );
}
