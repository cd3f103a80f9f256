import { makeStyles, tokens } from '@fluentui/react-components';
import { projectedPerMuText as perMuText } from '../../../text/quantities';
import type { Preview } from '../../state/simulationState';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  fan: { width: '92px', height: '48px', flexShrink: 0 },
  range: { fill: tokens.colorBrandStroke2, '@media (forced-colors: active)': { fill: 'GrayText' } },
  middle: {
    fill: 'none',
    stroke: tokens.colorBrandForeground1,
    strokeWidth: '1.5px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
});

const [WIDTH, HEIGHT] = [92, 48];
/** A picture of less than this part of the value would make a mountain of chance. */
const LEAST_SPAN = 0.04;

/** 亩均税收 year by year as a small fan: the middle and nine in ten, without axes, for the sentence beside it has the numbers. */
export function SmallFan({ preview }: { readonly preview: Preview }) {
  const styles = useStyles();
  const { t } = usePane();
  const { yearly, lastYear } = preview;
  if (yearly.length < 2) return null;
  const { x, y } = scalesOf(yearly);
  const line = (key: 'p5' | 'p50' | 'p95') => yearly.map((of, year) => `${x(year)},${y(of[key])}`);
  const told = t('liveFanTold', {
    from: String(lastYear - yearly.length + 1),
    first: perMuText(yearly[0]?.p50 ?? NaN),
    to: String(lastYear),
    last: perMuText(yearly.at(-1)?.p50 ?? NaN),
  });
  return (
    <svg className={styles.fan} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={told}>
      <polygon className={styles.range} points={[...line('p95'), ...line('p5').toReversed()].join(' ')} />
      <polyline className={styles.middle} points={line('p50').join(' ')} />
    </svg>
  );
}

/** Years across, values upwards, both within the picture. */
function scalesOf(yearly: Preview['yearly']) {
  const low = Math.min(...yearly.map(({ p5 }) => p5));
  const high = Math.max(...yearly.map(({ p95 }) => p95));
  const span = Math.max(high - low, Math.abs(high) * LEAST_SPAN, Number.MIN_VALUE);
  const middle = (low + high) / 2;
  const x = (year: number) => ((year / (yearly.length - 1)) * (WIDTH - 4) + 2).toFixed(1);
  const y = (value: number) => (HEIGHT / 2 - ((value - middle) / span) * (HEIGHT - 6)).toFixed(1);
  return { x, y };
}
