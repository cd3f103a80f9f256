import { makeStyles, tokens } from '@fluentui/react-components';
import { ChooseFiles } from '../widgets/ChooseFiles';
import { CommandButton } from '../widgets/CommandButton';
import { usePane, usePaneState } from '../paneContext';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
});

/** Chooses the files of a policy that does not ship; one that was loaded can be taken out again. */
export function LoadPolicy() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const isOwn = usePaneState(commands.removePolicy.enabled);
  return (
    <>
      <div className={styles.actions}>
        <ChooseFiles
          label="loadPolicy"
          size="small"
          accept=".yaml,.yml"
          enabled={commands.loadPolicy.enabled}
          onChosen={(files) => void commands.loadPolicy.run(files)}
        />
        {isOwn ? <CommandButton command={commands.removePolicy} size="small" /> : null}
      </div>
      <Hint>{t('loadPolicyHint')}</Hint>
    </>
  );
}
