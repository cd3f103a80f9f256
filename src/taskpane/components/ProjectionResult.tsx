import { Accordion, Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { PaneCode, PaneText } from '../../text/pane';
import { muText, perMuText, wanYuanText } from '../../text/quantities';
import { noticeText, notModelledText } from '../../text/simulate';
import { seriesPair, type SeriesPair } from '../state/simulation/headline';
import type { Projection, SeriesName } from '../state/simulation/simulationState';
import { Choice } from './Choice';
import { headlineText } from './headlineText';
import { LineChart } from './LineChart';
import { usePane, usePaneState } from './paneContext';
import { Section } from './Section';
import { YearTable } from './YearTable';

const useStyles = makeStyles({
  result: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  hint: { color: tokens.colorNeutralForeground2, display: 'block' },
  notices: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  notice: { overflowWrap: 'anywhere', paddingBottom: tokens.spacingVerticalXS },
});

const SERIES: Readonly<Record<SeriesName, { readonly code: PaneCode; readonly format: (value: number) => string }>> = {
  taxPerMu: { code: 'seriesTaxPerMu', format: perMuText },
  tax: { code: 'seriesTax', format: wanYuanText },
  landArea: { code: 'seriesLandArea', format: muText },
  cumulativeValue: { code: 'seriesCumulativeValue', format: wanYuanText },
};

/** A projection: one sentence, a chart, the same as a table, why it changes, and what must be known. */
export function ProjectionResult({ projection }: { readonly projection: Projection }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const series = usePaneState((state) => state.simulation.series);
  const top = useRef<HTMLElement>(null);
  // A new result is shown from its first sentence; the focus stays where it is.
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'start' });
  }, [projection]);
  const canWrite = usePaneState(commands.writeProjection.enabled);
  const headline = headlineText(projection, t);
  const pair = seriesPair(projection.result, series);
  const { code, format } = SERIES[series];
  const { counted, rows } = projection.result.parcels;
  return (
    <section ref={top} className={styles.result} aria-label={t('tabSimulation')}>
      <Text weight="semibold">{headline}</Text>
      <Caption1 className={styles.hint}>{`${t('counted', { counted, rows })}。${t('expectedOnly')}`}</Caption1>
      <SeriesChoice series={series} />
      <LineChart pair={pair} told={chartTold(pair, t(code), format, t)} format={format} />
      <Caption1 className={styles.hint}>{changeText(projection, t)}</Caption1>
      <div>
        <Button disabledFocusable={!canWrite} onClick={() => void commands.writeProjection.run(headline)}>
          {t('writeProjection')}
        </Button>
      </div>
      <Details projection={projection} pair={pair} title={t(code)} format={format} />
    </section>
  );
}

function SeriesChoice({ series }: { readonly series: SeriesName }) {
  const { t, commands } = usePane();
  return (
    <Choice
      label={t('seriesChoice')}
      value={series}
      options={Object.entries(SERIES).map(([name, { code }]) => ({ value: name, text: t(code) }))}
      onChange={(name) => void commands.setSeries.run(name as SeriesName)}
    />
  );
}

interface DetailsProps {
  readonly projection: Projection;
  readonly pair: SeriesPair;
  readonly title: string;
  readonly format: (value: number) => string;
}

function Details({ projection, pair, title, format }: DetailsProps) {
  const styles = useStyles();
  const { t, language } = usePane();
  const { notices } = projection.result;
  return (
    <Accordion multiple collapsible>
      <Section id="years" title={t('yearTable')}>
        <YearTable pair={pair} title={title} format={format} />
      </Section>
      <Section id="notices" title={t('notices', { count: notices.length })}>
        <ul className={styles.notices}>
          {notices.map((notice) => (
            <li key={notice.code} className={styles.notice}>
              {noticeText(notice, language)}
            </li>
          ))}
        </ul>
        <Caption1 className={styles.hint}>
          {t('notModelled', { parts: notModelledText(language).join(language === 'en' ? ', ' : '、') })}
        </Caption1>
      </Section>
    </Accordion>
  );
}

function chartTold(
  { years, baseline, scenario }: SeriesPair,
  series: string,
  format: (value: number) => string,
  t: PaneText,
): string {
  return t('chartTold', {
    series,
    from: String(years[0] ?? ''),
    to: String(years.at(-1) ?? ''),
    first: format(scenario[0] ?? NaN),
    last: format(scenario.at(-1) ?? NaN),
    base: format(baseline.at(-1) ?? NaN),
  });
}

/** 亩均税收为什么变：低效地块退出 +0.34，留下的企业增产 +0.27，新项目进入 −0.02. */
function changeText({ result }: Projection, t: PaneText): string {
  const { exit, within, entry } = result.change;
  const parts = [
    { code: 'changeExit', value: exit },
    { code: 'changeWithin', value: within },
    { code: 'changeEntry', value: entry },
  ] as const;
  const told = parts.map(({ code, value }) => t('changeLine', { name: t(code), value: signed(value) }));
  return `${t('changeWhy')}：${told.join('；')}`;
}

function signed(value: number): string {
  if (!Number.isFinite(value)) return '—';
  return `${value < 0 ? '−' : '+'}${perMuText(Math.abs(value))}`;
}
