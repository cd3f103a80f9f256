import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { definedOnly } from '../../../../engine/column/index';
import { ownYearOf } from '../../../model/pastYears/yearsGiven';
import { ledgerTitle } from '../../../model/reading/whereCellsStand';
import type { OpenReading, PastLedger } from '../../../state/pastYears';
import { usePane, usePaneState } from '../../paneContext';
import { QuestionCard } from '../../ledger/QuestionCard';
import { Line } from '../../widgets/Line';
import { YearField } from './YearField';
import { usePast } from './usePast';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    alignSelf: 'stretch',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  text: { overflowWrap: 'anywhere', display: 'block' },
});

/** The ledgers that take part, each with its year; what is asked of one is answered here. */
export function PastLedgers() {
  const styles = useStyles();
  const { commands } = usePane();
  const { past, t } = usePast();
  const title = usePaneState(({ source }) => (source ? ledgerTitle(source) : ''));
  const year = usePaneState(ownYearOf);
  const label = t('pastOwnLedger', { title });
  return (
    <ul className={styles.list} aria-label={t('pastGiven')}>
      <li>
        <span className={styles.text}>{label}</span>
        <YearField
          label={t('pastYear', { label })}
          value={year}
          onChange={(of) => void commands.pastYears.run({ kind: 'ownYear', year: of })}
        />
      </li>
      {past.ledgers.map((ledger) => (
        <li key={ledger.id}>
          <Past ledger={ledger} />
        </li>
      ))}
    </ul>
  );
}

function Past({ ledger: { id, label, rows, year, open } }: { readonly ledger: PastLedger }) {
  const { commands } = usePane();
  const { t } = usePast();
  return (
    <>
      <Line text={`${label}，${t('pastRows', { rows })}`}>
        <Button
          size="small"
          aria-label={t('pastLeaveOf', { label })}
          onClick={() => void commands.pastYears.run({ kind: 'remove', id })}
        >
          {t('pastLeave')}
        </Button>
      </Line>
      <YearField
        label={t('pastYear', { label })}
        value={year}
        onChange={(of) => void commands.pastYears.run({ kind: 'year', id, year: of })}
      />
      {open ? <Asked id={id} label={label} open={open} /> : null}
    </>
  );
}

/** What is asked of an earlier ledger, each with its answers. */
function Asked({ id, label, open }: { readonly id: string; readonly label: string; readonly open: OpenReading }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  return (
    <>
      <Caption1 className={styles.text}>{t('pastOpen', { label, count: open.questions.length })}</Caption1>
      {open.questions.map((question) => (
        <QuestionCard
          key={question.id}
          question={question}
          onAnswer={({ choices, reading }) =>
            void commands.pastWork.run({ kind: 'answer', id, choices, ...definedOnly({ reading }) })
          }
        />
      ))}
    </>
  );
}
