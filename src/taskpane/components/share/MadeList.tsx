import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { MadeCopies } from '../../state/shareState';
import { usePane, usePaneState } from '../paneContext';
import { DownloadHint } from '../widgets/DownloadHint';
import { Line } from '../widgets/Line';
import { Hint } from '../widgets/Hint';
import { ShownList } from '../widgets/ShownList';

const useStyles = makeStyles({
  item: { padding: `${tokens.spacingVerticalXXS} 0` },
  title: { display: 'block', marginTop: tokens.spacingVerticalM },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalXS },
});

/** The copies made, each to be opened or saved; all of them at once where downloads work. */
export function MadeList() {
  const made = usePaneState((state) => state.share.made);
  return made ? <Copies made={made} /> : null;
}

function Copies({ made }: { readonly made: MadeCopies }) {
  const styles = useStyles();
  const { t, commands, saving } = usePane();
  const request = usePaneState((state) => state.share.request);
  const { files, onlyValues } = made;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [made]);
  return (
    <section ref={place} aria-label={t('madeTitle')}>
      <Text weight="semibold" className={styles.title}>
        {t('madeTitle')}
      </Text>
      {made.request === request ? null : <Hint>{t('madeOutOfDate')}</Hint>}
      {onlyValues === 0 ? null : <Hint>{t('madeOnlyValues', { count: onlyValues })}</Hint>}
      <DownloadHint />
      {saving.download && files.length > 1 ? (
        <Button size="small" onClick={() => void commands.saveCopies.run('all')}>
          {t('saveZip')}
        </Button>
      ) : null}
      <ShownList items={files} page={10}>
        {({ name, rows }, index) => (
          <li key={name} className={styles.item}>
            <Line text={t('copyLine', { name: name.replace(/\.xlsx$/, ''), rows })}>
              <span className={styles.buttons}>
                {saving.download ? (
                  <Button
                    size="small"
                    aria-label={`${t('saveOne')} ${name}`}
                    onClick={() => void commands.saveCopies.run(index)}
                  >
                    {t('saveOne')}
                  </Button>
                ) : null}
                {saving.open ? (
                  <Button
                    size="small"
                    aria-label={`${t('openOne')} ${name}`}
                    onClick={() => void commands.openCopy.run(index)}
                  >
                    {t('openOne')}
                  </Button>
                ) : null}
              </span>
            </Line>
          </li>
        )}
      </ShownList>
    </section>
  );
}
