import {
  AccordionHeader,
  AccordionItem,
  accordionItemClassNames,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useRef, type ReactNode } from 'react';

const useStyles = makeStyles({
  panel: { margin: `0 0 ${tokens.spacingVerticalS}` },
});

interface Props {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of a screen that folds away, inside an Accordion; unfolded, it is brought into view. */
export function Section({ id, title, children }: Props) {
  const styles = useStyles();
  const held = useRef<HTMLDivElement>(null);
  const show = (direction: 'enter' | 'exit') => {
    if (direction === 'enter')
      held.current?.closest(`.${accordionItemClassNames.root}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <AccordionItem value={id}>
      <AccordionHeader size="small" expandIconPosition="end">
        {title}
      </AccordionHeader>
      <AccordionPanel
        className={styles.panel}
        collapseMotion={{ onMotionFinish: (_, { direction }) => show(direction) }}
      >
        <div ref={held}>{children}</div>
      </AccordionPanel>
    </AccordionItem>
  );
}
