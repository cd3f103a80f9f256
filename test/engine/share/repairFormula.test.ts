import { describe, expect, it } from 'vitest';
import { repairFormula } from '../../../src/engine/share/repairFormula';

const NAMES = ['MUJUN_TIER', 'MUJUN_TIER_WHY', 'RENEWAL_PATH'];

describe('a formula of ours that another program spelled', () => {
  it.each([
    ['=_xldudf_MUJUN_TIER(A1,B1,"嵊州2021")', '=MUJUN_TIER(A1,B1,"嵊州2021")'],
    ['=_xlfn._xludf.MUJUN_TIER(A1,B1)', '=MUJUN_TIER(A1,B1)'],
    ['=_xlfn._xlws.RENEWAL_PATH(A1:B1,A2:B9)', '=RENEWAL_PATH(A1:B1,A2:B9)'],
    ['=mujun_tier(A1,B1)', '=MUJUN_TIER(A1,B1)'],
    ['=Mujun_Tier_Why (A1,B1)', '=MUJUN_TIER_WHY (A1,B1)'],
    ['=@MUJUN_TIER(A1,B1)', '=MUJUN_TIER(A1,B1)'],
    [
      '=IF(A1="","",_xldudf_mujun_tier(A1,B1)&_XLDUDF_RENEWAL_PATH(C1))',
      '=IF(A1="","",MUJUN_TIER(A1,B1)&RENEWAL_PATH(C1))',
    ],
    ['="写作 =mujun_tier(A1)"&MUJUN_TIER(A1,B1)', '="写作 =mujun_tier(A1)"&MUJUN_TIER(A1,B1)'],
  ])('%s', (spelled, mended) => {
    expect(repairFormula(spelled, NAMES)).toBe(mended);
  });

  it.each(['=SUM(A1)', '="mujun_tier(A1)"', "='mujun_tier('!A1", '=MY_MUJUN_TIER(A1)', '=MUJUN_TIER+1'])(
    '%s is none',
    (formula) => {
      expect(repairFormula(formula, NAMES)).toBeUndefined();
    },
  );
});
