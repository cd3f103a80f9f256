import { Accordion, Caption1, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { assumptionValues } from '../../engine/simulate/index';
import type { Language } from '../../text/language';
import { cancelledText, noticeText, simulationFailureText } from '../../text/simulate';
import { firstYearOf } from '../commands/simulationCommands';
import { Assumptions, EDITABLE } from '../components/simulation/Assumptions';
import { Correlations } from '../components/simulation/Correlations';
import { Comparison } from '../components/simulation/Comparison';
import { GoalSeek } from '../components/simulation/GoalSeek';
import { PreviewLine } from '../components/simulation/PreviewLine';
import { ScenarioCards } from '../components/simulation/ScenarioCards';
import { InefficientChoice } from '../components/simulation/InefficientChoice';
import { Levers } from '../components/simulation/levers/Levers';
import { ConcludedNote } from '../components/verdict/ConcludedNote';
import { usePane, usePaneState } from '../components/paneContext';
import { ProjectionResult } from '../components/simulation/ProjectionResult';
import { Section } from '../components/widgets/Section';
import { inputProblemText } from '../levers/all';
import type { Assessment } from '../model/verdict/assessment';
import { lacksOf } from '../model/simulation/lacks';
import type { RunFailure, Scenario } from '../state/simulationState';
import { Nothing } from './VerdictView';

const useStyles = makeStyles({
  bar: { whiteSpace: 'normal', margin: `${tokens.spacingVerticalXS} 0` },
  body: { whiteSpace: 'normal', lineHeight: tokens.lineHeightBase200 },
});

/** 推演: three levers, the assumptions behind them, and what comes of it year by year. */
export function SimulationView() {
  const assessment = usePaneState((state) => state.understanding?.assessment);
  if (!assessment?.policy) return <Nothing code="needLedgerForProjection" />;
  return <Scenarios assessment={assessment} />;
}

function Scenarios({ assessment }: { readonly assessment: Assessment }) {
  const { thisYear } = usePane();
  const { scenario, projection, failure, comparison } = usePaneState((state) => state.simulation);
  const firstYear = usePaneState((state) => firstYearOf(state, thisYear()));
  const source = usePaneState((state) => state.source);
  const pack = assessment.policy?.pack;
  const { horizon } = assumptionValues(scenario.assumptions);
  if (!pack || !source) return null;
  return (
    <>
      <ScenarioCards />
      <ConcludedNote />
      {comparison ? <Comparison projections={comparison} /> : null}
      {failure ? <Failed failure={failure} /> : null}
      {projection ? <Result assessment={assessment} firstYear={firstYear} /> : null}
      <WrongFields />
      <PreviewLine />
      <Levers
        scenario={scenario}
        assessment={assessment}
        firstYear={firstYear}
        pack={pack}
        horizon={horizon}
        lackOf={lacksOf(source, assessment, scenario)}
      >
        <InefficientChoice assessment={assessment} scenario={scenario} />
      </Levers>
      <AssumptionSection scenario={scenario} />
      <GoalSeek />
    </>
  );
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

function Result({ assessment, firstYear }: { readonly assessment: Assessment; readonly firstYear: number }) {
  const styles = useStyles();
  const { t } = usePane();
  const { scenario, projection } = usePaneState((state) => state.simulation);
  if (!projection) return null;
  const asked = JSON.stringify({ ...scenario, firstYear });
  const changed = asked !== JSON.stringify(projection.scenario) || projection.assessment !== assessment;
  return (
    <>
      {changed ? (
        <MessageBar intent="warning" className={styles.bar}>
          <MessageBarBody className={styles.body}>{t('scenarioChanged')}</MessageBarBody>
        </MessageBar>
      ) : null}
      <ProjectionResult projection={projection} />
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
