import { Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { PaneCode } from '../../../text/pane';
import { possibleExtras } from '../../plans/targets/targetModels';
import type { ExtraSheet, TargetSettings } from '../../state/targetState';
import { Choice } from '../widgets/Choice';
import { CommandButton } from '../widgets/CommandButton';
import { usePane, usePaneState } from '../paneContext';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column' },
  issue: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS },
});

const WORDS: Readonly<Record<ExtraSheet, PaneCode>> = {
  paths: 'extraPaths',
  closeOut: 'extraCloseOut',
  ranking: 'extraRanking',
  bands: 'extraBands',
  tasks: 'extraTasks',
};

/** The sheets made beside the target sheet, the font of its title, and the log of what was issued. */
export function SheetChoices() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const state = usePaneState((now) => now);
  const { settings, reason } = state.targets;
  const extras = useMemo(() => possibleExtras(state), [state]);
  const set = (change: Partial<TargetSettings>) => void commands.setTarget.run(change);
  const toggle = (extra: ExtraSheet, on: boolean) =>
    set({ extras: on ? [...settings.extras, extra] : settings.extras.filter((other) => other !== extra) });
  return (
    <>
      <div className={styles.list} role="group" aria-label={t('extrasTitle')}>
        {extras.map((extra) => (
          <Checkbox
            key={extra}
            checked={settings.extras.includes(extra)}
            label={t(WORDS[extra])}
            onChange={(_, { checked }) => toggle(extra, checked === true)}
          />
        ))}
      </div>
      <Choice
        label={t('titleFont')}
        value={settings.titleFont}
        options={[
          { value: 'official', text: t('titleFontOfficial') },
          { value: 'common', text: t('titleFontCommon') },
        ]}
        onChange={(value) => set({ titleFont: value === 'common' ? 'common' : 'official' })}
      />
      <div className={styles.issue} role="group" aria-label={t('issueTitle')}>
        <Hint>{t('issueHint')}</Hint>
        <Field label={t('issueReason')} size="small">
          <Input size="small" value={reason} onChange={(_, data) => void commands.setReason.run(data.value)} />
        </Field>
        <CommandButton command={commands.recordIssue} size="small" />
      </div>
    </>
  );
}
