import { childOf, countOf, type XmlElement } from '../xml/xmlElement';

const TIME = 'h"时"mm"分"';
const LONG_TIME = 'h"时"mm"分"ss"秒"';

/** Formats with a fixed number, as Chinese (simplified) Excel shows them (ISO 29500-1 18.8.30). */
const BUILTIN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;[Red]"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: TIME,
  33: LONG_TIME,
  34: `上午/下午${TIME}`,
  35: `上午/下午${LONG_TIME}`,
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: `上午/下午${TIME}`,
  56: `上午/下午${LONG_TIME}`,
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Numbers that mean the same format in every language of Excel, by format code. */
const UNIVERSAL: ReadonlyMap<string, number> = new Map(
  [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 20, 21, 45, 46, 47, 48, 49].map((id) => [BUILTIN[id] ?? '', id]),
);

/** The format codes of a styles part by number: its own and the built-in ones. */
export function readNumberFormats(styles: XmlElement | undefined): (id: number) => string {
  const own = new Map(
    (childOf(styles, 'numFmts')?.children ?? []).map(({ attributes }) => [
      countOf(attributes, 'numFmtId') ?? -1,
      attributes['formatCode'] ?? 'General',
    ]),
  );
  return (id) => own.get(id) ?? BUILTIN[id] ?? 'General';
}

/** The built-in number of a format code where it is the same in every language. */
export function universalFormat(code: string): number | undefined {
  return UNIVERSAL.get(code);
}
