import { Badge, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { groundKind, type Basis, type PolicyPack } from '../../../engine/policy/index';
import type { PaneCode } from '../../../text/pane';
import { clauseText } from '../../../text/why';
import { usePane } from '../paneContext';
import { Quote } from '../widgets/Quote';

const useStyles = makeStyles({
  item: { padding: `${tokens.spacingVerticalXXS} 0` },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { overflowWrap: 'anywhere', minWidth: 0 },
});

const MARKS = { assumed: 'basisAssumed', reported: 'basisReported' } as const satisfies Record<string, PaneCode>;

interface Props {
  readonly pack: PolicyPack;
  readonly basis: Basis;
  readonly children: ReactNode;
  readonly note?: string;
}

/** Something a policy says, marked where it is assumed or second-hand, with the clause and its words on demand. */
export function BasisQuote({ pack, basis, children, note }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const [shown, setShown] = useState(false);
  const place = basis.kind === 'cited' ? basis.citation.place : '';
  const kind = groundKind(basis);
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <span className={styles.text}>{children}</span>
        {kind === 'cited' ? null : (
          <Badge appearance="outline" color="warning" size="small">
            {t(MARKS[kind])}
          </Badge>
        )}
        <Link as="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? t('hideOriginal') : place === '' ? t('original') : place}
        </Link>
      </div>
      {note === undefined ? null : <Caption1 block>{note}</Caption1>}
      {shown ? (
        <Quote>
          <Caption1>{clauseText(pack, basis)}</Caption1>
        </Quote>
      ) : null}
    </li>
  );
}
