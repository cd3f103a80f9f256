import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { whatWasRead } from '../../model/reading/whatWasRead';
import type { Source } from '../../model/reading/source';
import type { Understanding } from '../../state/paneState';
import { usePane, usePaneState } from '../paneContext';
import { CommandButton } from '../widgets/CommandButton';
import { TableLines } from './TableLines';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  line: { overflowWrap: 'anywhere' },
  hint: { color: tokens.colorNeutralForeground2, display: 'block', padding: `${tokens.spacingVerticalXS} 0` },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** The tables found, the rows that do not count and where, what was set apart and why, and what nobody took; and pointing. */
export function WhatWasRead({
  source,
  understanding,
}: {
  readonly source: Source;
  readonly understanding: Understanding;
}) {
  const styles = useStyles();
  const { t } = usePane();
  const { mapping, assessment } = understanding;
  const lines = useMemo(() => whatWasRead(source, mapping, assessment), [source, mapping, assessment]);
  const tables = source.pieces.flatMap((piece, at) => (lines[at] ? [{ line: lines[at], piece }] : []));
  return (
    <>
      <ul className={styles.list}>
        <TableLines tables={tables} />
        {lines.slice(tables.length).map(({ code, values }, index) => (
          <li key={index} className={styles.line}>
            <Caption1>{t(code, values)}</Caption1>
          </li>
        ))}
      </ul>
      <Pointing />
    </>
  );
}

/** Rows selected on the sheet are the names of columns. */
export function Pointing() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const isAside = usePaneState(({ source }) => (source?.aside?.length ?? 0) > 0);
  const isPointed = usePaneState(({ source }) => (source?.pointed?.length ?? 0) > 0);
  return (
    <>
      <Caption1 className={styles.hint}>{t('pointHint')}</Caption1>
      <div className={styles.buttons}>
        <CommandButton command={commands.pointSelected} size="small" />
        {isAside ? (
          <Button size="small" appearance="subtle" onClick={() => void commands.setAside.run('none')}>
            {t('forgetAside')}
          </Button>
        ) : null}
        {isPointed ? <CommandButton command={commands.forgetPointed} size="small" appearance="subtle" /> : null}
      </div>
    </>
  );
}
