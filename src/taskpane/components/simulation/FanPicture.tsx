import { Accordion, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Spread } from '../../../engine/simulate/index';
import type { DrawnRun } from '../../../worker/drawProtocol';
import { percentText, rangeText } from '../../../text/quantities';
import { Chart } from '../../charts/Chart';
import type { LineAcross } from '../../charts/ChartLine';
import { distributionOption } from '../../charts/distribution';
import { fanOption } from '../../charts/fan';
import { seriesPair } from '../../model/simulation/headline';
import type { Projection, SeriesName } from '../../state/simulationState';
import { Choice } from '../widgets/Choice';
import { NumberField } from '../widgets/NumberField';
import { NumbersTable } from '../widgets/NumbersTable';
import { usePane } from '../paneContext';
import { rangeRule } from '../widgets/rangeRule';
import { Section } from '../widgets/Section';
import { certaintyOf, histogramOf, niceStep } from './certainty';
import { SERIES } from '../../model/simulation/seriesLook';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  asked: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly projection: Projection;
  readonly drawn: DrawnRun;
  readonly series: SeriesName;
}

/** The fan of a figure over the years with a line to read a chance off, and its numbers as a table. */
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
  const told = `${t(code)}：${String(years.at(-1) ?? '')} ${t('fanP50')} ${format(last?.p50 ?? NaN)}，${t('fanMost')} ${rangeText(format(last?.p5 ?? NaN), format(last?.p95 ?? NaN))}`;
  return (
    <>
      <CertaintyFan
        key={`${series} ${String(drawn.result.draws)}`}
        drawn={drawn}
        series={series}
        picture={{ option, told }}
      />
      <Accordion collapsible>
        <Section id="fan" title={`${t('fanTitle')}：${t('asTable')}`}>
          <NumbersTable title={t(code)} headers={[t('year'), t('fanLow'), t('fanP50'), t('fanHigh')]} rows={rows} />
        </Section>
      </Accordion>
    </>
  );
}

interface FanProps extends Omit<Props, 'projection'> {
  readonly picture: Pick<Parameters<typeof Chart>[0], 'option' | 'told'>;
}

/** The picture with its line: dragged, moved by keys or typed, it says how sure the figure of a year is to reach it. */
function CertaintyFan({ drawn, series, picture }: FanProps) {
  const styles = useStyles();
  const { t } = usePane();
  const { code, format } = SERIES[series];
  const { years, metrics } = drawn.result;
  const [at, setAt] = useState(years.length - 1);
  const spreads = metrics[series];
  const range = useMemo(() => rangeOf(spreads), [spreads]);
  const [moved, setMoved] = useState<number>();
  const value = moved ?? roundTo(spreads[at]?.p50 ?? NaN, range.step);
  const chance = certaintyOf(drawn.result, series, at, value);
  const [shown, setShown] = useState<'fan' | 'year'>('fan');
  const what = t(code).replace(/（.*$/, '');
  const said = { year: String(years[at] ?? ''), what, value: format(value), chance: percentText(chance) };
  const told = t('certaintyTold', said);
  if (!Number.isFinite(range.step) || !Number.isFinite(value)) return <Chart {...picture} height={190} />;
  const move = (to: number) => setMoved(roundTo(to, range.step));
  const line = { value, label: t('certaintyTitle'), told, onMove: move };
  return (
    <>
      {shown === 'fan' ? (
        <Chart {...picture} height={190} line={{ ...line, ...range, axis: 'y' }} />
      ) : (
        <YearPicture {...{ drawn, series, at, line, step: range.step }} />
      )}
      <Text block weight="semibold" size={200} role="status">
        {told}
      </Text>
      <div className={styles.asked}>
        <Choice
          label={t('certaintyPicture')}
          orientation="vertical"
          value={shown}
          options={[
            { value: 'fan', text: t('certaintyFan') },
            { value: 'year', text: t('certaintyYear') },
          ]}
          onChange={(of) => setShown(of === 'fan' ? 'fan' : 'year')}
        />
        <Choice
          label={t('year')}
          orientation="vertical"
          value={String(at)}
          options={years.map((year, index) => ({ value: String(index), text: String(year) }))}
          onChange={(index) => setAt(Number(index))}
        />
        <NumberField
          label={t('certaintyLine')}
          value={value}
          wrong={rangeRule(t, { min: -1e12, max: 1e12 })}
          onChange={setMoved}
        />
      </div>
      <Hint>{t('certaintyHint')}</Hint>
    </>
  );
}

interface YearProps extends Omit<FanProps, 'picture'> {
  readonly at: number;
  readonly step: number;
  readonly line: Pick<LineAcross, 'value' | 'label' | 'told' | 'onMove'>;
}

/** The distribution of the figure in the year that the line asks about, with the same line standing in it. */
function YearPicture({ drawn, series, at, step, line }: YearProps) {
  const { t } = usePane();
  const { code, format } = SERIES[series];
  const histogram = useMemo(() => histogramOf(drawn.result, series, at), [drawn, series, at]);
  const option = useMemo(
    () => distributionOption(histogram, { often: t('certaintyOften'), format, share: percentText }),
    [histogram, t, format],
  );
  const { edges } = histogram;
  const { p5, p50, p95 } = drawn.result.metrics[series][at] ?? {};
  const told = `${t(code)}：${String(drawn.result.years[at] ?? '')} ${t('fanP50')} ${format(p50 ?? NaN)}，${t('fanMost')} ${rangeText(format(p5 ?? NaN), format(p95 ?? NaN))}`;
  const range = { least: edges[0] ?? NaN, greatest: edges.at(-1) ?? NaN, step };
  return <Chart option={option} told={told} height={190} line={{ ...line, ...range, axis: 'x' }} />;
}

/** How far the line may go: a little beyond all that is likely. */
function rangeOf(spreads: readonly Spread[]) {
  const known = spreads.filter(({ p5, p95 }) => Number.isFinite(p5) && Number.isFinite(p95));
  const [low, high] = [Math.min(...known.map(({ p5 }) => p5)), Math.max(...known.map(({ p95 }) => p95))];
  const step = niceStep(low, high);
  return { least: roundTo(low, step), greatest: roundTo(high, step), step };
}

/** A multiple of a step, without the noise of multiplying. */
function roundTo(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}
