import { type Eligible, isShare, type Lever, type Need } from './lever';

/** Plot ratios of a park as a whole (园区统筹平衡): parcels may pass their own limit while the park keeps these. */
export interface ParkBalance {
  /** Greatest plot ratio of the whole park. */
  readonly plotRatio: number;
  /** Least share of green over the whole park, 0..1; a park below it is not balanced. */
  readonly greenRatio: number;
}

/** Raises the plot ratio of the eligible parcels, to a target or by a factor, within the plan. */
export interface PlotRatioLever {
  readonly target?: number;
  /** Instead of a target: times the parcel's own. */
  readonly factor?: number;
  readonly eligible?: Eligible;
  readonly parkBalance?: ParkBalance;
  /** Share of the new floors for compatible uses, as far as industrial floors keep `leastIndustrialShare` of the parcel. */
  readonly mixedShare?: number;
  /** 0.51 in Jiaxing (JX-06). */
  readonly leastIndustrialShare?: number;
}

function needsOf({ parkBalance, mixedShare = 0 }: PlotRatioLever): Need[] {
  const needs: Need[] = [['plotRatio', 'floorArea']];
  if (parkBalance) needs.push(['park']);
  if (parkBalance && parkBalance.greenRatio > 0) needs.push(['greenRatio']);
  if (mixedShare > 0) needs.push(['industrialFloorArea']);
  return needs;
}

const isBalance = ({ plotRatio, greenRatio }: ParkBalance) => plotRatio > 0 && plotRatio <= 20 && isShare(greenRatio);

/** 提高容积率; its plan is `densify`, within `parkBalance`. */
export const PLOT_RATIO: Lever<PlotRatioLever, 'plotRatioTarget' | 'plotRatioFactor' | 'parkBalance' | 'mixedShare'> = {
  start: { target: 1 },
  needs: needsOf,
  check: ({ target, factor, parkBalance, mixedShare = 0, leastIndustrialShare = 0 }) => [
    [factor !== undefined || (target !== undefined && target > 0 && target <= 20), 'plotRatioTarget'],
    [factor === undefined || (factor >= 1 && factor <= 20), 'plotRatioFactor'],
    [!parkBalance || isBalance(parkBalance), 'parkBalance'],
    [isShare(mixedShare) && isShare(leastIndustrialShare), 'mixedShare'],
  ],
  masks: ({ eligible }) => [eligible],
};

/** The plot ratio a lever asks of a parcel. */
export function wantedRatio({ target, factor }: PlotRatioLever, current: number): number {
  return factor === undefined ? (target ?? NaN) : current * factor;
}
