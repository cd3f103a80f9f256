import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  step: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    alignItems: 'flex-start',
    padding: `${tokens.spacingVerticalXS} 0`,
    listStyleType: 'none',
  },
  sign: { color: tokens.colorBrandForeground1, lineHeight: tokens.lineHeightBase400, flexShrink: 0 },
  body: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

const SIGNS = ['①', '②', '③', '④'] as const;

/** One of the four lines of the first run. */
export function Step({ number, children }: { readonly number: 1 | 2 | 3 | 4; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <li className={styles.step}>
      <Text weight="semibold" className={styles.sign} aria-hidden>
        {SIGNS[number - 1]}
      </Text>
      <div className={styles.body}>{children}</div>
    </li>
  );
}
