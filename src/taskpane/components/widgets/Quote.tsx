import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  quote: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    padding: `0 0 0 ${tokens.spacingHorizontalS}`,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
});

/** Words of a document, set off from what is said of them. */
export function Quote({ children }: { readonly children: ReactNode }) {
  return <blockquote className={useStyles().quote}>{children}</blockquote>;
}
