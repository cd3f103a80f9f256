import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { nextName } from '../../model/simulation/savedScenarios';
import { usePane, usePaneState } from '../paneContext';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0 },
});

/** A name, and the button that keeps the result in the workbook under it. */
export function SaveScenario({ headline }: { readonly headline: string }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const saved = usePaneState((state) => state.simulation.saved);
  const enabled = usePaneState(commands.saveScenario.enabled);
  const [typed, setTyped] = useState<string>();
  const name = typed ?? nextName(saved);
  const save = () => {
    setTyped(undefined);
    void commands.saveScenario.run({ name, headline });
  };
  return (
    <div className={styles.row}>
      <Field label={t('scenarioName')} size="small" className={styles.name}>
        <Input size="small" value={name} maxLength={30} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <Button size="small" disabledFocusable={!enabled} onClick={save}>
        {t('saveScenario')}
      </Button>
    </div>
  );
}
