import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: { whiteSpace: 'normal', margin: `${tokens.spacingVerticalXS} 0` },
  body: { whiteSpace: 'normal', lineHeight: tokens.lineHeightBase200 },
});

interface Props {
  /** A sentence each. */
  readonly lines: readonly string[];
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** Something to be seen before going on, where it belongs in the screen. */
export function Notice({ lines, children }: Props) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
        {children}
      </MessageBarBody>
    </MessageBar>
  );
}
