import { Accordion, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { CollectedChanges } from '../components/share/CollectedChanges';
import { CopyForm } from '../components/share/CopyForm';
import { LeavingList } from '../components/share/LeavingList';
import { MadeList } from '../components/share/MadeList';
import { ChooseFiles } from '../components/widgets/ChooseFiles';
import { CommandButton } from '../components/widgets/CommandButton';
import { Line } from '../components/widgets/Line';
import { usePane, usePaneState } from '../components/paneContext';
import { PlainCopy } from '../components/share/PlainCopy';
import { RepairFormulas } from '../components/share/RepairFormulas';
import { RestoreFunctions } from '../components/share/RestoreFunctions';
import { Section } from '../components/widgets/Section';
import { Nothing } from './VerdictView';

const useStyles = makeStyles({
  first: { whiteSpace: 'normal', margin: `0 0 ${tokens.spacingVerticalS}` },
  body: { whiteSpace: 'normal', lineHeight: tokens.lineHeightBase200 },
});

/** 共享: copies for others, looked at before they leave; and what came back, compared before it is taken. */
export function ShareView() {
  const hasLedger = usePaneState((state) => state.understanding !== undefined);
  const collected = usePaneState((state) => state.share.collected);
  if (!hasLedger) return <Nothing code="needLedgerForSharing" />;
  return collected ? <CollectedChanges collected={collected} /> : <Sharing />;
}

function Sharing() {
  const styles = useStyles();
  const { t, commands, saving } = usePane();
  const [open, setOpen] = useState<readonly string[]>(['copies']);
  return (
    <>
      <MessageBar intent="info" layout="multiline" className={styles.first}>
        <MessageBarBody className={styles.body}>{t('shareFirst')}</MessageBarBody>
      </MessageBar>
      <Accordion multiple collapsible openItems={[...open]} onToggle={(_, data) => setOpen(data.openItems as string[])}>
        <Section id="copies" title={t('copiesTitle')}>
          <CopyForm />
          <LeavingList />
          <MadeList />
        </Section>
        <Section id="whole" title={t('plainCopyTitle')}>
          <PlainCopy />
        </Section>
        <Section id="csv" title={t('csvTitle')}>
          <Line text={t(saving.download ? 'csvHint' : 'csvNoDownload')}>
            <CommandButton command={commands.saveCsv} size="small" />
          </Line>
        </Section>
        <Section id="collect" title={t('collect')}>
          <ChooseFiles
            label="chooseReturned"
            hint="collectHint"
            enabled={commands.collect.enabled}
            onChosen={(files) => void commands.collect.run(files)}
          />
        </Section>
        <Section id="compare" title={t('comparePeriods')}>
          <ChooseFiles
            label="comparePeriods"
            hint="comparePeriodsHint"
            single
            enabled={commands.compareWith.enabled}
            onChosen={([file]) => file && void commands.compareWith.run(file)}
          />
        </Section>
        <Section id="repair" title={t('repairTitle')}>
          <RepairFormulas />
        </Section>
        <Section id="restore" title={t('restoreFunctions')}>
          <RestoreFunctions />
        </Section>
      </Accordion>
    </>
  );
}
