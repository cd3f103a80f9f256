import type { TargetProgress } from '../../../engine/allocate/index';
import { reaches } from '../../../engine/quantity/index';
import type { PaneText } from '../../../text/pane';
import { muText, percentText } from '../../../text/quantities';

/** More names than these fill the pane and tell nothing new: the sheet has them all. */
const MOST_NAMES = 5;

/** Who is behind what is due by now, furthest first. */
export function behindText({ behind }: TargetProgress, t: PaneText): string {
  if (behind.length === 0) return t('progressNoneBehind');
  const names = behind
    .slice(0, MOST_NAMES)
    .map(({ name, ahead }) => t('progressBehindOne', { name, gap: Math.abs(ahead * 100).toFixed(1) }));
  const told = names.join('、');
  const some = behind.length > MOST_NAMES ? t('progressMore', { names: told }) : told;
  return t('progressBehind', { count: behind.length, names: some });
}

/** What the year's end looks like; of a target that is reached there is nothing to forecast. */
export function forecastText({ whole, forecast }: TargetProgress, year: number, t: PaneText): string {
  if (reaches(whole.rate, 1)) return t('progressMet', { rate: percentText(whole.rate) });
  if (!forecast) return t('forecastNone');
  const { expected, low, high, chance } = forecast;
  return t('forecastLine', {
    year: String(year),
    expected: muText(expected),
    low: muText(low),
    high: muText(high),
    chance: `${String(Math.round(chance * 100))}%`,
  });
}
