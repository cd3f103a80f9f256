import {
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import type { SeriesPair } from '../../model/simulation/headline';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  head: { '& > *': { justifyContent: 'flex-end' } },
});

/** One figure year by year: with the levers, without, and the difference. */
export function YearTable({
  pair,
  title,
  format,
}: {
  readonly pair: SeriesPair;
  readonly title: string;
  readonly format: (value: number) => string;
}) {
  const styles = useStyles();
  const { t } = usePane();
  return (
    <Table size="extra-small" aria-label={title}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{t('year')}</TableHeaderCell>
          {(['lineScenario', 'lineBaseline', 'difference'] as const).map((code) => (
            <TableHeaderCell key={code} className={styles.head}>
              {t(code)}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {pair.years.map((year, index) => {
          const [scenario, baseline] = [pair.scenario[index] ?? NaN, pair.baseline[index] ?? NaN];
          return (
            <TableRow key={year}>
              <TableCell>{year}</TableCell>
              <TableCell className={styles.number}>{format(scenario)}</TableCell>
              <TableCell className={styles.number}>{format(baseline)}</TableCell>
              <TableCell className={styles.number}>{format(scenario - baseline)}</TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
