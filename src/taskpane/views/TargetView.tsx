import { Accordion, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { InefficientChoice } from '../components/simulation/InefficientChoice';
import { ConcludedNote } from '../components/verdict/ConcludedNote';
import { usePane, usePaneState } from '../components/paneContext';
import { BriefButton } from '../components/widgets/BriefButton';
import { Notice } from '../components/widgets/Notice';
import { Section } from '../components/widgets/Section';
import { ParcelChoice } from '../components/targets/ParcelChoice';
import { ProgressLines } from '../components/targets/ProgressLines';
import { SheetChoices } from '../components/targets/SheetChoices';
import { SplitResult } from '../components/targets/SplitResult';
import { SplitSettings } from '../components/targets/SplitSettings';
import { TargetChoice } from '../components/targets/TargetChoice';
import { YearPlan } from '../components/targets/YearPlan';
import { TargetPreview } from '../components/targets/TargetPreview';
import { muText } from '../../text/quantities';
import { tallyText } from '../model/verdict/tally';
import { targetStock, type TargetStock } from '../model/targets/targetStock';
import { Nothing } from './VerdictView';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** 目标: what the policy asks for, how it is split over townships, how far they are, and the sheet that comes of it. */
export function TargetView() {
  const stock = useTargetStock();
  return stock ? <Targets stock={stock} /> : <Nothing code="needLedgerForTargets" />;
}

/** The stock under the choices made; only what it follows from makes it anew. */
function useTargetStock(): TargetStock | undefined {
  const { thisYear } = usePane();
  const source = usePaneState((state) => state.source);
  const understanding = usePaneState((state) => state.understanding);
  const targets = usePaneState((state) => state.targets);
  const asOf = usePaneState((state) => state.asOf);
  const simulation = usePaneState((state) => state.simulation);
  return useMemo(
    () => targetStock({ source, understanding, targets, asOf, simulation }, thisYear()),
    [source, understanding, targets, asOf, simulation, thisYear],
  );
}

function Targets({ stock }: { readonly stock: TargetStock }) {
  const styles = useStyles();
  const { t } = usePane();
  const assessment = usePaneState((state) => state.understanding?.assessment);
  const scenario = usePaneState((state) => state.simulation.scenario);
  const allocation = usePaneState(({ targets }) => targets.allocations[targets.chosen]);
  if (!assessment) return null;
  return (
    <div className={styles.view}>
      <TargetChoice stock={stock} assessment={assessment} />
      <StockLine stock={stock} />
      <Caption1>{tallyText(assessment, t)}</Caption1>
      <ConcludedNote />
      <InefficientChoice assessment={assessment} scenario={{ ...scenario, inefficient: stock.keys }} />
      <Accordion collapsible>
        <Section id="settings" title={t('splitSettings')}>
          <SplitSettings stock={stock} />
        </Section>
      </Accordion>
      <Accordion collapsible>
        <Section id="parcels" title={t('parcelsTitle')}>
          <ParcelChoice stock={stock} />
        </Section>
      </Accordion>
      <Accordion collapsible>
        <Section id="years" title={t('yearsTitle')}>
          <YearPlan />
        </Section>
      </Accordion>
      <SplitResult stock={stock} assessment={assessment} />
      {allocation ? (
        <>
          <ProgressLines stock={stock} allocation={allocation} />
          <BriefButton asked={{ kind: 'targets' }} />
          <Accordion multiple collapsible>
            <Section id="preview" title={t('preview')}>
              <TargetPreview />
            </Section>
            <Section id="extras" title={t('extrasTitle')}>
              <SheetChoices />
            </Section>
          </Accordion>
        </>
      ) : null}
    </div>
  );
}

function StockLine({ stock }: { readonly stock: TargetStock }) {
  const { t } = usePane();
  const hasClosings = usePaneState(
    ({ understanding }) => understanding?.mapping.headers.byField.has('closedOutOn') === true,
  );
  const named = stock.townships.filter(({ name }) => name !== '');
  const sumOf = (field: 'count' | 'done') => stock.townships.reduce((sum, one) => sum + one[field], 0);
  if (stock.townships.length === 0) return <Notice lines={[t('stockEmpty')]} />;
  const done = hasClosings ? t('stockDone', { area: muText(sumOf('done')) }) : '';
  const values = {
    count: sumOf('count'),
    area: muText(stock.area),
    townships: named.length,
    done,
  };
  return <Caption1>{t('stockLine', values)}</Caption1>;
}
