import type { UncertainResult } from '../../../engine/simulate/index';
import type { PaneText } from '../../../text/pane';
import { muText, percentText, perMuText } from '../../../text/quantities';
import { headlineOf } from '../../model/simulation/headline';
import type { Projection } from '../../state/simulationState';

/** With the draws: 到 2027 年处置 3,120.0 亩，达到目标（3,000.0 亩）的把握 83.0%。Without: the expected values. */
export function headlineText(projection: Projection, t: PaneText): string {
  return projection.drawn ? drawnHeadline(projection, projection.drawn.result, t) : expectedHeadline(projection, t);
}

function drawnHeadline({ scenario }: Projection, result: UncertainResult, t: PaneText): string {
  const last = result.years.length - 1;
  const tax = result.metrics.taxPerMu[last];
  const taxPart = t('headlineTax', {
    year: String(result.years[last] ?? ''),
    value: perMuText(tax?.mean ?? NaN),
    low: perMuText(tax?.p5 ?? NaN),
    high: perMuText(tax?.p95 ?? NaN),
  });
  return scenario.disposal.on ? `${disposalPart(scenario.disposal.years, result, t)}${taxPart}` : taxPart;
}

/** Disposal by the policy's target year, else by the lever's. */
function disposalPart(leverYears: number, result: UncertainResult, t: PaneText): string {
  const met = result.targets.find(({ target }) => target.metric === 'disposedArea' || target.metric === 'disposalRate');
  const first = result.years[0] ?? 0;
  const index = Math.min(met ? met.target.byYear - first : leverYears, result.years.length - 1);
  const area = result.metrics.disposedArea[index];
  const year = String(result.years[index] ?? '');
  if (!area || area.p95 <= 0) return '';
  const shown = { year, area: muText(area.mean) };
  if (!met) return t('headlineSpread', { ...shown, low: muText(area.p5), high: muText(area.p95) });
  const { metric, atLeast } = met.target;
  const target = metric === 'disposalRate' ? percentText(atLeast) : `${muText(atLeast)} 亩`;
  return t('headlineTarget', { ...shown, target, chance: percentText(met.chance) });
}

/** 到 2026 年末处置低效用地 3,120.0 亩（占 35.2%）；2033 年亩均税收 19.50 万元/亩，比不采取措施高 0.60。 */
function expectedHeadline(projection: Projection, t: PaneText): string {
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
