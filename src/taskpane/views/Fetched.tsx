import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { usePane } from '../components/paneContext';
import { fetchReader } from '../commands/fetchOwnPolicies';
import { part } from '../part';
import type * as Rest from './rest';

const useStyles = makeStyles({
  missing: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
});

let rest: typeof Rest | undefined;

/** Fetches the screens behind 台账 and 判定, once, with what reads the rules typed there. Rejects with PartMissing. */
export async function fetchViews(): Promise<void> {
  await fetchReader();
  rest ??= await part(() => import(/* webpackChunkName: "rest" */ './rest'));
}

/** What is shown of the part that is fetched; mostly it is here before anybody asks. */
export function Fetched({ children }: { readonly children: (views: typeof Rest) => ReactNode }) {
  const styles = useStyles();
  const { t } = usePane();
  const [state, setState] = useState<'asked' | 'here' | 'missing'>(rest ? 'here' : 'asked');
  useEffect(() => {
    if (state !== 'asked') return;
    void fetchViews().then(
      () => setState('here'),
      () => setState('missing'),
    );
  }, [state]);
  if (rest) return children(rest);
  if (state !== 'missing') return <Caption1 role="status">{t('partComing')}</Caption1>;
  return (
    <div className={styles.missing} role="alert">
      <Caption1>{t('partMissing')}</Caption1>
      <Button size="small" onClick={() => setState('asked')}>
        {t('partAgain')}
      </Button>
    </div>
  );
}
