import { Caption1, makeStyles, Switch, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { said, type Entry } from '../../../../text/pane/entry';
import { usePane } from '../../paneContext';

const useStyles = makeStyles({
  lever: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  inside: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalL,
  },
});

interface Props {
  readonly label: Entry;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** What is asked while the lever is on. */
  readonly children: ReactNode;
  /** What is shown whether or not it is on. */
  readonly always?: ReactNode;
  /** Why the lever cannot be used with this ledger. */
  readonly lacks?: string | undefined;
}

/** A lever: a switch, and its questions while it is on. */
export function LeverFrame({ label, on, onChange, children, always, lacks }: Props) {
  const styles = useStyles();
  const { language } = usePane();
  return (
    <div className={styles.lever}>
      <Switch
        checked={on && lacks === undefined}
        disabled={lacks !== undefined}
        label={said(label, language)}
        onChange={(_, { checked }) => onChange(checked)}
      />
      {lacks === undefined ? null : <Caption1 className={styles.inside}>{lacks}</Caption1>}
      {on && lacks === undefined ? <div className={styles.inside}>{children}</div> : null}
      {always === undefined ? null : <div className={styles.inside}>{always}</div>}
    </div>
  );
}
