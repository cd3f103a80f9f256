import type { SeriesPair } from '../../model/simulation/headline';
import { usePane } from '../paneContext';
import { NumbersTable } from '../widgets/NumbersTable';

interface Props {
  readonly pair: SeriesPair;
  readonly title: string;
  readonly format: (value: number) => string;
}

/** One figure year by year: with the levers, without, and the difference. */
export function YearTable({ pair, title, format }: Props) {
  const { t } = usePane();
  const rows = pair.years.map((year, index) => {
    const [scenario, baseline] = [pair.scenario[index] ?? NaN, pair.baseline[index] ?? NaN];
    return [String(year), format(scenario), format(baseline), format(scenario - baseline)];
  });
  const headers = [t('year'), t('lineScenario'), t('lineBaseline'), t('difference')];
  return <NumbersTable title={title} headers={headers} rows={rows} />;
}
