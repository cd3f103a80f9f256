import { Button, Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import { answerText, questionText } from '../../model/reading/questionText';
import type { Question } from '../../model/reading/questions';
import { usePane } from '../paneContext';
import { QUESTIONS_ID } from './OpenQuestions';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalS} 0`,
  },
  card: { gap: tokens.spacingVerticalXS },
  answers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  answer: { minWidth: 0, maxWidth: '100%' },
  text: { overflowWrap: 'anywhere' },
});

/** The doubts about the columns, each a question with two or three answers. */
export function Questions({ questions }: { readonly questions: readonly Question[] }) {
  const styles = useStyles();
  const { t } = usePane();
  if (questions.length === 0) return null;
  return (
    <section id={QUESTIONS_ID} className={styles.list} aria-label={t('questions', { count: questions.length })}>
      <Text weight="semibold">{t('questions', { count: questions.length })}</Text>
      {questions.map((question) => (
        <QuestionCard key={question.id} question={question} />
      ))}
    </section>
  );
}

function QuestionCard({ question }: { readonly question: Question }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  return (
    <Card size="small" className={styles.card}>
      <Text className={styles.text}>{questionText(question, t)}</Text>
      <div className={styles.answers}>
        {question.answers.map((answer, index) => (
          <Button
            key={`${index}-${answer.text}`}
            size="small"
            className={styles.answer}
            onClick={() =>
              void (answer.reading ? commands.chooseReading.run(answer.reading) : commands.answer.run(answer.choices))
            }
          >
            <span className={styles.text}>{answerText(question, answer, t)}</span>
          </Button>
        ))}
      </div>
    </Card>
  );
}
