import type { PaneText } from '../../text/pane';
import { muText, percentText, perMuText } from '../../text/quantities';
import { headlineOf } from '../state/simulation/headline';
import type { Projection } from '../state/simulation/simulationState';

/** 到 2026 年末处置低效用地 3,120.0 亩（占 35.2%）；2033 年亩均税收 19.50 万元/亩，比不采取措施高 0.60。 */
export function headlineText(projection: Projection, t: PaneText): string {
  const { disposal, lastYear, scenario, difference } = headlineOf(projection);
  const first = disposal
    ? t('headlineDisposal', {
        year: String(disposal.year),
        area: muText(disposal.area),
        share: percentText(disposal.share),
      })
    : '';
  const yields = t('headlineYields', {
    year: String(lastYear),
    scenario: perMuText(scenario),
    change: changeText(difference, t),
  });
  return `${first}${yields}`;
}

function changeText(difference: number, t: PaneText): string {
  if (Math.abs(difference) < 0.005) return t('headlineSame');
  return t(difference > 0 ? 'headlineHigher' : 'headlineLower', { difference: perMuText(Math.abs(difference)) });
}
