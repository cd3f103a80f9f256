import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    width: '100%',
    minWidth: 0,
    fontWeight: tokens.fontWeightRegular,
  },
  text: { overflowWrap: 'anywhere' },
});

/** A line of a list: pressed, it shows its row or its cell in the sheet. */
export interface ShownLine {
  readonly key: string;
  readonly text: string;
  readonly onPress?: () => void;
  /** What can be done about it. */
  readonly action?: { readonly text: string; readonly onPress: () => void };
}

const PAGE = 12;

/** Lines that lead into the sheet, some at a time. */
export function RowLines({
  lines,
  label,
  none,
}: {
  readonly lines: readonly ShownLine[];
  readonly label: string;
  readonly none?: string;
}) {
  const styles = useStyles();
  const { t } = usePane();
  const [shown, setShown] = useState(PAGE);
  if (lines.length === 0) return none === undefined ? null : <Text>{none}</Text>;
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {lines.slice(0, shown).map(({ key, text, onPress, action }) => (
          <li key={key}>
            {onPress ? (
              <Button size="small" appearance="subtle" className={styles.row} onClick={onPress}>
                <span className={styles.text}>{text}</span>
              </Button>
            ) : (
              <span className={styles.text}>{text}</span>
            )}
            {action ? (
              <Button size="small" onClick={action.onPress}>
                {action.text}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {lines.length > shown ? (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + PAGE)}>
          {t('more', { count: Math.min(PAGE, lines.length - shown) })}
        </Button>
      ) : null}
    </>
  );
}
