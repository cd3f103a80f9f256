import { describe, expect, it } from 'vitest';
import { unitOfFormat } from '../../../src/engine/quantity/formatUnit';
import { parseUnit } from '../../../src/engine/quantity/index';

describe('the unit that a number format shows', () => {
  it.each([
    ['0.00"亩"', '亩'],
    ['#,##0.00"万元"', '万元'],
    ['#,##0.00\\千\\元', '千元'],
    ['0.00平方米', '㎡'],
    ['General"公顷"', '公顷'],
    ['#,##0.00"元";[Red]-#,##0.00"元"', '元'],
    ['[>=10000]0.00" 万元"', '万元'],
    // What is shown in 万元 or 千元 is kept in 元.
    ['0!.0,"万元"', '元'],
    ['0"."0,"万"', '元'],
    ['0\\.0000"万元"', '元'],
    ['#,##0.0,"千元"', '元'],
  ])('%s: %s', (format, unit) => {
    expect(unitOfFormat(format)?.text).toBe(unit);
  });

  it.each(['General', '0.00', '#,##0', '0.00%', '@', 'yyyy"年"m"月"', '"¥"#,##0.00', '0.00"分"', '0.00_);(0.00)'])(
    'none of land or money in %s',
    (format) => {
      expect(unitOfFormat(format)?.dimension ?? 'other').toBe('other');
    },
  );

  it('is that of the header where a format only shows less of the number', () => {
    expect(unitOfFormat('0!.0,', parseUnit('万元'))?.text).toBe('元');
    expect(unitOfFormat('0!.0,')).toBeUndefined();
    // 0.0001 元 has no name.
    expect(unitOfFormat('0!.0,', parseUnit('元'))).toBeUndefined();
  });
});
