import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { usePane, usePaneState } from '../paneContext';

const useStyles = makeStyles({
  input: { display: 'none' },
  hint: { color: tokens.colorNeutralForeground2, display: 'block', padding: `${tokens.spacingVerticalXS} 0` },
});

/** Chooses returned files, many at once. */
export function CollectFiles() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const enabled = usePaneState(commands.collect.enabled);
  const input = useRef<HTMLInputElement>(null);
  const chosen = (files: FileList | null) => {
    const list = [...(files ?? [])].map((file) => ({
      name: file.name,
      bytes: async () => new Uint8Array(await file.arrayBuffer()),
    }));
    // The same files may be chosen again, after they were mended.
    if (input.current) input.current.value = '';
    void commands.collect.run(list);
  };
  return (
    <>
      <Button disabledFocusable={!enabled} onClick={() => input.current?.click()}>
        {t('chooseReturned')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".xlsx,.xlsm"
        className={styles.input}
        aria-label={t('chooseReturned')}
        onChange={(event) => chosen(event.target.files)}
      />
      <Caption1 className={styles.hint}>{t('collectHint')}</Caption1>
    </>
  );
}
