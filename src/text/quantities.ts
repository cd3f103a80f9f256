/** A number as the pane shows it; missing is —, never 0, and what is shown as nothing has no minus. */
function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '—';
  const text = value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}

/** Land area in 亩, one decimal. */
export function muText(value: number): string {
  return fixed(value, 1);
}

/** Money in 万元, whole; below 100 with two decimals, for a whole number would say too little. */
export function wanYuanText(value: number): string {
  return fixed(value, Math.abs(value) < 100 && !Number.isInteger(value) ? 2 : 0);
}

/** Projected money per 亩, two decimals everywhere: no line judges it. */
export function projectedPerMuText(value: number): string {
  return fixed(value, 2);
}

/** What is nearer than that many decimals show is the same. */
const FINEST = 6;

/** Two decimals; as many more as tell a value from a line that it is not on (14.999779 is 14.9998 beside 15). */
export function apartText(value: number, line: number): string {
  let decimals = 2;
  while (decimals <= FINEST && fixed(value, decimals) === fixed(line, decimals)) decimals++;
  return fixed(value, decimals > FINEST ? 2 : decimals);
}

/** Money per 亩, apart from the nearest whole number: lines are drawn there (4.996 is not 5.00). */
export function perMuText(value: number): string {
  return apartText(value, Math.round(value));
}

/** From the least to the most, as both are shown: one number where they are the same, a word where a minus would meet the dash. */
export function rangeText(low: string, high: string): string {
  if (low === high) return low;
  return low.startsWith('-') || high.startsWith('-') ? `${low} 至 ${high}` : `${low}—${high}`;
}

/** A share as a percentage with one decimal. */
export function percentText(value: number): string {
  return Number.isFinite(value) ? `${fixed(value * 100, 1)}%` : '—';
}

/** How near a choice is to the best there can be, behind a comma; nothing where that is not known. */
export function nearText(gap: number | undefined): string {
  return gap === undefined || Number.isNaN(gap) ? '' : `，与最优方案差距不超过${gapText(gap)}`;
}

/** A small distance as a percentage with two decimals; below a hundredth of one it says so. */
export function gapText(value: number): string {
  if (!Number.isFinite(value)) return '—';
  return value < 0.0001 ? '0.01%' : `${fixed(Math.ceil(value * 10_000) / 100, 2)}%`;
}
