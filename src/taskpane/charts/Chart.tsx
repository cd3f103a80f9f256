import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { usePane } from '../components/paneContext';
import { ChartLine, type LineAcross } from './ChartLine';
import { chartColours, type ChartColours } from './chartTheme';
import { fetchCharts } from './fetchCharts';

const useStyles = makeStyles({
  // The page's policy drops the letters' own style attributes: they take size and face from here.
  chart: { width: '100%', fontSize: '11px', fontFamily: tokens.fontFamilyBase, overflow: 'hidden' },
  frame: { position: 'relative' },
});

interface Props {
  /** The picture for the colours of the theme it stands in. */
  readonly option: (colours: ChartColours) => EChartsCoreOption;
  readonly height: number;
  /** What the chart says in words, for those who do not see it; the numbers stand in a table beside it. */
  readonly told: string;
  /** A line that a person moves up and down over the picture. */
  readonly line?: LineAcross;
}

/** A picture drawn by echarts, which is fetched when the first one is shown. */
export function Chart({ option, height, told, line }: Props) {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const { t } = usePane();
  const [missing, setMissing] = useState(false);
  const [drawn, setDrawn] = useState<{ readonly chart: ECharts; readonly width: number }>();
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let drop: (() => void) | undefined;
    let gone = false;
    const draw = ({ init }: Awaited<ReturnType<typeof fetchCharts>>) => {
      if (gone) return;
      const chart = init(element, undefined, { renderer: 'svg', width: element.clientWidth, height });
      const show = () => chart.setOption(withFrame(option(chartColours(element)), chartColours(element)), true);
      const watcher = new ResizeObserver(() => {
        chart.resize({ width: element.clientWidth, height });
        setDrawn({ chart, width: element.clientWidth });
      });
      show();
      watcher.observe(element);
      drop = () => {
        watcher.disconnect();
        setDrawn(undefined);
        chart.dispose();
      };
    };
    void fetchCharts().then(draw, () => setMissing(true));
    return () => {
      gone = true;
      drop?.();
    };
  }, [option, height]);
  if (missing) return <Caption1 role="status">{t('chartMissing')}</Caption1>;
  return (
    <div className={styles.frame}>
      <div ref={frame} className={styles.chart} style={{ height }} role="img" aria-label={told} />
      {line && drawn ? <ChartLine key={drawn.width} chart={drawn.chart} line={line} /> : null}
    </div>
  );
}

/** What all our pictures share: tooltips without markup, no motion. */
function withFrame(option: EChartsCoreOption, colours: ChartColours): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { color: colours.muted, fontSize: 11 },
    grid: { left: 4, right: 12, top: 28, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: colours.background,
      borderColor: colours.grid,
      textStyle: { color: colours.text, fontSize: 11 },
    },
    ...option,
  };
}
