import { useState } from 'react';
import { DIMENSIONS, type Dimension } from '../../../engine/simulate/index';
import { muText, projectedPerMuText as perMuText } from '../../../text/quantities';
import { groupWords } from '../../model/simulation/parcelColumns';
import type { Projection } from '../../state/simulationState';
import { Choice } from '../widgets/Choice';
import { NumbersTable } from '../widgets/NumbersTable';
import { usePane } from '../paneContext';
import { DIMENSION_CODES } from './WhoChoice';

/** Land and tax per mu of the last year by township, park, industry, path or tier. */
export function GroupTable({ projection }: { readonly projection: Projection }) {
  const { t } = usePane();
  const { result, assessment } = projection;
  const there = DIMENSIONS.filter((of) => (result.groups[of]?.length ?? 0) > 0);
  const [chosen, setChosen] = useState<Dimension>();
  const dimension = chosen ?? there[0];
  if (!dimension) return null;
  const words = groupWords(assessment, dimension);
  const rows = (result.groups[dimension] ?? []).map(({ code, scenario, baseline }) => [
    words[code] === undefined || words[code] === '' ? t('groupNone') : words[code],
    muText(scenario.landArea),
    perMuText(scenario.taxPerMu),
    perMuText(baseline.taxPerMu),
  ]);
  return (
    <>
      <Choice
        label={t('groupBy')}
        value={dimension}
        options={there.map((of) => ({ value: of, text: t(DIMENSION_CODES[of]) }))}
        onChange={(of) => setChosen(of as Dimension)}
      />
      <NumbersTable
        title={t(DIMENSION_CODES[dimension])}
        headers={[t(DIMENSION_CODES[dimension]), t('seriesLandArea'), t('seriesTaxPerMu'), t('lineBaseline')]}
        rows={rows}
      />
    </>
  );
}
