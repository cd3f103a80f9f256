// Made once: a formatter made anew for every number took seconds over 20,000 rows.
const TWO = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const UP_TO_TWO = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** A number with two decimals, thousands separated: 1,234.50. */
export function twoDecimals(value: number): string {
  return isUsual(value) ? inHundredths(String(value)) : TWO.format(value);
}

/** The same with no more decimals than it needs: 1,234.5. */
export function upToTwoDecimals(value: number): string {
  return isUsual(value) ? inHundredths(String(value)).replace(/\.?0+$/, '') : UP_TO_TWO.format(value);
}

/** Where its digits are written out, and what the formatter makes of them takes a tenth of its time. */
function isUsual(value: number): boolean {
  return value >= 1e-6 && value < 999_999;
}

/** Digits cut behind the second decimal, and one more where the third is a 5 or above: the formatter goes by the shortest digits too. */
function inHundredths(text: string): string {
  const [whole = '', rest = ''] = text.split('.');
  const cut = Number(whole + rest.slice(0, 2).padEnd(2, '0'));
  const hundredths = String(rest.charAt(2) >= '5' ? cut + 1 : cut).padStart(3, '0');
  const units = hundredths.slice(0, -2);
  const grouped = units.length > 3 ? `${units.slice(0, -3)},${units.slice(-3)}` : units;
  return `${grouped}.${hundredths.slice(-2)}`;
}
