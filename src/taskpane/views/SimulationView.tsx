import { Accordion, Caption1, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { assumptionValues } from '../../engine/simulate/index';
import type { Language } from '../../text/language';
import { cancelledText, noticeText, simulationFailureText } from '../../text/simulate';
import { firstYearOf } from '../model/simulation/firstYear';
import { Assumptions, EDITABLE } from '../components/simulation/Assumptions';
import { Correlations } from '../components/simulation/Correlations';
import { ScenarioComparison } from '../components/simulation/ScenarioComparison';
import { GoalSeek } from '../components/simulation/GoalSeek';
import { ChangedLevers } from '../components/simulation/ChangedLevers';
import { PartTabs } from '../components/simulation/PartTabs';
import { ScenarioCards } from '../components/simulation/ScenarioCards';
import { InefficientChoice } from '../components/simulation/InefficientChoice';
import { PastYearsSection } from '../components/simulation/pastYears/PastYearsSection';
import { AllLevers } from '../components/simulation/levers/AllLevers';
import { AnswerFirst } from '../components/ledger/OpenQuestions';
import { ConcludedNote } from '../components/verdict/ConcludedNote';
import { usePane, usePaneState } from '../components/paneContext';
import { ProjectionResult } from '../components/simulation/ProjectionResult';
import { Notice } from '../components/widgets/Notice';
import { Section } from '../components/widgets/Section';
import { inputProblemText } from '../levers/all';
import type { Assessment } from '../model/verdict/assessment';
import { totalsOf } from '../model/verdict/totals';
import { lacksOf } from '../model/simulation/lacks';
import type { RunFailure, Scenario } from '../state/simulationState';
import { Nothing } from './VerdictView';

const useStyles = makeStyles({
  bar: { whiteSpace: 'normal', margin: `${tokens.spacingVerticalXS} 0` },
  body: { whiteSpace: 'normal', lineHeight: tokens.lineHeightBase200 },
});

/** 推演, one task a screen: the levers with their assumptions, what comes of them year by year, and scenarios side by side. */
export function SimulationView() {
  const assessment = usePaneState((state) => state.understanding?.assessment);
  if (!assessment?.policy) return <Nothing code="needLedgerForProjection" />;
  return <Scenarios assessment={assessment} />;
}

function Scenarios({ assessment }: { readonly assessment: Assessment }) {
  const { thisYear } = usePane();
  const { scenario, part, failure } = usePaneState((state) => state.simulation);
  const firstYear = usePaneState((state) => firstYearOf(state, thisYear()));
  const source = usePaneState((state) => state.source);
  const pack = assessment.policy?.pack;
  const { horizon } = assumptionValues(scenario.assumptions);
  if (!pack || !source) return null;
  return (
    <>
      <PartTabs />
      {failure ? <Failed failure={failure} /> : null}
      {part === 'comparison' ? null : <ChangedLevers firstYear={firstYear} />}
      <NothingCounted assessment={assessment} />
      <WrongFields />
      {part === 'result' ? <Result /> : null}
      {part === 'comparison' ? <Compared /> : null}
      {/* Kept while another part is shown: what is typed and not taken yet stays, and folds stay open. */}
      <div hidden={part !== 'levers'}>
        <ConcludedNote />
        <AllLevers
          scenario={scenario}
          assessment={assessment}
          firstYear={firstYear}
          pack={pack}
          horizon={horizon}
          lackOf={lacksOf(source, assessment, scenario)}
        >
          <InefficientChoice assessment={assessment} scenario={scenario} />
        </AllLevers>
        <AssumptionSection scenario={scenario} />
        <GoalSeek />
      </div>
    </>
  );
}

/** Why no effect is shown and nothing can be run: no row has tax and land, for want of an answer or at all. */
function NothingCounted({ assessment }: { readonly assessment: Assessment }) {
  const { t } = usePane();
  const count = usePaneState(({ understanding }) => understanding?.questions.length ?? 0);
  if (!Number.isNaN(totalsOf(assessment).perMu)) return null;
  const told = count > 0 ? t('projectionOpen', { count }) : t('projectionNoAmounts');
  return <Notice lines={[told]}>{count > 0 ? <AnswerFirst /> : null}</Notice>;
}

/** Why nothing can be run, at the top, while a field below holds what cannot be taken. */
function WrongFields() {
  const styles = useStyles();
  const { t } = usePane();
  const count = usePaneState(({ simulation }) => simulation.wrongFields.length);
  if (count === 0) return null;
  return (
    <MessageBar intent="error" className={styles.bar}>
      <MessageBarBody className={styles.body}>{t('fieldsWrong', { count })}</MessageBarBody>
    </MessageBar>
  );
}

function Result() {
  const { t } = usePane();
  const projection = usePaneState((state) => state.simulation.projection);
  return projection ? <ProjectionResult projection={projection} /> : <Text>{t('noResult')}</Text>;
}

function Compared() {
  const comparison = usePaneState((state) => state.simulation.comparison);
  return (
    <>
      <ScenarioCards />
      {comparison ? <ScenarioComparison projections={comparison} /> : null}
    </>
  );
}

function AssumptionSection({ scenario }: { readonly scenario: Scenario }) {
  const { t } = usePane();
  const changed = new Set([...Object.keys(scenario.assumptions), ...Object.keys(scenario.distributions)]).size;
  return (
    <Accordion collapsible multiple>
      <Section id="assumptions" title={t('assumptions', { count: EDITABLE.length, changed })}>
        <Assumptions scenario={scenario} />
      </Section>
      <Section id="pastYears" title={t('pastTitle')}>
        <PastYearsSection />
      </Section>
      <Section id="correlations" title={t('correlationsTitle', { count: scenario.correlations.length })}>
        <Correlations scenario={scenario} />
      </Section>
    </Accordion>
  );
}

function Failed({ failure }: { readonly failure: RunFailure }) {
  const styles = useStyles();
  const { language } = usePane();
  return (
    <MessageBar intent={failure.kind === 'cancelled' ? 'info' : 'error'} layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        {failureTexts(failure, language).map((text) => (
          <Caption1 key={text} block>
            {text}
          </Caption1>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}

function failureTexts(failure: RunFailure, language: Language): string[] {
  if (failure.kind === 'cancelled') return [cancelledText(language)];
  if (failure.code === 'badInput') return failure.problems.map((problem) => inputProblemText(problem, language));
  const text = simulationFailureText(failure.code, language);
  if (failure.code !== 'noUsableParcels') return [text];
  return [text, ...failure.notices.map((notice) => noticeText(notice, language))];
}
