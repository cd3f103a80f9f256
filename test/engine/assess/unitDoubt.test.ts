import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitDoubt } from '../../../src/engine/assess/unitDoubt';
import { mujunTier } from '../../../src/functions/mujunTier';
import { mujunTierWhy } from '../../../src/functions/mujunTierWhy';

const POLICY = '嵊州2021';
const perMu = fc.double({ min: 1, max: 30, noNaN: true });
const area = fc.double({ min: 5, max: 200, noNaN: true });

describe('units that only a slip explains', () => {
  it('usual figures are not doubted, and 元 for 万元 is told whatever the land', () => {
    fc.assert(
      fc.property(perMu, area, (yields, land) => {
        expect(unitDoubt(yields * land, land)).toBeUndefined();
        expect(unitDoubt(yields * land * 10_000, land)).toEqual({ tax: '元' });
      }),
    );
  });

  it('what is proposed brings the 亩均 back to where land lies, and is never proposed where nothing is odd', () => {
    const any = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
    const factor = { 元: 1e-4, 公顷: 15, 平方米: 3 / 2000 } as const;
    fc.assert(
      fc.property(any, any, (tax, land) => {
        const doubt = unitDoubt(tax, land);
        if (!doubt) return;
        const wan = tax * (doubt.tax ? factor[doubt.tax] : 1);
        const mu = land * (doubt.area ? factor[doubt.area] : 1);
        expect(wan / mu).toBeGreaterThanOrEqual(0.3);
        expect(wan / mu).toBeLessThanOrEqual(100);
        expect(tax / land > 1000 || (land > 1500 && tax / land < 0.05)).toBe(true);
      }),
    );
  });

  it('the answer of MUJUN_TIER stays, its WHY says what it may be', () => {
    expect(mujunTier.answer([[414500]], [[0.7093]], POLICY)).toEqual([['不纳入']]);
    const [[reason] = []] = mujunTierWhy.answer([[414500]], [[0.7093]], POLICY);
    expect(reason).toContain('疑为单位不符：税收像是元、面积像是公顷，可改为 税收÷10000、面积×15。');
    const [[usual] = []] = mujunTierWhy.answer([[41.45]], [[10.64]], POLICY);
    expect(usual).not.toContain('疑为');
  });

  it('one cell in ㎡ among others is told by its neighbours', () => {
    const lands = [21.4, 18.2, 15.9, 12_133.9, 24.1];
    const why = mujunTierWhy.answer(
      lands.map((_, at) => [80 + at * 17.3]),
      lands.map((land) => [land]),
      POLICY,
    );
    expect(why.map(([reason]) => String(reason).includes('疑为单位不符'))).toEqual([false, false, false, true, false]);
    expect(why[3]?.[0]).toContain('面积像是平方米，可改为 面积×3÷2000');
  });
});
