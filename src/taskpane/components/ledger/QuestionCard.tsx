import { Button, Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import { answerText, questionText } from '../../model/reading/questionText';
import type { Question } from '../../model/reading/questions';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  card: { gap: tokens.spacingVerticalXS },
  answers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  answer: { minWidth: 0, maxWidth: '100%' },
  text: { overflowWrap: 'anywhere' },
});

interface Props {
  readonly question: Question;
  readonly onAnswer: (answer: Question['answers'][number]) => void;
}

/** A doubt about a ledger as a question, with an answer a button. */
export function QuestionCard({ question, onAnswer }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  return (
    <Card size="small" className={styles.card}>
      <Text className={styles.text}>{questionText(question, t)}</Text>
      <div className={styles.answers}>
        {question.answers.map((answer, index) => (
          <Button
            key={`${index}-${answer.text}`}
            size="small"
            className={styles.answer}
            onClick={() => onAnswer(answer)}
          >
            <span className={styles.text}>{answerText(question, answer, t)}</span>
          </Button>
        ))}
      </div>
    </Card>
  );
}
