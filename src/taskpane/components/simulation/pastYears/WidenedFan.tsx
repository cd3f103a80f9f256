import { Accordion, Caption1, makeStyles } from '@fluentui/react-components';
import type { DrawnRun } from '../../../../worker/drawProtocol';
import { SERIES } from '../../../model/simulation/seriesLook';
import { widenedSpreads, widenedText } from '../../../model/pastYears/widened';
import type { Projection, SeriesName } from '../../../state/simulationState';
import { usePane, usePaneState } from '../../paneContext';
import { NumbersTable } from '../../widgets/NumbersTable';
import { Section } from '../../widgets/Section';

const useStyles = makeStyles({ line: { display: 'block' } });

interface Props {
  readonly projection: Projection;
  readonly drawn: DrawnRun;
  readonly series: SeriesName;
}

/** Beside a fan, the range as wide as look-backs ask, where a person wants it. */
export function WidenedFan({ projection, drawn, series }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const spread = usePaneState(({ simulation }) => simulation.scenario.spread);
  const { years, metrics } = drawn.result;
  const wide = spread && widenedSpreads(projection, metrics[series], { series, spread });
  const last = wide?.at(-1);
  if (!spread || !wide || !last) return null;
  const { format } = SERIES[series];
  const text = widenedText(last, { series, spread, year: years.at(-1) ?? NaN }, t);
  const rows = wide.map(({ p5, p50, p95 }, at) => [String(years[at] ?? ''), format(p5), format(p50), format(p95)]);
  return (
    <>
      <Caption1 className={styles.line}>{text}</Caption1>
      <Accordion collapsible>
        <Section id="widened" title={t('pastWidenedTable')}>
          <NumbersTable
            title={t('pastWidenedTable')}
            headers={[t('year'), t('fanLow'), t('fanP50'), t('fanHigh')]}
            rows={rows}
          />
        </Section>
      </Accordion>
    </>
  );
}
