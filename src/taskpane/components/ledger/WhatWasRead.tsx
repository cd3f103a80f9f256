import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { whatWasRead } from '../../model/reading/whatWasRead';
import type { Source } from '../../model/reading/source';
import type { Understanding } from '../../state/paneState';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  line: { overflowWrap: 'anywhere' },
});

/** Tables beyond these wait behind a button. */
const FEW = 5;

/** The tables found, the rows that do not count and where, what was set apart and why, and what nobody took. */
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
  const [all, setAll] = useState(false);
  const tables = lines.filter(({ code }) => code === 'readTable');
  const more = all || tables.length <= FEW ? [] : tables.slice(FEW);
  return (
    <>
      <ul className={styles.list}>
        {lines
          .filter((line) => !more.includes(line))
          .map(({ code, values }, index) => (
            <li key={index} className={styles.line}>
              <Caption1>{t(code, values)}</Caption1>
            </li>
          ))}
      </ul>
      {tables.length > FEW ? (
        <Button size="small" appearance="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {t('readMoreTables', { count: tables.length - FEW })}
        </Button>
      ) : null}
    </>
  );
}
