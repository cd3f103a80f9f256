import type { PaneText } from '../../../text/pane';

/** What a typed number must keep to, both ends included. */
export interface AllowedRange {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
}

/** Tells why a number is not taken, or undefined where it is. */
export function rangeRule(
  t: PaneText,
  { min, max, whole = false }: AllowedRange,
): (value: number) => string | undefined {
  return (value) => {
    if (value >= min && value <= max && (!whole || Number.isInteger(value))) return undefined;
    const range = t('assumptionRange', { min: String(min), max: String(max) });
    return whole ? `${range}，${t('assumptionWhole')}` : range;
  };
}
