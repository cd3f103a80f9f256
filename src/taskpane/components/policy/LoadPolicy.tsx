import { ChooseFiles } from '../widgets/ChooseFiles';
import { CommandButton } from '../widgets/CommandButton';
import { usePane, usePaneState } from '../paneContext';
import { Hint } from '../widgets/Hint';
import { Buttons } from '../widgets/Buttons';

/** Chooses the files of a policy that does not ship; one that was loaded can be taken out again. */
export function LoadPolicy() {
  const { t, commands } = usePane();
  const isOwn = usePaneState(commands.removePolicy.enabled);
  return (
    <>
      <Buttons>
        <ChooseFiles
          label="loadPolicy"
          size="small"
          accept=".yaml,.yml"
          enabled={commands.loadPolicy.enabled}
          onChosen={(files) => void commands.loadPolicy.run(files)}
        />
        {isOwn ? <CommandButton command={commands.removePolicy} size="small" /> : null}
      </Buttons>
      <Hint>{t('loadPolicyHint')}</Hint>
    </>
  );
}
