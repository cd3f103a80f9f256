import { Accordion, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PaneText } from '../../text/pane';
import { ColumnList } from '../components/ledger/ColumnList';
import { CommandButton } from '../components/widgets/CommandButton';
import { FindingList } from '../components/ledger/FindingList';
import { FixList } from '../components/ledger/FixList';
import { LedgerStep } from '../components/ledger/LedgerStep';
import { Line } from '../components/widgets/Line';
import { usePane, usePaneState } from '../components/paneContext';
import { PolicyStep } from '../components/policy/PolicyStep';
import { Questions } from '../components/ledger/Questions';
import { Section } from '../components/widgets/Section';
import { Step } from '../components/widgets/Step';
import { UnitChoice } from '../components/ledger/UnitChoice';
import { WhatWasRead } from '../components/ledger/WhatWasRead';
import { WriteStep } from '../components/ledger/WriteStep';
import { wantedFields, type Assessment } from '../model/verdict/assessment';
import { tallyText } from '../model/verdict/tally';
import { rowsLeftOut } from '../model/findings/findings';
import type { Understanding } from '../state/paneState';
import type { Source } from '../model/reading/source';
import { Fetched } from './Fetched';

const useStyles = makeStyles({
  steps: { margin: 0, padding: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  hint: { color: tokens.colorNeutralForeground2, display: 'block', padding: `${tokens.spacingVerticalXS} 0` },
});

/** 台账: four lines from a table to written results; then what the columns mean and what is wrong with the cells. */
export function LedgerView() {
  const styles = useStyles();
  const source = usePaneState((state) => state.source);
  const understanding = usePaneState((state) => state.understanding);
  const [open, setOpen] = useState<readonly string[]>([]);
  const showFindings = () => setOpen([...new Set([...open, 'findings'])]);
  return (
    <>
      <ol className={styles.steps}>
        <LedgerStep />
        <PolicyStep />
        {understanding ? <FindingsStep assessment={understanding.assessment} onShow={showFindings} /> : null}
        {understanding ? <WriteStep /> : null}
      </ol>
      {source && understanding ? (
        <Details source={source} understanding={understanding} open={open} onOpen={setOpen} />
      ) : null}
    </>
  );
}

function FindingsStep({ assessment, onShow }: { readonly assessment: Assessment; readonly onShow: () => void }) {
  const { t } = usePane();
  return (
    <Step number={3}>
      <Line text={tallyText(assessment, t)}>
        <Button size="small" onClick={onShow}>
          {t('view')}
        </Button>
      </Line>
    </Step>
  );
}

interface DetailsProps {
  readonly source: Source;
  readonly understanding: Understanding;
  readonly open: readonly string[];
  readonly onOpen: (open: readonly string[]) => void;
}

function Details({ source, understanding, open, onOpen }: DetailsProps) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const { questions, columns, findings, fixes, assessment } = understanding;
  const left = leftOutText(assessment, t);
  return (
    <>
      <Questions questions={questions} />
      <Accordion multiple collapsible openItems={[...open]} onToggle={(_, data) => onOpen(data.openItems as string[])}>
        <Section id="read" title={t('whatWasRead')}>
          <WhatWasRead source={source} understanding={understanding} />
        </Section>
        <Section id="findings" title={t('findings')}>
          <FindingList groups={findings} source={source} assessment={assessment} />
          {left === '' ? null : <Caption1 className={styles.hint}>{left}</Caption1>}
          <div className={styles.buttons}>
            <CommandButton command={commands.writeFindings} size="small" />
            <CommandButton command={commands.writeReconciliation} size="small" />
          </div>
        </Section>
        <Section id="fixes" title={t('fixes')}>
          <FixList fixes={fixes} source={source} />
        </Section>
        <Section id="units" title={t('units')}>
          <UnitChoice assessment={assessment} />
        </Section>
        <Section id="lists" title={t('lists')}>
          <Fetched>{({ ListOffers }) => <ListOffers assessment={assessment} />}</Fetched>
        </Section>
        <Section id="columns" title={t('columns')}>
          <Caption1 className={styles.hint}>
            {t('columnsSummary', {
              known: columns.filter(({ field }) => field !== undefined).length,
              used: columns.filter(({ used }) => used).length,
            })}
          </Caption1>
          <ColumnList lines={columns} fields={[...wantedFields(assessment.policy)]} />
        </Section>
      </Accordion>
    </>
  );
}

const LEFT_OUT = {
  total: 'leftOutTotal',
  part: 'leftOutPart',
  header: 'leftOutHeader',
  note: 'leftOutNote',
  footer: 'leftOutFooter',
  noFirm: 'leftOutNoFirm',
  merged: 'leftOutMerged',
  leftOut: 'leftOutInactive',
} as const;

function leftOutText(assessment: Assessment, t: PaneText): string {
  const parts = rowsLeftOut(assessment).flatMap(({ kind, count }) =>
    kind === 'data' || kind === 'blank' ? [] : [t(LEFT_OUT[kind], { count })],
  );
  return parts.length === 0 ? '' : t('leftOut', { parts: parts.join('、') });
}
