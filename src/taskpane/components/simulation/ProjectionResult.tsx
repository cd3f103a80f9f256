import { Accordion, Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { PaneText } from '../../../text/pane';
import { muText, percentText, projectedPerMuText as perMuText, wanYuanText } from '../../../text/quantities';
import type { Recovery } from '../../../engine/simulate/index';
import { noticeText, notModelledText } from '../../../text/simulate';
import type { DrawnRun } from '../../../worker/drawProtocol';
import { firstAndLast, seriesPair } from '../../model/simulation/headline';
import type { Projection, SeriesName } from '../../state/simulationState';
import { BriefButton } from '../widgets/BriefButton';
import { Choice } from '../widgets/Choice';
import { FanPicture } from './FanPicture';
import { GroupTable } from './GroupTable';
import { headlineText } from './headlineText';
import { WidenedFan } from './pastYears/WidenedFan';
import { Influences } from './Influences';
import { NumbersTable } from '../widgets/NumbersTable';
import { usePane, usePaneState } from '../paneContext';
import { SaveScenario } from './SaveScenario';
import { ScatterPicture } from './ScatterPicture';
import { Section } from '../widgets/Section';
import { SERIES } from '../../model/simulation/seriesLook';
import { WaiverPicture } from './WaiverPicture';
import { Waterfall } from './Waterfall';
import { YearTable } from './YearTable';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  result: {
    // The tabs above stay in sight while it scrolls.
    scrollMarginTop: '40px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  notices: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  notice: { overflowWrap: 'anywhere', paddingBottom: tokens.spacingVerticalXS },
});

/** A projection: one sentence, the fan, what matters most, why it changes, the same as tables, and what must be known. */
export function ProjectionResult({ projection }: { readonly projection: Projection }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const series = usePaneState((state) => state.simulation.series);
  const top = useRef<HTMLElement>(null);
  const { result, drawn } = projection;
  // A new result is shown from its first sentence; the focus stays where it is.
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'start' });
  }, [result]);
  const canWrite = usePaneState(commands.writeProjection.enabled);
  const headline = headlineText(projection, t);
  const { counted, rows } = result.parcels;
  return (
    <section ref={top} className={styles.result} aria-label={t('tabSimulation')}>
      <Text weight="semibold">{headline}</Text>
      <Hint>{`${t(counted === rows ? 'countedAll' : 'counted', { rows, left: rows - counted })}；${drawnText(drawn, t)}`}</Hint>
      {isShort(projection) ? (
        <Hint>
          {t('horizonShort', {
            years: result.assumptions.horizon,
            lag: result.assumptions.constructionLag,
          })}
        </Hint>
      ) : null}
      <SeriesChoice series={series} />
      {drawn ? <FanPicture projection={projection} drawn={drawn} series={series} /> : null}
      {drawn ? <WidenedFan projection={projection} drawn={drawn} series={series} /> : null}
      {drawn ? <Targets drawn={drawn} /> : null}
      {drawn ? <Hint>{valueText(projection, drawn, t)}</Hint> : null}
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={!canWrite} onClick={() => void commands.writeProjection.run(headline)}>
          {t('writeProjection')}
        </Button>
        {drawn ? <ExportDraws /> : null}
      </div>
      {drawn ? <BriefButton asked={{ kind: 'scenario', headline }} /> : null}
      {drawn ? <SaveScenario headline={headline} /> : null}
      <Details projection={projection} series={series} />
    </section>
  );
}

/** Whether the years end before what is built pays any tax. */
function isShort({ scenario, result }: Projection): boolean {
  const { horizon, constructionLag } = result.assumptions;
  return (scenario.plotRatio.on || scenario.disposal.on) && horizon <= constructionLag;
}

/** How many draws, and whether they are all that were asked for. */
function drawnText(drawn: DrawnRun | undefined, t: PaneText): string {
  if (!drawn) return t('drawing');
  const code = { all: 'drawsDone', enough: 'drawsEnough', partial: 'drawsPartial' } as const;
  return t(code[drawn.extent], { draws: drawn.result.draws });
}

/** How money put in comes back, as it is and discounted: one may come back and the other not, so both stand here. */
function recoveryText({ result }: Projection, t: PaneText): string {
  const { undiscounted, discounted } = result.recovery;
  if (undiscounted.kind === 'noOutlay') return t('paybackNoOutlay');
  const years = { year: String(result.years.at(-1) ?? ''), rate: percentText(result.assumptions.discountRate) };
  const part = (of: Recovery) => {
    if (of.kind === 'recovered') return t('paybackYears', { years: of.years.toFixed(1) });
    return of.kind === 'short' ? t('paybackShort', { ...years, by: wanYuanText(of.by) }) : t('paybackNone');
  };
  return t('paybackBoth', { ...years, plain: part(undiscounted), discounted: part(discounted) });
}

/** What the scenario is worth to the public purse by the end, and what is given away: medians, as everywhere. */
function valueText({ result }: Projection, { result: { years, metrics } }: DrawnRun, t: PaneText): string {
  const value = metrics.cumulativeValue.at(-1);
  const said = t('valueLine', {
    year: String(years.at(-1) ?? ''),
    value: wanYuanText(value?.p50 ?? NaN),
    low: wanYuanText(value?.p5 ?? NaN),
    high: wanYuanText(value?.p95 ?? NaN),
  });
  const given = metrics.deadweight.at(-1)?.p50 ?? 0;
  return [
    said,
    ...(result.recovery.undiscounted.kind === 'noOutlay' ? [t('paybackNoOutlay')] : []),
    ...(given > 0 ? [t('deadweight', { value: wanYuanText(given) })] : []),
  ].join('；');
}

function ExportDraws() {
  const { t, commands } = usePane();
  const enabled = usePaneState(commands.exportDraws.enabled);
  return (
    <Button size="small" disabledFocusable={!enabled} onClick={() => void commands.exportDraws.run()}>
      {t('exportDraws')}
    </Button>
  );
}

/** The policy's own targets, and how likely each is met. */
function Targets({ drawn }: { readonly drawn: DrawnRun }) {
  const styles = useStyles();
  const { t } = usePane();
  const { targets } = drawn.result;
  if (targets.length === 0) return <Hint>{t('targetsPast', firstAndLast(drawn.result))}</Hint>;
  return (
    <ul className={styles.notices} aria-label={t('targetsTitle')}>
      {targets.map(({ target, chance }) => (
        <li key={target.id} className={styles.notice}>
          {t('targetLine', {
            name: target.id,
            year: String(target.byYear),
            value: `${targetText(target.metric, target.atLeast)}${target.metric === 'taxPerMu' ? t('targetOfAll') : ''}`,
            chance: percentText(chance),
          })}
        </li>
      ))}
    </ul>
  );
}

function targetText(metric: string, value: number): string {
  if (metric === 'disposalRate') return percentText(value);
  return metric === 'taxPerMu' ? `${perMuText(value)} 万元/亩` : `${muText(value)} 亩`;
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

function Details({ projection, series }: { readonly projection: Projection; readonly series: SeriesName }) {
  const { t } = usePane();
  const { result, drawn } = projection;
  return (
    <Accordion multiple collapsible defaultOpenItems={['tornado']}>
      {drawn ? (
        <Section id="tornado" title={t('tornadoTitle')}>
          <Influences drawn={drawn} expected={result.scenario} series={series} />
        </Section>
      ) : null}
      {drawn?.insight.waiver ? (
        <Section id="waiver" title={t('waiverTitle')}>
          <WaiverPicture curve={drawn.insight.waiver} />
        </Section>
      ) : null}
      {drawn ? (
        <Section id="scatter" title={t('scatterTitle')}>
          <ScatterPicture drawn={drawn} series={series} />
        </Section>
      ) : null}
      <Section id="how" title={t('howTitle')}>
        <HowComputed projection={projection} series={series} />
      </Section>
      <Section id="notices" title={t('notices', { count: result.notices.length })}>
        <Notices projection={projection} />
      </Section>
    </Accordion>
  );
}

/** The expected path: the only place where it stands, for a median of sums is not the sum of medians. */
function HowComputed({ projection, series }: { readonly projection: Projection; readonly series: SeriesName }) {
  const { t } = usePane();
  const { result } = projection;
  const { code, format } = SERIES[series];
  return (
    <>
      <Hint>{t('howHint')}</Hint>
      <Caption1 block>{recoveryText(projection, t)}</Caption1>
      <Accordion multiple collapsible>
        <Section id="years" title={t('yearTable')}>
          <YearTable pair={seriesPair(result, series)} title={t(code)} format={format} />
        </Section>
        <Section id="waterfall" title={t('waterfallTitle')}>
          <Waterfall change={result.change} />
        </Section>
        {projection.scenario.fund.on ? (
          <Section id="fund" title={t('fundTitle')}>
            <FundTable projection={projection} />
          </Section>
        ) : null}
        <Section id="groups" title={t('byGroup', { year: String(result.years.at(-1) ?? '') })}>
          <GroupTable projection={projection} />
        </Section>
      </Accordion>
    </>
  );
}

/** The pool for acquisitions: what is spent of it and what is left, year by year, as expected. */
function FundTable({ projection }: { readonly projection: Projection }) {
  const { t } = usePane();
  const { years, scenario } = projection.result;
  const rows = years.map((year, index) => [
    String(year),
    wanYuanText(scenario.disposalCost[index] ?? NaN),
    wanYuanText(scenario.fund[index] ?? NaN),
  ]);
  return <NumbersTable title={t('fundTitle')} headers={[t('year'), t('fundSpent'), t('fundLeft')]} rows={rows} />;
}

function Notices({ projection }: { readonly projection: Projection }) {
  const styles = useStyles();
  const { t, language } = usePane();
  const { result, drawn } = projection;
  const { correlationsKept = 1, clamped = 0 } = drawn?.result ?? {};
  return (
    <>
      <ul className={styles.notices}>
        {result.notices.map((notice) => (
          <li key={notice.code} className={styles.notice}>
            {noticeText(notice, language)}
          </li>
        ))}
        {correlationsKept < 1 ? (
          <li className={styles.notice}>{t('correlationsKept', { percent: percentText(correlationsKept) })}</li>
        ) : null}
        {clamped > 0 ? <li className={styles.notice}>{t('clampedNote', { count: clamped })}</li> : null}
      </ul>
      <Hint>{t('notModelled', { parts: notModelledText(language).join(language === 'en' ? ', ' : '、') })}</Hint>
    </>
  );
}
