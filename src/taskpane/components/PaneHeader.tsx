import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PaneState } from '../state/paneState';
import { usePane, usePaneState, type Pane } from './paneContext';
import { sheetsNamed } from '../model/reading/whereCellsStand';
import { statusText } from './policy/statusText';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} 0`,
  },
  line: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    minWidth: 0,
    minHeight: '24px',
    maxWidth: '100%',
    padding: `0 ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightRegular,
  },
  first: { fontWeight: tokens.fontWeightSemibold },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Which ledger and which policy: two lines, pressed to change them. */
export function PaneHeader() {
  const styles = useStyles();
  const pane = usePane();
  const source = usePaneState((state) => state.source);
  const policy = usePaneState(policyLineOf(pane));
  const { t, commands } = pane;
  const ledger = source
    ? t('ledgerLine', { name: sheetsNamed(source), count: source.located.dataRows })
    : t('noLedgerLine');
  const change = () => void commands.show.run('ledger');
  return (
    <header className={styles.header}>
      <Button
        appearance="subtle"
        size="small"
        className={mergeClasses(styles.line, styles.first)}
        title={ledger}
        onClick={change}
      >
        <span className={styles.text}>{ledger}</span>
      </Button>
      <Button
        appearance="subtle"
        size="small"
        className={styles.line}
        title={policy}
        onClick={() => void commands.show.run('policy')}
      >
        <span className={styles.text}>{policy}</span>
      </Button>
    </header>
  );
}

/** 嵊州2021（征求意见稿）· 2023-06-30. */
function policyLineOf({ t }: Pane): (state: PaneState) => string {
  return ({ understanding, policyId }) => {
    const assessment = understanding?.assessment;
    const policy = assessment?.policy;
    if (!policy || policyId === undefined) return t('noPolicyLine');
    const status = statusText(assessment.standing ?? 'noDay', t);
    const code = policy.asOf === undefined ? 'policyLineNoDay' : 'policyLine';
    const line = t(code, { policy: policy.pack.short, status, asOf: policy.asOf ?? '' });
    return policy.edited === true ? t('policyEditedLine', { line }) : line;
  };
}
