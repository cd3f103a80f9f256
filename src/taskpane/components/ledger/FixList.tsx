import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Fix, FixKind } from '../../../engine/ledger/index';
import { FIX_KINDS, FIX_TEXTS, fixText } from '../../model/findings/fixText';
import type { Source } from '../../model/reading/source';
import { usePane, usePaneState } from '../paneContext';
import { PlainList } from '../widgets/PlainList';

const useStyles = makeStyles({
  kind: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    width: '100%',
    minWidth: 0,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  words: { flexGrow: 1, fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
  inner: { margin: 0, padding: `0 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`, listStyleType: 'none' },
  cell: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    width: '100%',
    minWidth: 0,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  hint: { display: 'block', color: tokens.colorNeutralForeground2, paddingBottom: tokens.spacingVerticalXS },
});

interface Props {
  readonly fixes: readonly Fix[];
  readonly source: Source;
}

/** What could be tidied, by kind: look first, then one kind or all, on a person's word alone. */
export function FixList({ fixes, source }: Props) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const enabled = usePaneState(commands.applyFixes.enabled);
  if (fixes.length === 0) return <Text>{t('fixesNone')}</Text>;
  const kinds = FIX_KINDS.filter((kind) => fixes.some((fix) => fix.kind === kind));
  return (
    <>
      <Caption1 className={styles.hint}>{t('fixesHint')}</Caption1>
      <PlainList>
        {kinds.map((kind) => (
          <li key={kind}>
            <Kind kind={kind} fixes={fixes.filter((fix) => fix.kind === kind)} source={source} />
          </li>
        ))}
      </PlainList>
      {kinds.length > 1 ? (
        <Button size="small" disabledFocusable={!enabled} onClick={() => void commands.applyFixes.run('all')}>
          {t('applyAllFixes', { count: fixes.length })}
        </Button>
      ) : null}
    </>
  );
}

/** So many cells are shown before the button; the rest stand in the list that can be written. */
const SHOWN = 10;

function Kind({ kind, fixes, source }: Props & { readonly kind: FixKind }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const enabled = usePaneState(commands.applyFixes.enabled);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        appearance="transparent"
        size="small"
        className={styles.kind}
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.words}>{`${t(FIX_TEXTS[kind])}：${t('places', { count: fixes.length })}`}</span>
      </Button>
      {open ? (
        <ul className={styles.inner}>
          {fixes.slice(0, SHOWN).map((fix) => (
            <li key={`${fix.row}-${fix.column}`}>
              <Button
                size="small"
                appearance="subtle"
                className={styles.cell}
                onClick={() => void commands.goTo.run({ row: fix.row, column: fix.column, text: '' })}
              >
                {fixText(fix, source, t)}
              </Button>
            </li>
          ))}
          <li>
            <Button size="small" disabledFocusable={!enabled} onClick={() => void commands.applyFixes.run(kind)}>
              {t('applyFix', { count: fixes.length })}
            </Button>
          </li>
        </ul>
      ) : null}
    </>
  );
}
