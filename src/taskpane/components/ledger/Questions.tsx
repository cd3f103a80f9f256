import { Button, Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PaneText } from '../../../text/pane';
import type { Answer, Question } from '../../model/reading/questions';
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

const CODES = {
  whichColumn: 'questionWhichColumn',
  meaning: 'questionMeaning',
  unitNamed: 'questionUnitNamed',
  unit: 'questionUnit',
  hidden: 'questionHidden',
  noColumn: 'questionNoColumn',
  tables: 'questionTables',
  year: 'questionYear',
  lines: 'questionLines',
  shared: 'questionShared',
  firms: 'questionFirms',
} as const;

function questionText({ code, field, header, median, answers }: Question, t: PaneText): string {
  return t(CODES[code], {
    field: field.label,
    header,
    median: median === undefined ? '' : shownNumber(median),
    unit: answers[0]?.text ?? '',
  });
}

function shownNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

function answerText({ code }: Question, { kind, text, count = 0, median, perMu }: Answer, t: PaneText): string {
  if (kind === 'column' && text === '') return t('columnWithoutName');
  if (kind === 'column' && median !== undefined && perMu !== undefined)
    return t('columnPerMu', { text, median: shownNumber(median), perMu: shownNumber(perMu) });
  if (kind === 'column' && median !== undefined) return t('columnMedian', { text, median: shownNumber(median) });
  if (kind === 'column' || kind === 'unit' || kind === 'field') return text;
  if (code === 'firms' || kind === 'apart') return t(kind === 'together' ? 'firmsTogether' : 'firmsApart');
  if (kind === 'table') return t('tableOnly', { text, count });
  if (kind === 'together') return text === '' ? t('tablesTogether', { count }) : t('tablesOfThese', { text, count });
  if (kind === 'year') return t('yearOnly', { year: text });
  if (kind === 'everyYear') return t('everyYear');
  if (kind === 'line') return t('lineOnly', { line: text });
  if (kind === 'allLines') return t('allLines');
  if (code === 'shared' && kind === 'none') return t('sharedNone');
  if (kind === 'first') return t('sharedFirst');
  if (kind === 'byFloor') return t('sharedByFloor');
  if (kind === 'none') return t('neither');
  if (code === 'hidden') return t(kind === 'yes' ? 'use' : 'notUse');
  return t(kind);
}
