import { definedOnly } from '../../engine/column/index';
import { Accordion } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { ComparePolicies } from '../components/policy/ComparePolicies';
import { FormulaCheck } from '../components/policy/FormulaCheck';
import { LoadPolicy } from '../components/policy/LoadPolicy';
import { NearLines } from '../components/policy/NearLines';
import { PolicySheets } from '../components/policy/PolicySheets';
import { PolicyRules, PolicyValues } from '../components/policy/PolicyText';
import { RulebookList } from '../components/policy/RulebookList';
import { WhatIf } from '../components/policy/WhatIf';
import { BackButton } from '../components/widgets/BackButton';
import { CommandButton } from '../components/widgets/CommandButton';
import { usePane, usePaneState } from '../components/paneContext';
import { PolicyChoice } from '../components/policy/PolicyStep';
import { Section } from '../components/widgets/Section';
import { appliedPolicy } from '../state/paneState';
import { Hint } from '../components/widgets/Hint';

/** 政策: which one and on which day, what it says and where, what the workbook changed of it, and what it does to the ledger. */
export function PolicyView() {
  const { t } = usePane();
  const [open, setOpen] = useState<readonly string[]>(['values']);
  const policyId = usePaneState((state) => state.policyId);
  const asOf = usePaneState((state) => state.asOf);
  const accepted = usePaneState(({ policyWork }) => policyWork.accepted);
  const own = usePaneState(({ policyWork }) => policyWork.own);
  const policy = useMemo(
    () =>
      appliedPolicy({
        ...definedOnly({ policyId, asOf }),
        policyWork: { own, ...(accepted ? { accepted } : {}) },
      }),
    [policyId, asOf, accepted, own],
  );
  const rules = (policy?.pack.tiers?.length ?? 0) + (policy?.pack.paths?.length ?? 0);
  return (
    <>
      <BackButton />
      <PolicyChoice />
      <LoadPolicy />
      {policy ? (
        <Accordion
          multiple
          collapsible
          openItems={[...open]}
          onToggle={(_, data) => setOpen(data.openItems as string[])}
        >
          <Section id="values" title={t('policyValues', { count: policy.pack.values.size })}>
            <PolicyValues policy={policy} />
          </Section>
          {rules === 0 ? null : (
            <Section id="rules" title={t('policyRules', { count: rules })}>
              <PolicyRules policy={policy} />
            </Section>
          )}
          <Section id="rulebook" title={t('rulebook')}>
            <RulebookList key={policy.pack.id} pack={policy.pack} />
          </Section>
          <Section id="sheets" title={t('policyInWorkbook')}>
            <PolicySheets />
          </Section>
          <OnLedger />
          <Section id="formulas" title={t('checkingFormulas')}>
            <FormulaCheck />
          </Section>
        </Accordion>
      ) : null}
    </>
  );
}

/** What the policy does to the ledger that was read; nothing before one was. */
function OnLedger() {
  const { t, commands } = usePane();
  const source = usePaneState((state) => state.source);
  const assessment = usePaneState((state) => state.understanding?.assessment);
  const selected = usePaneState((state) => state.selectedRow);
  if (!source || !assessment?.policy) return null;
  const isData = selected !== undefined && assessment.whole.kinds[selected] === 'data';
  return (
    <>
      <Section id="compare" title={t('comparing')}>
        <ComparePolicies source={source} assessment={assessment} />
      </Section>
      <Section id="whatIf" title={t('selectedWhatIf')}>
        {isData ? <WhatIf row={selected} source={source} assessment={assessment} /> : <Hint>{t('selectHint')}</Hint>}
      </Section>
      <Section id="checks" title={t('checking')}>
        <Hint>{t('checkingHint')}</Hint>
        <CommandButton command={commands.writeCheckSheet} size="small" />
      </Section>
      <Section id="near" title={t('nearTitle')}>
        <NearLines source={source} assessment={assessment} />
      </Section>
    </>
  );
}
