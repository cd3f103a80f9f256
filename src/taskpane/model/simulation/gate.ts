import { definedOnly } from '../../../engine/column/index';
import { parseDay } from '../../../engine/quantity/index';
import type { PolicyPack } from '../../../engine/policy/index';
import { judgeWaiver, type GateReason, waiverBases } from '../../../engine/simulate/index';
import type { Scenario } from '../../state/simulationState';

/** Why the waiver lever is shut before any parcel is looked at, or that it is open. */
export type GateState =
  | { readonly kind: 'open' }
  | { readonly kind: 'needsPlotRatio' }
  | { readonly kind: 'closed'; readonly reason: GateReason };

/** A parcel that meets every condition, so that only the basis can close the gate. */
const PERFECT = { isIndustrialCarrier: 1, useUnchanged: 1, plotRatio: 1, proposedPlotRatio: 2, plannedPlotRatio: 2 };

/** The gate of the waiver lever for a scenario that begins in a year: a basis in force on its first day. */
export function gateState(pack: PolicyPack, { waiver, plotRatio }: Scenario, firstYear: number): GateState {
  const day = parseDay(`${firstYear}-01-01`);
  const basis = waiverBases(pack).find(({ packId }) => packId === waiver.basis);
  if (day === undefined) return { kind: 'closed', reason: 'noBasis' };
  const answer = judgeWaiver({ ...PERFECT, decisionDay: day, ...definedOnly({ basis }) });
  if (!answer.eligible) return { kind: 'closed', reason: answer.reason };
  return plotRatio.on ? { kind: 'open' } : { kind: 'needsPlotRatio' };
}
