import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PaneCode } from '../../../../text/pane';
import { oneYearText } from '../../../../text/years';
import { yearsLack, type YearsLack } from '../../../model/pastYears/yearsGiven';
import { isOwnOpen } from '../../../model/pastYears/pastLedger';
import type { PastNote } from '../../../state/pastYears';
import { usePane, usePaneState } from '../../paneContext';
import { Notice } from '../../widgets/Notice';
import { ChooseFiles } from '../../widgets/ChooseFiles';
import { LearntFigures } from './LearntFigures';
import { LookBack } from './LookBack';
import { OwnSheets } from './OwnSheets';
import { PairLines } from './PairLines';
import { PastLedgers } from './PastLedgers';
import { usePast } from './usePast';
import { Hint } from '../../widgets/Hint';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'flex-start' },
  wide: { alignSelf: 'stretch' },
});

/** Earlier ledgers chosen, read and learnt from; what they tell is adopted figure by figure. */
export function PastYearsSection() {
  const styles = useStyles();
  const { commands } = usePane();
  const { past, t } = usePast();
  const enabled = usePaneState(commands.pastWork.enabled);
  const lack = usePaneState(yearsLack);
  const isOpen = usePaneState(({ understanding }) => understanding !== undefined && isOwnOpen(understanding));
  return (
    <div className={styles.section}>
      <Hint>{t('pastHint')}</Hint>
      <ChooseFiles
        label="pastChoose"
        enabled={commands.pastWork.enabled}
        onChosen={(files) => void commands.pastWork.run({ kind: 'open', files })}
      />
      <OwnSheets />
      <Notes notes={past.notes} />
      {past.ledgers.length > 0 ? <PastLedgers /> : null}
      {isOpen && past.ledgers.length > 0 ? <Notice lines={[t('pastOwnOpen')]} /> : null}
      {past.ledgers.length > 0 ? (
        <>
          <Button
            appearance="primary"
            disabledFocusable={!enabled || lack !== undefined}
            onClick={() => void commands.pastWork.run({ kind: 'learn' })}
          >
            {t('pastLearn')}
          </Button>
          {lack === undefined ? null : <Lack lack={lack} />}
        </>
      ) : null}
      <Stale />
      {past.study ? (
        <div className={styles.wide}>
          <PairLines study={past.study} />
          <LearntFigures study={past.study} />
          <LookBack />
        </div>
      ) : null}
    </div>
  );
}

function Lack({ lack }: { readonly lack: YearsLack }) {
  const { language } = usePane();
  const { t } = usePast();
  const texts = {
    none: oneYearText(language),
    ownYear: t('pastLackOwnYear'),
    year: t('pastLackYear'),
    sameYear: t('pastLackSameYear'),
  };
  return <Hint>{texts[lack]}</Hint>;
}

const NOTES = {
  unreadable: 'pastUnreadable',
  noLedger: 'pastNoLedger',
  made: 'pastMade',
  stopped: 'pastStopped',
  failed: 'pastFailed',
} as const satisfies Readonly<Record<PastNote['kind'], PaneCode>>;

/** What was not taken, and why. */
function Notes({ notes }: { readonly notes: readonly PastNote[] }) {
  const { t } = usePast();
  const textOf = (note: PastNote) => {
    const { kind, ...values } = note;
    return t(NOTES[kind], values);
  };
  return notes.length === 0 ? null : <Notice lines={notes.map(textOf)} />;
}

/** The open ledger is another one since. */
function Stale() {
  const { past, t } = usePast();
  const assessment = usePaneState(({ understanding }) => understanding?.assessment);
  return past.of === undefined || past.of === assessment ? null : <Notice lines={[t('pastStale')]} />;
}
