import { Button } from '@fluentui/react-components';
import { usePane, usePaneState } from '../paneContext';

/** From a screen without a tab back to the one before it. */
export function BackButton() {
  const { t, commands } = usePane();
  const returnTo = usePaneState((state) => state.returnTo ?? 'ledger');
  return (
    <Button size="small" appearance="subtle" onClick={() => void commands.show.run(returnTo)}>
      {t('goBack')}
    </Button>
  );
}
