import { Accordion, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Metric } from '../../../engine/simulate/index';
import { percentText } from '../../../text/quantities';
import { Chart } from '../../charts/Chart';
import { comparedOption } from '../../charts/compared';
import { countMoves, movedRows } from '../../model/simulation/tierMoves';
import { sheetRow } from '../../model/reading/source';
import { nameAt } from '../../model/verdict/assessment';
import type { Projection, SeriesName } from '../../state/simulationState';
import { NumbersTable } from '../widgets/NumbersTable';
import { usePane, usePaneState } from '../paneContext';
import { Section } from '../widgets/Section';
import { SERIES } from './seriesLook';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

const MEASURES: readonly (SeriesName & Metric)[] = ['taxPerMu', 'disposedArea', 'tax', 'cumulativeValue'];

/** Two to four scenarios side by side: their last year, their fans over each other, and who changes tier. */
export function Comparison({ projections }: { readonly projections: readonly Projection[] }) {
  const styles = useStyles();
  const { t } = usePane();
  const series = usePaneState((state) => state.simulation.series);
  const { code, format } = SERIES[series];
  const years = projections[0]?.result.years ?? [];
  const option = useMemo(() => {
    const fans = projections.map(({ scenario, drawn }) => ({
      name: scenario.name ?? '',
      spreads: drawn?.result.metrics[series] ?? [],
    }));
    return comparedOption(projections[0]?.result.years ?? [], fans, format);
  }, [projections, series, format]);
  const names = projections.map(({ scenario }) => scenario.name ?? '');
  return (
    <section className={styles.part} aria-label={t('comparison')}>
      <Text weight="semibold">{t('comparisonYear', { year: String(years.at(-1) ?? '') })}</Text>
      <NumbersTable title={t('comparison')} headers={[t('comparedMeasure'), ...names]} rows={useRows(projections)} />
      <Caption1 className={styles.hint}>{t(code)}</Caption1>
      <Chart option={option} height={190} told={`${t(code)}：${names.join('、')}`} />
      <Moves projections={projections} />
    </section>
  );
}

function useRows(projections: readonly Projection[]): string[][] {
  const { t } = usePane();
  const rows = MEASURES.map((metric) => {
    const { code, format } = SERIES[metric];
    return [t(code), ...projections.map(({ drawn }) => format(drawn?.result.metrics[metric].at(-1)?.mean ?? NaN))];
  });
  const targets = projections[0]?.drawn?.result.targets ?? [];
  const chances = targets.map(({ target }, index) => [
    `${target.id}（${t('goalChance')}）`,
    ...projections.map(({ drawn }) => percentText(drawn?.result.targets[index]?.chance ?? NaN)),
  ]);
  return [...rows, ...chances];
}

/** Who is in another tier in the last year than under the first scenario: how many, and by name. */
function Moves({ projections }: { readonly projections: readonly Projection[] }) {
  const [first, ...others] = projections;
  if (!first || first.result.tiers.length === 0) return null;
  return others.map((other) => <MovesOf key={other.scenario.name} first={first} other={other} />);
}

/** Names shown: a screen's worth. */
const MOST_NAMES = 30;

function MovesOf({ first, other }: { readonly first: Projection; readonly other: Projection }) {
  const { t } = usePane();
  const source = usePaneState((state) => state.source);
  const moves = useMemo(() => movedRows(first.result.tierByRow, other.result.tierByRow), [first, other]);
  const { up, down } = countMoves(moves);
  const names = { first: first.scenario.name ?? '', other: other.scenario.name ?? '' };
  const values = { ...names, up, down, count: moves.length, year: String(other.result.years.at(-1) ?? '') };
  const { dataRows, whole } = other.assessment;
  const tier = (at: number) => other.result.tiers[at] ?? '';
  const rows = moves.slice(0, MOST_NAMES).map(({ row, from, to }) => {
    const at = dataRows[row] ?? 0;
    const place = source ? sheetRow(source, at) : at + 1;
    return [t('movedName', { row: place, name: nameAt(whole, at) ?? '' }), tier(from), tier(to)];
  });
  return (
    <>
      <Caption1 block>{t('whoMovesLine', values)}</Caption1>
      {rows.length > 0 ? (
        <Accordion collapsible>
          <Section id="moves" title={t('whoMovesTitle', { shown: rows.length, count: moves.length })}>
            <NumbersTable title={t('whoMoves')} headers={[t('whoMoves'), names.first, names.other]} rows={rows} />
          </Section>
        </Accordion>
      ) : null}
    </>
  );
}
