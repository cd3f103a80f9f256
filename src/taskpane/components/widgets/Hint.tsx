import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2, display: 'block' } });

/** A sentence that explains what stands beside it, smaller and quieter. */
export function Hint({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return <Caption1 className={styles.quiet}>{children}</Caption1>;
}
