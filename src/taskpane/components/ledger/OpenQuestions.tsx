import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { CommandButton } from '../widgets/CommandButton';

/** Where the questions stand on the screen 台账. */
export const QUESTIONS_ID = 'mujun-questions';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  choice: { minWidth: 0, maxWidth: '100%', whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** While questions are open: to them first, or written all the same with the rows they touch as 待核实. */
export function OpenQuestions() {
  const styles = useStyles();
  const { commands } = usePane();
  return (
    <div className={styles.choices}>
      <AnswerFirst />
      <CommandButton command={commands.writeAnyway} size="small" />
    </div>
  );
}

/** To the questions that are open, from whatever screen. */
export function AnswerFirst() {
  const styles = useStyles();
  const { t, commands } = usePane();
  return (
    <Button size="small" className={styles.choice} onClick={() => void toQuestions(commands.show.run)}>
      {t('answerFirst')}
    </Button>
  );
}

async function toQuestions(show: (screen: 'ledger') => Promise<void> | void): Promise<void> {
  await show('ledger');
  requestAnimationFrame(() => {
    const questions = document.getElementById(QUESTIONS_ID);
    questions?.scrollIntoView({ block: 'start' });
    questions?.querySelector('button')?.focus({ preventScroll: true });
  });
}
