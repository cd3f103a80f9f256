import { type AssumptionId, type AssumptionOverrides, nearestAllowed } from '../simulate/assumption';
import type { Distribution } from '../simulate/uncertain/distribution';
import type { Distributions } from '../simulate/uncertain/parameters';
import { type Figure, PRIORS, SETS, YEARLY_SHOCK } from './figures';
import type { LearntFigure } from './learn';

/** Values and distributions for the assumptions that years could tell; the others stay as they are. */
export interface LearntAssumptions {
  readonly assumptions: AssumptionOverrides;
  readonly distributions: Distributions;
}

/** Figures that were learnt, all of them or some. */
interface LearntFigures {
  readonly figures: Readonly<Partial<Record<Figure, LearntFigure>>>;
}

/**
 * What a projection of so many years takes of what was learnt. One growth stands for all of its years, so the years' own differences
 * have evened out by its end: their variance divided by the years (docs/model.md, 12.5).
 */
export function assumptionsLearnt({ figures }: LearntFigures, years: number): LearntAssumptions {
  const found = (Object.keys(SETS) as Figure[]).flatMap((figure) => {
    const learnt = figures[figure];
    return learnt?.state === 'learnt' ? (SETS[figure] ?? []).map((id) => ({ id, learnt })) : [];
  });
  const entries = <T>(of: (id: AssumptionId, learnt: LearntFigure) => T) =>
    Object.fromEntries(found.map(({ id, learnt }) => [id, of(id, learnt)])) as Readonly<
      Partial<Record<AssumptionId, T>>
    >;
  return {
    assumptions: entries((id, { value }) => nearestAllowed(id, value)),
    distributions: entries((id, learnt) => distributionOf(id, learnt, years)),
  };
}

function distributionOf(
  id: AssumptionId,
  { figure, value, deviation, between = YEARLY_SHOCK }: LearntFigure,
  years: number,
): Distribution {
  if (PRIORS[figure].kind === 'lognormal') return { kind: 'lognormal', median: value, deviation };
  const yearly = figure === 'taxGrowth' ? between ** 2 / years : 0;
  return { kind: 'normal', mean: nearestAllowed(id, value), deviation: Math.sqrt(deviation ** 2 + yearly) };
}
