import { Accordion } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { DrawnRun } from '../../../worker/drawProtocol';
import { Chart } from '../../charts/Chart';
import { fanOption } from '../../charts/fan';
import { seriesPair } from '../../model/simulation/headline';
import type { Projection, SeriesName } from '../../state/simulationState';
import { NumbersTable } from '../widgets/NumbersTable';
import { usePane } from '../paneContext';
import { Section } from '../widgets/Section';
import { SERIES } from './seriesLook';

interface Props {
  readonly projection: Projection;
  readonly drawn: DrawnRun;
  readonly series: SeriesName;
}

/** The fan of a figure over the years, and its numbers as a table. */
export function FanPicture({ projection, drawn, series }: Props) {
  const { t } = usePane();
  const { code, format } = SERIES[series];
  const { years } = drawn.result;
  const spreads = drawn.result.metrics[series];
  const option = useMemo(() => {
    const words = { middle: t('fanP50'), half: t('fanHalf'), most: t('fanMost'), baseline: t('lineBaseline'), format };
    const { baseline } = seriesPair(projection.result, series);
    return fanOption(years, spreads, baseline, words);
  }, [t, format, projection, series, years, spreads]);
  const rows = years.map((year, index) => {
    const spread = spreads[index];
    return [String(year), ...(['p5', 'p50', 'p95'] as const).map((key) => format(spread?.[key] ?? NaN))];
  });
  const last = spreads.at(-1);
  const told = `${t(code)}：${String(years.at(-1) ?? '')} ${t('fanP50')} ${format(last?.p50 ?? NaN)}，${t('fanMost')} ${format(last?.p5 ?? NaN)}—${format(last?.p95 ?? NaN)}`;
  return (
    <>
      <Chart option={option} height={190} told={told} />
      <Accordion collapsible>
        <Section id="fan" title={`${t('fanTitle')}：${t('asTable')}`}>
          <NumbersTable title={t(code)} headers={[t('year'), 'P5', t('fanP50'), 'P95']} rows={rows} />
        </Section>
      </Accordion>
    </>
  );
}
