import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { PaneCode } from '../../text/pane';
import { percentText } from '../../text/quantities';
import { phaseText } from '../../text/simulate';
import type { Busy } from '../state/busy';
import { OpenQuestions } from './ledger/OpenQuestions';
import { CommandButton } from './widgets/CommandButton';
import { usePane, usePaneState } from './paneContext';

const useStyles = makeStyles({
  status: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `0 ${tokens.spacingHorizontalM}`,
  },
  busy: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  progress: { flexGrow: 1, minWidth: 0 },
  bar: { whiteSpace: 'normal' },
  body: {
    whiteSpace: 'normal',
    lineHeight: tokens.lineHeightBase200,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
});

/** Work going on, results out of date, and what the last command has to say. Read out, but never takes the focus. */
export function Status() {
  const styles = useStyles();
  const busy = usePaneState((state) => state.busy);
  const stale = usePaneState((state) => state.stale);
  return (
    <div className={styles.status} role="status" aria-live="polite">
      {busy ? <Working busy={busy} /> : null}
      {stale && !busy ? <Stale /> : null}
      <Told />
    </div>
  );
}

const TASKS: Readonly<Record<Busy['task'], PaneCode>> = {
  reading: 'taskReading',
  writing: 'taskWriting',
  reporting: 'taskReporting',
  undoing: 'taskUndoing',
  simulating: 'taskSimulating',
  learning: 'taskLearning',
  lookingBack: 'taskLookingBack',
  making: 'taskMaking',
  collecting: 'taskCollecting',
  allocating: 'taskAllocating',
};

/** From here on the remaining time is told. */
const SOON = 3000;

function Working({ busy }: { readonly busy: Busy }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const remaining = useRemaining(busy);
  const task = t(TASKS[busy.task]);
  const { done, total, waits } = busy;
  const told = useTold(busy);
  return (
    <div className={styles.busy}>
      <div className={styles.progress}>
        <Text size={200}>
          {remaining === undefined || waits ? told : `${told}，${t('remaining', { seconds: remaining })}`}
        </Text>
        <ProgressBar {...(total > 0 ? { value: done / total } : {})} aria-label={task} />
      </div>
      {waits === undefined ? null : <CommandButton command={waits ? commands.resume : commands.pause} size="small" />}
      {busy.stoppable ? <CommandButton command={commands.stop} size="small" /> : null}
    </div>
  );
}

/** What is going on and how far it is: counted where the count means something to a person, else in percent. */
function useTold({ task: kind, done, total, phase, waits }: Busy): string {
  const { t, language } = usePane();
  const task = t(TASKS[kind]);
  if (total === 0) return `${task}…`;
  if (phase !== undefined && phase !== 'drawing')
    return t('phaseProgress', { task, phase: phaseText(phase, language), percent: percentText(done / total) });
  const told = t('progress', { task, done, total });
  return waits ? t('paused', { told }) : told;
}

/** Seconds left by the pace so far, once the work has taken three seconds. */
function useRemaining({ since, done, total }: Busy): number | undefined {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const passed = now - since;
  if (passed < SOON || done === 0 || total === 0) return undefined;
  return Math.max(1, Math.round(((passed / done) * (total - done)) / 1000));
}

function Stale() {
  const styles = useStyles();
  const { t, commands } = usePane();
  return (
    <MessageBar intent="warning" layout="singleline" className={styles.bar}>
      <MessageBarBody className={styles.body}>{t('stale')}</MessageBarBody>
      <MessageBarActions>
        <CommandButton command={commands.refresh} size="small" />
      </MessageBarActions>
    </MessageBar>
  );
}

function Told() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const message = usePaneState((state) => state.message);
  const doubt = usePaneState(({ policyWork }) => policyWork.doubts?.[0]);
  if (!message) return null;
  return (
    <MessageBar intent={message.intent} layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        {t(message.code, message.values)}
        {message.code === 'questionsOpen' ? <OpenQuestions /> : null}
        {message.code === 'doubtEntered' && doubt ? (
          <Button size="small" onClick={() => void commands.correctFormula.run(doubt)}>
            {t('correctFormula')}
          </Button>
        ) : null}
        {message.code === 'mergeUndecided' ? <CommandButton command={commands.applyMergeRest} size="small" /> : null}
        {message.code === 'functionsUnknown' ? <CommandButton command={commands.writeAsValues} size="small" /> : null}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label={t('dismiss')}
            onClick={() => void commands.dismiss.run()}
          />
        }
      />
    </MessageBar>
  );
}
