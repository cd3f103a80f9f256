import type { UncertainResult } from '../../../engine/simulate/index';
import type { PaneText } from '../../../text/pane';
import { muText, percentText, projectedPerMuText as perMuText } from '../../../text/quantities';
import { forceOf } from '../../levers/all';
import { headlineOf } from '../../model/simulation/headline';
import type { Projection } from '../../state/simulationState';
import { certaintyOf } from './certainty';

/** With the draws, medians: 到 2027 年处置 3,120.0 亩，达到目标（3,000.0 亩）的把握 83.0%。Until they are there, expected values, and it says so. */
export function headlineText(projection: Projection, t: PaneText): string {
  if (isWithoutEffect(projection.result)) return idleHeadline(projection, t);
  if (projection.drawn) return drawnHeadline(projection, projection.drawn.result, t);
  return t('headlineMeanwhile', { headline: expectedHeadline(projection, t) });
}

function drawnHeadline({ scenario }: Projection, result: UncertainResult, t: PaneText): string {
  const last = result.years.length - 1;
  const tax = result.metrics.taxPerMu[last];
  const year = String(result.years[last] ?? '');
  // Where a draw has no land in use there is no tax per mu, and no range that would be true of all draws.
  if (!tax || !Number.isFinite(tax.p50 + tax.p5 + tax.p95))
    return t('headlineNoLand', { year, chance: percentText(1 - certaintyOf(result, 'landArea', last, 1e-6)) });
  const [low, high] = [perMuText(tax.p5), perMuText(tax.p95)];
  const taxPart = t(low === high ? 'headlineTaxSure' : 'headlineTax', { year, value: perMuText(tax.p50), low, high });
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
  const shown = { year, area: muText(area.p50) };
  const [low, high] = [muText(area.p5), muText(area.p95)];
  if (!met) return t(low === high ? 'headlineAreaSure' : 'headlineSpread', { ...shown, low, high });
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

/** Nothing was chosen, only what helps other levers, what is set to 0 or finds no parcel, or what a note tells why. */
function idleHeadline({ scenario, result }: Projection, t: PaneText): string {
  const code = {
    none: 'nothingChosen',
    helping: 'nothingAlone',
    idle: 'nothingInScope',
    acting: 'nothingHappens',
  } as const;
  const force = forceOf(scenario);
  return t(code[force === 'acting' && result.notices.length === 0 ? 'idle' : force], {
    year: String(result.years.at(-1) ?? ''),
    value: perMuText(result.baseline.taxPerMu.at(-1) ?? NaN),
  });
}

/** Whether the levers change nothing at all, in any year. */
function isWithoutEffect({ scenario, baseline }: Projection['result']): boolean {
  const same = (name: 'tax' | 'landArea' | 'netFiscal') =>
    scenario[name].every((value, year) => value === baseline[name][year]);
  return same('tax') && same('landArea') && same('netFiscal') && scenario.surcharge.every((value) => value === 0);
}
