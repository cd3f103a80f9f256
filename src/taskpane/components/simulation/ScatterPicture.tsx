import { useMemo, useState } from 'react';
import { METRICS, sortedQuantile, metricIndex, type AssumptionId, type Metric } from '../../../engine/simulate/index';
import { assumptionLabel } from '../../../text/assumptions';
import type { DrawnRun } from '../../../worker/drawProtocol';
import { Chart } from '../../charts/Chart';
import { scatterOption } from '../../charts/scatter';
import type { SeriesName } from '../../state/simulationState';
import { Choice } from '../widgets/Choice';
import { NumbersTable } from '../widgets/NumbersTable';
import { usePane } from '../paneContext';
import { METRIC_LOOKS } from '../../model/simulation/seriesLook';

/** Points drawn: more would only be black. */
const MOST_POINTS = 800;

/** Any assumption against any figure of the last year, one point a draw. */
export function ScatterPicture({ drawn, series }: { readonly drawn: DrawnRun; readonly series: SeriesName }) {
  const { t, language } = usePane();
  const { raw, years } = drawn.result;
  const [output, setOutput] = useState<Metric>();
  const metric = output ?? series;
  const [chosen, setChosen] = useState<AssumptionId>();
  const id = chosen ?? drawn.insight.swings[metric]?.[0]?.id ?? raw.varying[0];
  const { code, format } = METRIC_LOOKS[metric];
  const points = useMemo(() => {
    const column = raw.varying.findIndex((of) => of === id);
    return Array.from({ length: Math.min(MOST_POINTS, raw.draws) }, (_, draw): readonly [number, number] => [
      raw.parameters[column * raw.draws + draw] ?? NaN,
      raw.metrics[(draw * METRICS.length + metricIndex(metric)) * years.length + years.length - 1] ?? NaN,
    ]);
  }, [raw, id, metric, years]);
  const option = useMemo(() => scatterOption(points, format), [points, format]);
  if (id === undefined) return null;
  const name = assumptionLabel(id, language);
  return (
    <>
      <Choice
        label={t('scatterInput')}
        value={id}
        options={raw.varying.map((of) => ({ value: of, text: assumptionLabel(of, language) }))}
        onChange={(of) => setChosen(of as AssumptionId)}
      />
      <Choice
        label={t('scatterOutput')}
        value={metric}
        options={METRICS.filter((of) => isKnown(drawn, of)).map((of) => ({
          value: of,
          text: t(METRIC_LOOKS[of].code),
        }))}
        onChange={(of) => setOutput(of as Metric)}
      />
      <Chart option={option} height={180} told={`${name}，${t(code)}`} />
      <NumbersTable title={t('scatterTitle')} headers={[name, t(code)]} rows={fifths(points, format)} />
    </>
  );
}

/** Whether a figure came out of the draws: a quota of new land only does with its lever, add-on prices with theirs. */
function isKnown({ result }: DrawnRun, metric: Metric): boolean {
  const last = result.metrics[metric].at(-1)?.p50 ?? NaN;
  return Number.isFinite(last) && (metric !== 'surcharge' || last !== 0);
}

/** The median result in each fifth of the assumption: what the cloud says, in five lines. */
function fifths(points: readonly (readonly [number, number])[], format: (value: number) => string): string[][] {
  const sorted = [...points].sort(([a], [b]) => a - b);
  const size = Math.floor(sorted.length / 5);
  return [0, 1, 2, 3, 4].map((fifth) => {
    const part = sorted.slice(fifth * size, (fifth + 1) * size);
    const median = sortedQuantile(Float64Array.from(part, ([, value]) => value).sort(), 0.5);
    const [from, to] = [part[0]?.[0] ?? NaN, part.at(-1)?.[0] ?? NaN];
    return [`${Number(from.toPrecision(4))}—${Number(to.toPrecision(4))}`, format(median)];
  });
}
