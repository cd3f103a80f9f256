import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type Assessment } from '../../model/verdict/assessment';
import type { RowFilter } from '../../model/verdict/bars';
import { type Source } from '../../model/reading/source';
import { barName } from './BarChart';
import { RowCard } from './RowCard';
import { CommandButton } from '../widgets/CommandButton';
import { Line } from '../widgets/Line';
import { usePane, usePaneState } from '../paneContext';
import { rowWords } from '../../model/verdict/rowWords';
import { Hint } from '../widgets/Hint';
import { ShownList } from '../widgets/ShownList';

const useStyles = makeStyles({
  row: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    width: '100%',
    minWidth: 0,
    fontWeight: tokens.fontWeightRegular,
  },
  current: { fontWeight: tokens.fontWeightSemibold },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface Props {
  readonly filter: RowFilter;
  readonly rows: readonly number[];
  readonly source: Source;
  readonly assessment: Assessment;
}

/** The enterprises behind a bar, each leading to its row. */
export function RowList({ filter, rows, source, assessment }: Props) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const selected = usePaneState((state) => state.selectedRow);
  const marked = usePaneState((state) => state.filterSelected);
  const name = barName(filter, t);
  const title = t('rowsOf', { name, count: rows.length });
  return (
    <section aria-label={title}>
      <Line text={<Text weight="semibold">{title}</Text>}>
        <CommandButton command={commands.clearFilter} size="small" appearance="subtle" />
      </Line>
      {marked !== undefined && marked < rows.length ? (
        <Hint>{t('rowsMarked', { count: marked, rest: rows.length - marked })}</Hint>
      ) : null}
      {rows.length === 0 ? <Text>{t('noRows')}</Text> : null}
      <ShownList items={rows} page={10}>
        {(row) => (
          <li key={row}>
            <Button
              size="small"
              appearance="subtle"
              className={mergeClasses(styles.row, row === selected && styles.current)}
              {...(row === selected ? { 'aria-current': true } : {})}
              onClick={() => void commands.goTo.run({ row, text: '' })}
            >
              <span className={styles.text}>{rowName(source, assessment, row, t)}</span>
            </Button>
            {row === selected ? <RowCard key={row} row={row} source={source} assessment={assessment} /> : null}
          </li>
        )}
      </ShownList>
    </section>
  );
}

function rowName(source: Source, { whole }: Assessment, row: number, t: ReturnType<typeof usePane>['t']): string {
  return t('cellRow', rowWords(source, whole, row));
}
