import { makeStyles, mergeClasses, Text, ToggleButton, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PaneText } from '../../../text/pane';
import { muText, wanYuanText } from '../../../text/quantities';
import { sameFilter, barSize, type Bar, type BarSize, type RowFilter } from '../../model/verdict/bars';
import { barLook } from './barLook';
import { usePane } from '../paneContext';
import { PlainList } from '../widgets/PlainList';

const useStyles = makeStyles({
  chart: { margin: `${tokens.spacingVerticalXS} 0`, padding: 0 },
  title: { display: 'block', padding: `${tokens.spacingVerticalXS} 0` },
  bar: {
    width: '100%',
    minWidth: 0,
    minHeight: '24px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    display: 'grid',
    gridTemplateColumns: '5.2em 1fr auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  wide: { gridTemplateColumns: '7em 1fr auto' },
  // Two names that begin alike would look the same cut short.
  name: { overflowWrap: 'anywhere' },
  track: { height: '12px', minWidth: 0 },
  fill: {
    display: 'block',
    height: '100%',
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'CanvasText' },
  },
  size: { fontVariantNumeric: 'tabular-nums', textAlign: 'end', minWidth: '4.5em' },
});

interface Props {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly measure: BarSize;
  readonly filter: RowFilter | undefined;
  /** The list of rows of the bar that is pressed: it opens right under it. */
  readonly children: ReactNode;
}

/** Bars that are buttons: each says its name and number in words, and lists its rows when pressed. */
export function BarChart({ title, bars, measure, filter, children }: Props) {
  const styles = useStyles();
  const longest = Math.max(1, ...bars.map((bar) => barSize(bar, measure) || 0));
  if (bars.length === 0) return null;
  return (
    <section className={styles.chart} aria-label={title}>
      <Text weight="semibold" className={styles.title}>
        {title}
      </Text>
      <PlainList>
        {bars.map((bar, index) => (
          <li key={bar.filter.key}>
            <BarButton
              bar={bar}
              index={index}
              longest={longest}
              measure={measure}
              pressed={sameFilter(filter, bar.filter)}
            />
            {sameFilter(filter, bar.filter) ? children : null}
          </li>
        ))}
      </PlainList>
    </section>
  );
}

interface BarProps {
  readonly bar: Bar;
  readonly index: number;
  readonly longest: number;
  readonly measure: BarSize;
  readonly pressed: boolean;
}

function BarButton({ bar, index, longest, measure, pressed }: BarProps) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const { kind, key } = bar.filter;
  const width = `${(Math.max(0, barSize(bar, measure) || 0) / longest) * 100}%`;
  return (
    <ToggleButton
      appearance="subtle"
      size="small"
      checked={pressed}
      className={mergeClasses(styles.bar, kind === 'missing' && styles.wide)}
      aria-label={barTold(bar, t)}
      onClick={() => void commands.filterRows.run(bar.filter)}
    >
      <span className={styles.name}>{barName(bar.filter, t)}</span>
      <span className={styles.track}>
        <span className={styles.fill} style={{ width, ...barLook(kind, index, key === '') }} />
      </span>
      <span className={styles.size}>{sizeText(bar, measure, t)}</span>
    </ToggleButton>
  );
}

/** The name of a bar: the answer, the missing field, or 待核实. */
export function barName({ key }: RowFilter, t: PaneText): string {
  return key === '' ? t('unresolved') : key;
}

function barTold(bar: Bar, t: PaneText): string {
  return t('barTold', {
    name: barName(bar.filter, t),
    count: bar.rows.length,
    area: muText(bar.area),
    tax: wanYuanText(bar.tax),
  });
}

function sizeText(bar: Bar, measure: BarSize, t: PaneText): string {
  if (measure === 'count') return t('barCount', { count: bar.rows.length });
  return measure === 'area' ? t('barArea', { area: muText(bar.area) }) : t('barTax', { tax: wanYuanText(bar.tax) });
}
