import { roundReading } from '../../quantity/roundReading';

/** Whether enough of a building is industrial, and how much other floor area (㎡) could still be added; negative: is too much. */
export interface MixShare {
  readonly met: boolean;
  readonly share: number;
  readonly room: number;
}

/** 工业建筑面积 ÷ 总建筑面积 against a share that must not be missed (rule JX-06: 不得低于51%), as ROUND(x, 9). */
export function mixShare(industrial: number, total: number, least: number): MixShare {
  const share = industrial / total;
  return { met: roundReading(share) >= least, share, room: industrial / least - total };
}
