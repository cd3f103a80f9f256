import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Command } from '../commands/command';
import type { Commands } from '../commands/commands';
import type { PaneCode } from '../../text/pane';
import type { PaneState } from '../state/paneState';
import { previewPlace } from '../plans/results/planResults';
import { isSplit } from '../model/targets/isSplit';
import { CommandButton } from './widgets/CommandButton';
import { usePane, usePaneState } from './paneContext';

const useStyles = makeStyles({
  footer: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  promise: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

/** The promise, the one main thing to do on this screen, and taking back the last write. */
export function Footer() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const main = usePaneState(mainOf);
  const { command, label } = mainCommand(commands, main);
  return (
    <footer className={styles.footer}>
      <Text size={200} className={styles.promise}>
        {t('promise')}{' '}
        <Link as="button" inline onClick={() => void commands.show.run('about')}>
          {t('about')}
        </Link>
      </Text>
      <div className={styles.actions}>
        <CommandButton command={command} label={label} appearance="primary" />
        <CommandButton command={commands.undoWrite} appearance="subtle" />
      </div>
    </footer>
  );
}

type Main =
  | 'split'
  | 'generateTargets'
  | 'readActive'
  | 'startProjection'
  | 'writeResults'
  | 'writeSheet'
  | 'checkLeaving'
  | 'makeCopies'
  | 'applyMerge';

function mainOf(state: PaneState): Main {
  if (!state.source) return 'readActive';
  if (state.screen === 'simulation') return 'startProjection';
  if (state.screen === 'targets') return isSplit(state) ? 'generateTargets' : 'split';
  if (state.screen === 'share') return sharingOf(state);
  return previewPlace(state)?.kind === 'newSheet' ? 'writeSheet' : 'writeResults';
}

/** Nothing is made before what would leave has been looked at; while files are being compared, applying them is the main thing. */
function sharingOf({ share: { collected, leaving, request } }: PaneState): Main {
  if (collected) return 'applyMerge';
  return leaving?.request === request ? 'makeCopies' : 'checkLeaving';
}

function mainCommand(commands: Commands, main: Main): { readonly command: Command; readonly label: PaneCode } {
  if (main === 'writeSheet') return { command: commands.writeResults, label: 'writeSheet' };
  return { command: commands[main], label: commands[main].label };
}
