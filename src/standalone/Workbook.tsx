import { makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { pageText } from '../text/standalone';
import type { FileBook } from '../workbook/file/fileBook';
import { SheetGrid } from './grid/SheetGrid';

const useStyles = makeStyles({
  book: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  foot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  tabs: { overflowX: 'auto', flexShrink: 1, minWidth: 0 },
  note: { padding: `0 ${tokens.spacingHorizontalM}`, color: tokens.colorNeutralForeground2, flexShrink: 2 },
});

/** The sheets of the opened file, as they are now. */
export function Workbook({ book }: { readonly book: FileBook }) {
  const styles = useStyles();
  const version = useSyncExternalStore(
    (told) => {
      book.viewers.add(told);
      return () => void book.viewers.delete(told);
    },
    () => book.version,
  );
  const sheets = book.sheets.filter(({ ref }) => ref.visible);
  const shown = book.sheets.find(({ id }) => id === book.activeId) ?? sheets[0];
  if (!shown) return null;
  return (
    <section className={styles.book} aria-label={pageText('sheets')}>
      <SheetGrid book={book} sheet={shown} version={version} />
      <div className={styles.foot}>
        <TabList
          size="small"
          className={styles.tabs}
          aria-label={pageText('sheets')}
          selectedValue={shown.id}
          onTabSelect={(_, { value }) => book.select(String(value), { row: 0, column: 0, rows: 1, columns: 1 })}
        >
          {sheets.map(({ id, name }) => (
            <Tab key={id} value={id}>
              {name}
            </Tab>
          ))}
        </TabList>
        <Text size={200} className={styles.note}>
          {pageText('readOnly')}
        </Text>
      </div>
    </section>
  );
}
