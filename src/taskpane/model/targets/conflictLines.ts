import type { Infeasible, LimitChange } from '../../../engine/allocate/index';
import type { PaneText } from '../../../text/pane';
import { muText, wanYuanText } from '../../../text/quantities';
import type { ParcelQuestion, YearGoal } from '../../state/targetState';

/** More changes than this are counted, not listed. */
const LISTED = 4;

/** Limits that do not fit, of a year or of several, and what their codes stand for. */
interface Conflict {
  readonly question: Asked;
  readonly infeasible: Infeasible;
}

type Asked = Pick<ParcelQuestion, 'problem' | 'names' | 'clusters'> & { readonly goals?: readonly YearGoal[] };

/** Why the limits do not fit together, and the two nearest ways out, a sentence each. */
export function conflictLines({ question, infeasible }: Conflict, t: PaneText): string[] {
  const { lowerTargets, raiseLimits, proven } = infeasible;
  const words = (changes: readonly LimitChange[]) =>
    changesText(
      greatestFirst(changes, question).map((change) => changeText(change, question, t)),
      t,
    );
  return [
    t('parcelsConflict', { proven: proven ? t('parcelsProven') : '' }),
    ...(lowerTargets && lowerTargets.length > 0 ? [t('parcelsLower', { changes: words(lowerTargets) })] : []),
    ...(raiseLimits && raiseLimits.length > 0 ? [t('parcelsRaise', { changes: words(raiseLimits) })] : []),
  ];
}

/** By the part of the limit itself that has to change. */
function greatestFirst(changes: readonly LimitChange[], { problem }: Asked): LimitChange[] {
  const amounts = new Map(problem.limits.map((limit) => [limit.id, 'amount' in limit ? limit.amount : NaN]));
  const part = ({ id, by }: LimitChange) => by / Math.max(1, amounts.get(id) ?? NaN) || 0;
  return changes.toSorted((a, b) => part(b) - part(a));
}

function changesText(changes: readonly string[], t: PaneText): string {
  const listed = changes.slice(0, LISTED).join('；');
  return changes.length > LISTED ? t('parcelsMore', { changes: listed, count: changes.length }) : listed;
}

const QUARTERS = ['quarter1', 'quarter2', 'quarter3', 'quarter4'] as const;

/** One change by the id of its limit (`LIMIT_IDS` of disposalProblem, `YEAR_LIMIT_IDS` of yearsProblem). */
function changeText({ id, by }: LimitChange, { names, clusters, goals = [] }: Asked, t: PaneText): string {
  const [kind = '', place = ''] = id.split(':');
  const year = String(goals[Number(place)]?.year ?? '');
  if (kind === 'year') return t('changeYear', { year, by: muText(by) });
  if (kind === 'yearFund') return t('changeYearFund', { year, by: wanYuanText(by) });
  if (kind === 'yearCases') return t('changeYearCases', { year, by: Math.ceil(by - 1e-6) });
  const quarter = t(QUARTERS[Number(place)] ?? 'quarter4');
  const township = names[Number(place) - 1] ?? '';
  if (kind === 'quarter') return t('changeQuarter', { quarter, by: muText(by) });
  if (kind === 'floor') return t('changeFloor', { township, by: muText(by) });
  if (kind === 'cap') return t('changeCap', { township, by: muText(by) });
  if (kind === 'cluster') {
    return t('changeCluster', { cluster: clusters[Number(place) - 1] ?? '', by: Math.ceil(by - 1e-6) });
  }
  if (kind === 'share') return t('changeShare', { township });
  return kind === 'fund'
    ? t('changeFund', { by: wanYuanText(by) })
    : t('changeCases', { quarter, by: Math.ceil(by - 1e-6) });
}
