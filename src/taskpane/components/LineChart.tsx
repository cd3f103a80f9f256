import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { scaleFor, type Scale } from '../state/simulation/chartScale';
import type { SeriesPair } from '../state/simulation/headline';
import { usePane } from './paneContext';

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: 'auto', fontFamily: tokens.fontFamilyBase },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: 1 },
  text: { fill: tokens.colorNeutralForeground2, fontSize: '10px' },
  scenario: { fill: 'none', stroke: tokens.colorBrandForeground1, strokeWidth: 2.5 },
  baseline: { fill: 'none', stroke: tokens.colorNeutralForeground2, strokeWidth: 1.5, strokeDasharray: '5 3' },
  legend: { display: 'flex', gap: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
  sample: { width: '28px', height: '10px', marginRight: tokens.spacingHorizontalXS, verticalAlign: 'middle' },
});

const WIDTH = 296;
const HEIGHT = 140;
const LEFT = 46;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 20;

interface Props {
  readonly pair: SeriesPair;
  /** What the chart says in words, for those who do not see it. */
  readonly told: string;
  readonly format: (value: number) => string;
}

/** Two lines over the years: the scenario drawn through, doing nothing dashed. The numbers stand in the table below it. */
export function LineChart({ pair, told, format }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const scale = scaleFor([...pair.baseline, ...pair.scenario]);
  return (
    <div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.chart} role="img" aria-label={told}>
        <Grid scale={scale} format={format} />
        <Years years={pair.years} />
        <path className={styles.baseline} d={pathOf(pair.baseline, scale)} />
        <path className={styles.scenario} d={pathOf(pair.scenario, scale)} />
      </svg>
      <div className={styles.legend} aria-hidden>
        <Caption1>
          <Sample className={styles.scenario} />
          {t('lineScenario')}
        </Caption1>
        <Caption1>
          <Sample className={styles.baseline} />
          {t('lineBaseline')}
        </Caption1>
      </div>
    </div>
  );
}

function Grid({ scale, format }: { readonly scale: Scale; readonly format: Props['format'] }) {
  const styles = useStyles();
  return scale.ticks.map((tick) => (
    <g key={tick}>
      <line className={styles.grid} x1={LEFT} x2={WIDTH - RIGHT} y1={yOf(tick, scale)} y2={yOf(tick, scale)} />
      <text className={styles.text} x={LEFT - 4} y={yOf(tick, scale) + 3} textAnchor="end">
        {format(tick)}
      </text>
    </g>
  ));
}

/** The first, middle and last year. */
function Years({ years }: { readonly years: readonly number[] }) {
  const styles = useStyles();
  const last = years.length - 1;
  const shown = [...new Set([0, Math.floor(last / 2), last])];
  return shown.map((index) => (
    <text
      key={index}
      className={styles.text}
      x={xOf(index, years.length)}
      y={HEIGHT - 6}
      textAnchor={index === 0 ? 'start' : index === last ? 'end' : 'middle'}
    >
      {years[index]}
    </text>
  ));
}

function Sample({ className }: { readonly className: string }) {
  const styles = useStyles();
  return (
    <svg className={styles.sample} viewBox="0 0 28 10">
      <path className={className} d="M0 5H28" />
    </svg>
  );
}

function xOf(index: number, count: number): number {
  return LEFT + (index / Math.max(1, count - 1)) * (WIDTH - LEFT - RIGHT);
}

function yOf(value: number, { min, max }: Scale): number {
  return TOP + (1 - (value - min) / (max - min)) * (HEIGHT - TOP - BOTTOM);
}

/** A line through the known values; a missing one leaves a gap. */
function pathOf(values: readonly number[], scale: Scale): string {
  let pen = 'M';
  return values
    .map((value, index) => {
      if (!Number.isFinite(value)) {
        pen = 'M';
        return '';
      }
      const part = `${pen}${xOf(index, values.length).toFixed(1)} ${yOf(value, scale).toFixed(1)}`;
      pen = 'L';
      return part;
    })
    .join('');
}
