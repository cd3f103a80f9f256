import { assumptionOf, type AssumptionId } from '../../../engine/simulate/index';
import { assumptionsLearnt, SETS, yearsBehind, type Figure, type Study } from '../../../engine/years/index';
import type { LearntGround, Scenario } from '../../state/simulationState';

/** The figures of a study that set an assumption and were learnt. */
export function adoptable({ figures }: Study): Figure[] {
  return figures.filter(({ figure, state }) => state === 'learnt' && SETS[figure]).map(({ figure }) => figure);
}

/** A scenario with what was learnt of some figures in place of what it assumed, each with its ground. */
export function withLearnt(
  scenario: Scenario,
  { figures, years }: Study,
  { chosen, horizon }: { readonly chosen: readonly Figure[]; readonly horizon: number },
): Scenario {
  const taken = figures.filter(({ figure }) => chosen.includes(figure));
  const known = Object.fromEntries(taken.map((learnt) => [learnt.figure, learnt]));
  const { assumptions, distributions } = rounded(assumptionsLearnt({ figures: known }, horizon));
  const grounds = taken.flatMap(({ figure, n }) => {
    const [first, last] = yearsBehind(figure, years);
    const ground = (id: AssumptionId): LearntGround => ({ value: assumptions[id] ?? NaN, first, last, n });
    return (SETS[figure] ?? []).map((id) => [id, ground(id)] as const);
  });
  return {
    ...scenario,
    assumptions: { ...scenario.assumptions, ...assumptions },
    distributions: { ...scenario.distributions, ...distributions },
    learnt: { ...scenario.learnt, ...Object.fromEntries(grounds) },
  };
}

/** As people write figures: of four digits. */
function rounded<Part>(part: Part): Part {
  if (typeof part === 'number') return Number(part.toPrecision(4)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, of]) => [key, rounded(of as unknown)])) as Part;
}

/** The county's own record behind an assumption; none where a person has changed the value since. */
export function groundOf({ learnt, assumptions }: Scenario, id: AssumptionId): LearntGround | undefined {
  const ground = learnt?.[id];
  return ground && isGround(ground) && ground.value === (assumptions[id] ?? assumptionOf(id).default)
    ? ground
    : undefined;
}

/** Whether what a workbook kept is a ground. */
function isGround(stored: LearntGround): boolean {
  return [stored.value, stored.first, stored.last, stored.n].every(Number.isFinite);
}
