import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import {
  PRIORS,
  SETS,
  yearsBehind,
  type Figure,
  type GroupGrowth,
  type LearntFigure,
  type Study,
} from '../../../../engine/years/index';
import type { PaneCode } from '../../../../text/pane';
import { percentText, rangeText } from '../../../../text/quantities';
import { figureText, learntText } from '../../../../text/years';
import { adoptable, groundOf } from '../../../model/pastYears/grounds';
import { usePane, usePaneState } from '../../paneContext';
import { Line } from '../../widgets/Line';
import { NumbersTable } from '../../widgets/NumbersTable';
import { usePast } from './usePast';
import { Hint } from '../../widgets/Hint';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalS} 0`,
    padding: 0,
  },
  adopted: { color: tokens.colorBrandForeground1 },
});

/** The figures learnt beside their defaults, where each comes from, and the way into the assumptions. */
export function LearntFigures({ study }: { readonly study: Study }) {
  const styles = useStyles();
  const { commands } = usePane();
  const { t } = usePast();
  const chosen = adoptable(study);
  const rows = study.figures.map((of) => [
    t(SHORT[of.figure]),
    plainText(of.figure, usualOf(of)),
    ...(of.state === 'learnt'
      ? [plainText(of.figure, of.value), rangeOf(of), String(of.n), weightText(of.weight)]
      : ['—', '—', String(of.n), '—']),
  ]);
  const told = study.figures.filter(
    ({ figure, state }) => chosen.includes(figure) || state === 'few' || state === 'none',
  );
  return (
    <>
      <NumbersTable
        title={t('pastTable')}
        headers={[t('pastFigure'), t('pastUsual'), t('pastOwn'), t('pastRange'), t('pastCases'), t('pastWeight')]}
        rows={rows}
        wraps
      />
      <Groups study={study} />
      <ul className={styles.list} aria-label={t('pastGrounds')}>
        {told.map((learnt) => (
          <li key={learnt.figure}>
            <FigureLine study={study} learnt={learnt} />
          </li>
        ))}
      </ul>
      {chosen.length > 0 ? (
        <>
          <Button onClick={() => void commands.pastYears.run({ kind: 'adopt', figures: chosen })}>
            {t('pastAdoptAll', { count: chosen.length })}
          </Button>
          <Hint>{t('pastAdoptHint')}</Hint>
        </>
      ) : null}
    </>
  );
}

const SHORT = {
  taxGrowth: 'pastTaxGrowth',
  valueAddedGrowth: 'pastValueAddedGrowth',
  ownLuck: 'pastOwnLuck',
  exitShare: 'pastExitShare',
  entryShare: 'pastEntryShare',
  buildShare: 'pastBuildShare',
  onTime: 'pastOnTime',
  buildTime: 'pastBuildTime',
  landPrice: 'pastLandPrice',
  acquisitionPrice: 'pastAcquisitionPrice',
} as const satisfies Readonly<Record<Figure, PaneCode>>;

/** A figure without its unit, which stands in the name of its line; a share in %. */
function plainText(figure: Figure, value: number): string {
  const isShare = PRIORS[figure].kind !== 'lognormal' || figure === 'ownLuck';
  return isShare ? percentText(value) : value.toLocaleString('zh-CN', { maximumFractionDigits: 1 });
}

function rangeOf({ figure, low, high }: Pick<LearntFigure, 'figure' | 'low' | 'high'>): string {
  return rangeText(plainText(figure, low), plainText(figure, high));
}

const weightText = (weight: number) => `${String(Math.round(weight * 100))}%`;

/** What is taken where the ledgers say nothing. */
function usualOf({ figure }: LearntFigure): number {
  const prior = PRIORS[figure];
  return prior.kind === 'lognormal' ? prior.median : prior.mean;
}

function FigureLine({ study, learnt }: { readonly study: Study; readonly learnt: LearntFigure }) {
  const styles = useStyles();
  const { commands, language } = usePane();
  const { t } = usePast();
  const { figure } = learnt;
  const isAdopted = usePaneState(({ simulation: { scenario } }) =>
    (SETS[figure] ?? []).some((id) => groundOf(scenario, id)?.last === study.years.at(-1)),
  );
  const text = learntText(learnt, yearsBehind(figure, study.years), language);
  if (!adoptable(study).includes(figure)) return <Line text={text} />;
  return (
    <Line text={text}>
      {isAdopted ? (
        <Caption1 className={styles.adopted}>{t('pastAdopted')}</Caption1>
      ) : (
        <Button
          size="small"
          aria-label={t('pastAdoptOf', { figure: figureText(figure, language) })}
          onClick={() => void commands.pastYears.run({ kind: 'adopt', figures: [figure] })}
        >
          {t('pastAdopt')}
        </Button>
      )}
    </Line>
  );
}

/** Groups that differ by less than their own errors are drawn all the way to the county's growth, which says nothing of them. */
const hasOwn = ({ weight }: GroupGrowth) => weight >= 0.005;

/** Growth of the tax of groups, where there are enough of each and it differs. */
function Groups({ study: { groups } }: { readonly study: Study }) {
  const { t } = usePast();
  const alike = groups.filter((one) => !hasOwn(one)).map(({ group }) => group);
  const rows = groups
    .filter(hasOwn)
    .map(({ group, value, low, high, n, weight }) => [
      group,
      percentText(value),
      rangeOf({ figure: 'taxGrowth', low, high }),
      String(n),
      weightText(weight),
    ]);
  return (
    <>
      {rows.length === 0 ? null : (
        <NumbersTable
          title={t('pastGroups')}
          headers={[t('pastGroup'), t('pastYearly'), t('pastRange'), t('pastCases'), t('pastWeight')]}
          rows={rows}
          wraps
        />
      )}
      {alike.length === 0 ? null : <Caption1 block>{t('pastGroupsAlike', { groups: alike.join('、') })}</Caption1>}
    </>
  );
}
