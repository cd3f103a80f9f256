import { parseUnit, unitOf, type Unit } from './unit';

/** The digits of a format, the commas that each leave out three of them, and what stands behind. */
const PARTS = /^(.*[0#?])(,*)([^0#?]*)$/;
/** 0!.0 and 0"."0 show a point that is none: the digits behind it are whole ones. */
const SHOWN_POINT = /(?:[!\\]\.|"\.")([0#?]+)$/;

/**
 * The unit of a number whose number format shows a unit behind it (0.00"亩", #,##0.00"万元"), or shows less of it than there is:
 * 0!.0, shows a ten-thousandth, so that what is shown in 万元 (by the format, else as `named` by the column) is kept in 元.
 */
export function unitOfFormat(format: string, named?: Unit): Unit | undefined {
  const [first = ''] = format.split(';');
  const plain = first.replace(/\[[^\]]*\]|_./g, '').replace(/^(?:General|G\/通用格式)/i, '0');
  const [, digits = '', commas = '', behind = ''] = PARTS.exec(plain) ?? [];
  const scale = 10 ** (SHOWN_POINT.exec(digits)?.[1]?.length ?? 0) * 1000 ** commas.length;
  const own = parseUnit(behind.replace(/["\\!\s]/g, ''));
  if (scale === 1) return own;
  const shown = own ?? named;
  return shown && unitOf(shown.dimension, shown.times / shown.over / scale);
}
