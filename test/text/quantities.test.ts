import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signed } from '../../src/taskpane/model/simulation/swingBars';
import { muText, percentText, perMuText, rangeText, wanYuanText } from '../../src/text/quantities';

const TEXTS = [muText, wanYuanText, perMuText, percentText];

it('what is shown as nothing has no sign, what is less has the sign that a cell has, and a difference that is more a plus', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), fc.double({ min: -2, max: 2, noNaN: true }), (format, value) => {
      const [text, difference] = [format(value), signed(value, format)];
      expect(text).toMatch(/^-?[\d,]+(?:\.\d+)?%?$/);
      expect(text.startsWith('-')).toBe(value < 0 && /[1-9]/.test(text));
      expect(difference).toBe(value > 0 && /[1-9]/.test(text) ? `+${text}` : text);
    }),
    {
      examples: [
        [muText, -0.04],
        [percentText, -0.0001],
        [wanYuanText, -0],
        [perMuText, 0.001],
      ],
    },
  );
});

it('a range is one number where both ends read the same, and no dash meets a minus sign', () => {
  expect(rangeText(muText(5140.61), muText(5140.64))).toBe('5,140.6');
  expect(rangeText(wanYuanText(569_619), wanYuanText(631_989))).toBe('569,619—631,989');
  expect(rangeText(wanYuanText(-205_168), wanYuanText(-22_767))).toBe('-205,168 至 -22,767');
  expect(rangeText(wanYuanText(-5), wanYuanText(7))).toBe('-5 至 7');
  expect(rangeText(wanYuanText(NaN), wanYuanText(NaN))).toBe('—');
});
