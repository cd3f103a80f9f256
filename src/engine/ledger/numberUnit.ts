import type { Unit } from '../quantity/unit';
import { scaleBetween } from '../quantity/unitScale';
import type { Field } from './field';
import { isOwnField, unitOfOwnField } from './ownField';

/** What a header's unit makes of a number's column: whether its figures can be in it, and what they are brought by. */
export interface NumberUnit {
  readonly fits: boolean;
  readonly unit?: Unit;
}

/** What figures are in where nothing says otherwise. */
const USUAL: Readonly<Record<string, string>> = {
  energy: '吨标煤',
  valueAddedPerTce: '万元/吨标煤',
  labourProductivity: '万元/人',
  valueAddedPerEmission: '万元/吨',
  staff: '人',
  electricity: '千瓦时',
  water: '吨',
};

/** What is metered: single ones and ten thousands are both usual, so that a header has to say which. */
const METERS: Readonly<Record<string, readonly string[]>> = {
  electricity: ['千瓦时', '万千瓦时'],
  water: ['吨', '万吨'],
};

/** The units of which a header without one may mean any; none for a field that is in one alone. */
export function metersOf({ id }: Pick<Field, 'id'>): readonly string[] {
  return METERS[id] ?? [];
}

/** The unit that a field's numbers are brought to; '' where they stay as the ledger has them. */
export function unitOfNumbers({ id }: Pick<Field, 'id'>): string {
  return isOwnField(id) ? unitOfOwnField(id) : (USUAL[id] ?? '');
}

/** A number that is no land and no money is brought to its field's unit; where that has none, it stays as it stands. */
export function numberUnit(field: Pick<Field, 'id' | 'label'>, told: string): NumberUnit {
  const own = unitOfNumbers(field);
  const times = own === '' ? 1 : scaleTowards(told, own, field.label);
  if (times === undefined) return { fits: false };
  if (times === 1) return { fits: true };
  const [by, over] = times > 1 ? [times, 1] : [1, Math.round(1 / times)];
  return { fits: true, unit: { text: told, dimension: 'other', times: by, over } };
}

/** 综合能耗（吨）: what is counted in 吨标煤 is often said so. A cubic metre of water weighs a tonne. */
function scaleTowards(told: string, own: string, label: string): number | undefined {
  const inTonnes = (text: string) => (label.includes('水') ? text.replace(/立方米|m3|m³|方/i, '吨') : text);
  return scaleBetween(told, own) ?? scaleBetween(inTonnes(told), inTonnes(own.replace('标煤', '')));
}
