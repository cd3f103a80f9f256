import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { usePane } from '../paneContext';
import { PlainList } from './PlainList';

interface Props<Item> {
  readonly items: readonly Item[];
  readonly label?: string;
  /** How many are shown at first, and with each press. */
  readonly page: number;
  /** A line of the list, with its key. */
  readonly children: (item: Item, index: number) => ReactNode;
}

/** The first of many items, and a button for as many more. */
export function ShownList<Item>({ items, label, page, children }: Props<Item>) {
  const { t } = usePane();
  const [shown, setShown] = useState(page);
  return (
    <>
      <PlainList aria-label={label}>{items.slice(0, shown).map(children)}</PlainList>
      {items.length > shown ? (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + page)}>
          {t('more', { count: Math.min(page, items.length - shown) })}
        </Button>
      ) : null}
    </>
  );
}
