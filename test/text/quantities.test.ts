import { expect, it } from 'vitest';
import { muText, rangeText, wanYuanText } from '../../src/text/quantities';

it('a range is one number where both ends read the same, and no dash meets a minus sign', () => {
  expect(rangeText(muText(5140.61), muText(5140.64))).toBe('5,140.6');
  expect(rangeText(wanYuanText(569_619), wanYuanText(631_989))).toBe('569,619—631,989');
  expect(rangeText(wanYuanText(-205_168), wanYuanText(-22_767))).toBe('-205,168 至 -22,767');
  expect(rangeText(wanYuanText(-5), wanYuanText(7))).toBe('-5 至 7');
  expect(rangeText(wanYuanText(NaN), wanYuanText(NaN))).toBe('—');
});
