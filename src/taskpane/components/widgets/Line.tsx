import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    flexWrap: 'wrap',
  },
  text: { minWidth: 0, flexGrow: 1, flexBasis: '60%', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
});

/** A sentence with a small button at its end. */
export function Line({ text, children }: { readonly text: ReactNode; readonly children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <span className={styles.text}>{text}</span>
      {children}
    </div>
  );
}
