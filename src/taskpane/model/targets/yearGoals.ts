import type { TargetSettings, YearGoal } from '../../state/targetState';
import type { TargetProposal } from './targetProposals';
import { targetInForce } from './splitTarget';

interface GoalInput {
  readonly first: number;
  readonly proposals: readonly TargetProposal[];
  /** 亩 closed out so far. */
  readonly done: number;
}

/**
 * The cumulative targets by year: what was typed, else what the policy sets for that year's end, for the last year else the target in
 * force; the years between in equal steps, in whole 亩. None where there is no target at all.
 */
export function yearGoals(settings: TargetSettings, { first, proposals, done }: GoalInput): YearGoal[] {
  const { count, typed } = settings.years;
  const years = Array.from({ length: count }, (_, index) => first + index);
  const last = first + count - 1;
  const known = years.map((year): Pick<YearGoal, 'total' | 'from'> | undefined => {
    const own = typed[String(year)]?.total;
    if (own !== undefined) return { total: own, from: 'typed' };
    const set = proposals.filter(({ target }) => target.by === `${String(year)}-12-31`).map(({ area }) => area);
    if (set.length > 0) return { total: Math.max(...set), from: 'policy' };
    const { area } = targetInForce(settings, proposals);
    return year === last && area > 0 ? { total: area, from: 'policy' } : undefined;
  });
  if (!known.at(-1)) return [];
  return years.map((year, index) => {
    const { fund, cases } = typed[String(year)] ?? {};
    return { year, fund, cases, ...(known[index] ?? { total: between(known, index, done), from: 'between' }) };
  });
}

/** In equal steps from the year known before (what is done, before the first) to the one known after. */
function between(known: readonly (Pick<YearGoal, 'total'> | undefined)[], index: number, done: number): number {
  const before = known.findLastIndex((own, at) => at < index && own !== undefined);
  const after = known.findIndex((own, at) => at > index && own !== undefined);
  const [from, to] = [known[before]?.total ?? done, known[after]?.total ?? NaN];
  return Math.round(from + ((to - from) * (index - before)) / (after - before));
}
