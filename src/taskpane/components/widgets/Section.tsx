import { AccordionHeader, AccordionItem, AccordionPanel, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  panel: { margin: `0 0 ${tokens.spacingVerticalS}` },
});

interface Props {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of a screen that folds away, inside an Accordion. */
export function Section({ id, title, children }: Props) {
  const styles = useStyles();
  return (
    <AccordionItem value={id}>
      <AccordionHeader size="small" expandIconPosition="end">
        {title}
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
    </AccordionItem>
  );
}
