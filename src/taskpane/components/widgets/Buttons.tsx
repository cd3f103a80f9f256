import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS } });

/** Buttons beside each other, below each other where the pane is narrow. */
export function Buttons({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().row}>{children}</div>;
}
