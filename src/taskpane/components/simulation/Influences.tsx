import { Radio, RadioGroup } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { INFLUENCED, type YearSeries } from '../../../engine/simulate/index';
import { assumptionLabel } from '../../../text/assumptions';
import type { DrawnRun } from '../../../worker/drawProtocol';
import { Chart } from '../../charts/Chart';
import { tornadoOption } from '../../charts/tornado';
import { MOST_SWINGS, signed, swingBars } from '../../model/simulation/swingBars';
import type { SeriesName } from '../../state/simulationState';
import { NumbersTable } from '../widgets/NumbersTable';
import { usePane } from '../paneContext';
import { SERIES } from '../../model/simulation/seriesLook';
import { Hint } from '../widgets/Hint';

/** What matters most: one assumption at a time, or by rank correlation over all draws. */
export function Influences({ drawn, expected, series }: Omit<Props, 'metric'> & { readonly series: SeriesName }) {
  const { t } = usePane();
  const [kind, setKind] = useState<'swing' | 'rank'>('swing');
  const metric = INFLUENCED.includes(series) ? series : 'taxPerMu';
  const props = { drawn, expected, metric };
  return (
    <>
      <RadioGroup
        layout="horizontal"
        aria-label={t('tornadoTitle')}
        value={kind}
        onChange={(_, { value }) => setKind(value as 'swing' | 'rank')}
      >
        <Radio value="swing" label={t('tornadoSwing')} />
        <Radio value="rank" label={t('tornadoRank')} />
      </RadioGroup>
      <Hint>{`${t(SERIES[metric].code)}。${t(kind === 'swing' ? 'tornadoHint' : 'rankHint')}`}</Hint>
      {kind === 'swing' ? <Swings {...props} /> : <Ranks {...props} />}
    </>
  );
}

interface Props {
  readonly drawn: DrawnRun;
  /** The expected path, from which swings are told as differences. */
  readonly expected: YearSeries;
  readonly metric: SeriesName;
}

function Swings({ drawn, expected, metric }: Props) {
  const { t, language } = usePane();
  const { format: plain } = SERIES[metric];
  const format = useCallback((value: number) => signed(value, plain), [plain]);
  const bars = useMemo(() => swingBars(drawn, expected, metric, language), [drawn, expected, metric, language]);
  const words = useMemo(() => ({ low: t('tornadoLow'), high: t('tornadoHigh'), format }), [t, format]);
  const rows = bars.map(({ name, low, high }) => [name, format(low), format(high)]);
  return <Tornado bars={bars} words={words} heads={[words.low, words.high]} rows={rows} />;
}

const SIGNS = { low: '-', high: '+', format: (value: number) => value.toFixed(1) };

function Ranks({ drawn, metric }: Omit<Props, 'expected'>) {
  const { t, language } = usePane();
  const found = drawn.result.influences[metric];
  const bars = useMemo(
    () =>
      (found ?? []).slice(0, MOST_SWINGS).map(({ id, correlation }) => ({
        name: assumptionLabel(id, language),
        low: Math.min(0, correlation),
        high: Math.max(0, correlation),
      })),
    [found, language],
  );
  const rows = bars.map(({ name, low, high }) => [name, (low + high).toFixed(2)]);
  return <Tornado bars={bars} words={SIGNS} heads={[t('rankColumn')]} rows={rows} />;
}

interface TornadoProps {
  readonly bars: Parameters<typeof tornadoOption>[0];
  readonly words: Parameters<typeof tornadoOption>[1];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The bars, and their figures as a table. */
function Tornado({ bars, words, heads, rows }: TornadoProps) {
  const { t } = usePane();
  const title = t('tornadoTitle');
  const option = useMemo(() => tornadoOption(bars, words), [bars, words]);
  return (
    <>
      <Chart option={option} height={60 + 30 * bars.length} told={told(title, bars)} />
      <NumbersTable title={title} headers={[t('scatterInput'), ...heads]} rows={rows} />
    </>
  );
}

function told(title: string, bars: readonly { readonly name: string }[]): string {
  return `${title}：${bars
    .slice(0, 3)
    .map(({ name }) => name)
    .join('、')}`;
}
