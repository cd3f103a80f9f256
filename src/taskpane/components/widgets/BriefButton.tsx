import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { BriefAsked } from '../../model/briefAsked';
import { usePane, usePaneState } from '../paneContext';

const useStyles = makeStyles({ hint: { color: tokens.colorNeutralForeground2, display: 'block' } });

/** The button that makes the Word report, or why there is none here. */
export function BriefButton({ asked }: { readonly asked: BriefAsked }) {
  const styles = useStyles();
  const { t, commands, saving } = usePane();
  const enabled = usePaneState(commands.makeBrief.enabled);
  if (!saving.download) return <Caption1 className={styles.hint}>{t('briefNoDownload')}</Caption1>;
  return (
    <div>
      <Button size="small" disabledFocusable={!enabled} onClick={() => void commands.makeBrief.run(asked)}>
        {t('makeBrief')}
      </Button>
      {saving.sure ? null : <Caption1 className={styles.hint}>{t('downloadUnseenOnly')}</Caption1>}
    </div>
  );
}
