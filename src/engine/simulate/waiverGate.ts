import type { Day } from '../quantity/day';

/** The text a waiver rests on, from a policy pack: in force from `from` (inclusive) until `until` (exclusive). */
export interface WaiverBasis {
  readonly packId: string;
  readonly title: string;
  readonly clause: string;
  readonly from?: string;
  readonly until?: string;
  readonly status: 'issued' | 'reported' | 'draft' | 'expired';
}

/** What the gate asks of one parcel. NaN or left out is unknown; yes/no is 1/0. */
export interface GateQuestion {
  readonly isIndustrialCarrier?: number;
  readonly useUnchanged?: number;
  readonly plotRatio?: number;
  readonly proposedPlotRatio?: number;
  readonly plannedPlotRatio?: number;
  /** Underground floor area that would be added, m2. */
  readonly undergroundAreaAdded?: number;
  readonly basis?: WaiverBasis;
  /** The day of the decision; in a scenario, its first day. */
  readonly decisionDay: Day;
}

/** A field of the gate whose value may be missing. */
export type GateField =
  | 'isIndustrialCarrier'
  | 'useUnchanged'
  | 'plotRatio'
  | 'proposedPlotRatio'
  | 'plannedPlotRatio'
  | 'undergroundAreaAdded';

/** Why a waiver is refused. */
export type GateReason =
  | 'notIndustrial'
  | 'useChanged'
  | 'exceedsPlan'
  | 'nothingRises'
  | 'noBasis'
  | 'basisIsDraft'
  | 'basisNotInForce'
  | 'inputUnknown';

/** The gate's answer: open on a named basis, or closed with the reason and the fields that are missing. */
export type GateAnswer =
  | { readonly eligible: true; readonly basis: WaiverBasis }
  | { readonly eligible: false; readonly reason: GateReason; readonly missing: readonly GateField[] };

type Truth = boolean | undefined;

const yes = (value: number | undefined): Truth => (value === 1 ? true : value === 0 ? false : undefined);
const known = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);

function atMost(value: number | undefined, limit: number | undefined): Truth {
  return known(value) && known(limit) ? value <= limit : undefined;
}

function rises({ plotRatio, proposedPlotRatio, undergroundAreaAdded }: GateQuestion): Truth {
  const below = known(undergroundAreaAdded) ? undergroundAreaAdded > 0 : undefined;
  const above = known(plotRatio) && known(proposedPlotRatio) ? proposedPlotRatio > plotRatio : undefined;
  if (below === true || above === true) return true;
  return below === false && above === false ? false : undefined;
}

function missingFields(question: GateQuestion, riseUnknown: boolean): GateField[] {
  const always: GateField[] = ['isIndustrialCarrier', 'useUnchanged', 'proposedPlotRatio', 'plannedPlotRatio'];
  const forRise: GateField[] = riseUnknown ? ['plotRatio', 'undergroundAreaAdded'] : [];
  return [...always, ...forRise].filter((field) => !known(question[field]));
}

/** Why a basis does not carry a waiver on a day, or undefined where it does. */
export function basisRefusal(basis: WaiverBasis | undefined, day: Day): GateReason | undefined {
  if (!basis) return 'noBasis';
  if (basis.status === 'draft') return 'basisIsDraft';
  const inForce = (basis.from ?? day) <= day && (basis.until === undefined || day < basis.until);
  return inForce && (basis.status !== 'expired' || basis.until !== undefined) ? undefined : 'basisNotInForce';
}

/**
 * Whether the added land price may be waived at all (domain/paths.md, Land-price waiver gate; model.md equation 14):
 * existing industrial land, use unchanged, within the plan, something rises, and a basis in force on the day.
 * A condition that fails decides before one that is unknown; anything unknown keeps the gate closed.
 */
export function judgeWaiver(question: GateQuestion): GateAnswer {
  const rise = rises(question);
  const conditions: readonly (readonly [Truth, GateReason])[] = [
    [yes(question.isIndustrialCarrier), 'notIndustrial'],
    [yes(question.useUnchanged), 'useChanged'],
    [atMost(question.proposedPlotRatio, question.plannedPlotRatio), 'exceedsPlan'],
    [rise, 'nothingRises'],
  ];
  const refused =
    conditions.find(([truth]) => truth === false)?.[1] ?? basisRefusal(question.basis, question.decisionDay);
  if (refused) return { eligible: false, reason: refused, missing: [] };
  if (conditions.some(([truth]) => truth === undefined) || !question.basis) {
    return { eligible: false, reason: 'inputUnknown', missing: missingFields(question, rise === undefined) };
  }
  return { eligible: true, basis: question.basis };
}
