import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { CommandButton } from '../widgets/CommandButton';
import { usePane, usePaneState } from '../paneContext';

const useStyles = makeStyles({
  input: { display: 'none' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  hint: { color: tokens.colorNeutralForeground2, display: 'block' },
});

/** Chooses the files of a policy that does not ship; one that was loaded can be taken out again. */
export function LoadPolicy() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const enabled = usePaneState(commands.loadPolicy.enabled);
  const isOwn = usePaneState(commands.removePolicy.enabled);
  const input = useRef<HTMLInputElement>(null);
  const chosen = (files: readonly File[]) => {
    if (input.current) input.current.value = '';
    if (files.length === 0) return;
    const bytes = (file: File) => async () => new Uint8Array(await file.arrayBuffer());
    void commands.loadPolicy.run(files.map((file) => ({ name: file.name, size: file.size, bytes: bytes(file) })));
  };
  return (
    <>
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={!enabled} onClick={() => input.current?.click()}>
          {t('loadPolicy')}
        </Button>
        {isOwn ? <CommandButton command={commands.removePolicy} size="small" /> : null}
      </div>
      <input
        ref={input}
        type="file"
        multiple
        accept=".yaml,.yml"
        className={styles.input}
        aria-label={t('loadPolicy')}
        onChange={(event) => chosen([...(event.target.files ?? [])])}
      />
      <Caption1 className={styles.hint}>{t('loadPolicyHint')}</Caption1>
    </>
  );
}
