import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PlainMade } from '../../state/shareState';
import { CommandButton } from '../widgets/CommandButton';
import { DownloadHint } from '../widgets/DownloadHint';
import { Line } from '../widgets/Line';
import { usePane, usePaneState } from '../paneContext';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'flex-start' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalXS },
});

/** 整本公式版: the open workbook as a copy that needs no add-in. */
export function PlainCopy() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const plain = usePaneState((state) => state.share.plain);
  return (
    <div className={styles.part}>
      <Hint>{t('plainCopyHint')}</Hint>
      <CommandButton command={commands.makePlainCopy} size="small" />
      {plain ? <Made plain={plain} /> : null}
    </div>
  );
}

function Made({ plain }: { readonly plain: PlainMade }) {
  const styles = useStyles();
  const { t, commands, saving } = usePane();
  const { name, count, values, names } = plain;
  return (
    <>
      <Line text={t('plainCopyLine', { name: name.replace(/\.xlsx$/, ''), count, values })}>
        <span className={styles.buttons}>
          {saving.download ? (
            <Button size="small" onClick={() => void commands.savePlainCopy.run('download')}>
              {t('saveOne')}
            </Button>
          ) : null}
          {saving.open ? (
            <Button size="small" onClick={() => void commands.savePlainCopy.run('open')}>
              {t('openOne')}
            </Button>
          ) : null}
        </span>
      </Line>
      <DownloadHint />
      <Hint>{t('plainCopyList')}</Hint>
      {names.length === 0 ? null : <Hint>{t('plainCopyNames', { names: names.join('、') })}</Hint>}
    </>
  );
}
