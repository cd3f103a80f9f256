import { Accordion, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Chart } from '../../charts/Chart';
import { comparedOption } from '../../charts/compared';
import { comparedTable } from '../../model/simulation/comparedTable';
import { countMoves, movedRows } from '../../model/simulation/tierMoves';
import { sheetRow } from '../../model/reading/places';
import { nameAt } from '../../model/verdict/assessment';
import { leverLine } from '../../levers/all';
import type { Projection } from '../../state/simulationState';
import { BriefButton } from '../widgets/BriefButton';
import { NumbersTable } from '../widgets/NumbersTable';
import { usePane, usePaneState } from '../paneContext';
import { Section } from '../widgets/Section';
import { SERIES } from '../../model/simulation/seriesLook';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  levers: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** Two to four scenarios side by side: their last year, their fans over each other, and who changes tier. */
export function ScenarioComparison({ projections }: { readonly projections: readonly Projection[] }) {
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
      <NumbersTable title={t('comparison')} wraps {...comparedTable(projections, t)} />
      <ul className={styles.levers} aria-label={t('comparedLevers')}>
        {projections.map(({ scenario }) => (
          <li key={scenario.name}>
            <Caption1>{`${scenario.name ?? ''}：${leverLine(scenario)}`}</Caption1>
          </li>
        ))}
      </ul>
      <Hint>{t(code)}</Hint>
      <Chart option={option} height={190} told={`${t(code)}：${names.join('、')}`} />
      <BriefButton asked={{ kind: 'comparison' }} />
      <Moves projections={projections} />
    </section>
  );
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
      <Caption1 block>{t(moves.length > 0 ? 'whoMovesLine' : 'whoMovesNone', values)}</Caption1>
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
