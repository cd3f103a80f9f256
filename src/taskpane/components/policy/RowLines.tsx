import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ShownList } from '../widgets/ShownList';

const useStyles = makeStyles({
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
  if (lines.length === 0) return none === undefined ? null : <Text>{none}</Text>;
  return (
    <ShownList items={lines} page={12} label={label}>
      {({ key, text, onPress, action }) => (
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
      )}
    </ShownList>
  );
}
