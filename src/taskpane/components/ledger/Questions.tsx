import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Question } from '../../model/reading/questions';
import { usePane } from '../paneContext';
import { QUESTIONS_ID } from './OpenQuestions';
import { QuestionCard } from './QuestionCard';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalS} 0`,
  },
});

/** The doubts about the columns, each a question with two or three answers. */
export function Questions({ questions }: { readonly questions: readonly Question[] }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const answered = ({ reading, choices }: Question['answers'][number]) =>
    void (reading ? commands.chooseReading.run(reading) : commands.answer.run(choices));
  if (questions.length === 0) return null;
  return (
    <section id={QUESTIONS_ID} className={styles.list} aria-label={t('questions', { count: questions.length })}>
      <Text weight="semibold">{t('questions', { count: questions.length })}</Text>
      {questions.map((question) => (
        <QuestionCard key={question.id} question={question} onAnswer={answered} />
      ))}
    </section>
  );
}
