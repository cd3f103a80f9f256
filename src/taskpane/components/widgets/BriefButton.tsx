import { Button } from '@fluentui/react-components';
import type { BriefAsked } from '../../model/briefAsked';
import { usePane, usePaneState } from '../paneContext';
import { Hint } from './Hint';

/** The button that makes the Word report, or why there is none here. */
export function BriefButton({ asked }: { readonly asked: BriefAsked }) {
  const { t, commands, saving } = usePane();
  const enabled = usePaneState(commands.makeBrief.enabled);
  if (!saving.download) return <Hint>{t('briefNoDownload')}</Hint>;
  return (
    <div>
      <Button size="small" disabledFocusable={!enabled} onClick={() => void commands.makeBrief.run(asked)}>
        {t('makeBrief')}
      </Button>
      {saving.sure ? null : <Hint>{t('downloadUnseenOnly')}</Hint>}
    </div>
  );
}
