import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { usePane, usePaneState } from '../paneContext';

const useStyles = makeStyles({
  input: { display: 'none' },
  hint: { color: tokens.colorNeutralForeground2, display: 'block', padding: `${tokens.spacingVerticalXS} 0` },
});

/** Chooses the earlier workbook that the ledger is held against. */
export function CompareFile() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const enabled = usePaneState(commands.compareWith.enabled);
  const input = useRef<HTMLInputElement>(null);
  const chosen = (file: File | undefined) => {
    if (input.current) input.current.value = '';
    if (file) {
      const bytes = async () => new Uint8Array(await file.arrayBuffer());
      void commands.compareWith.run({ name: file.name, bytes });
    }
  };
  return (
    <>
      <Button disabledFocusable={!enabled} onClick={() => input.current?.click()}>
        {t('comparePeriods')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm"
        className={styles.input}
        aria-label={t('comparePeriods')}
        onChange={(event) => chosen(event.target.files?.[0])}
      />
      <Caption1 className={styles.hint}>{t('comparePeriodsHint')}</Caption1>
    </>
  );
}
