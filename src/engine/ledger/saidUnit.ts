import { parseUnit, type Unit } from '../quantity/unit';
import type { Field } from './field';
import { isOwnField, unitOfOwnField } from './ownField';
import { dimensionOf } from './readColumn';
import { looksLikeUnit, scaleBetween } from './unitScale';

/** What stands behind a column's name: whether it is a unit, whether the field can be in it, and what its numbers are brought by. */
export interface SaidUnit {
  readonly isUnit: boolean;
  readonly fits: boolean;
  readonly unit?: Unit;
}

const NOTHING: SaidUnit = { isUnit: false, fits: true };

/** Reads what stands behind a name: (元/千瓦时), /万元, %. Without a field it is only told whether that is a unit. */
export function saidUnit(behind: string, field?: Field): SaidUnit {
  const told = textsIn(behind).find((text) => parseUnit(text) !== undefined || looksLikeUnit(text));
  if (told === undefined) return NOTHING;
  if (!field) return { isUnit: true, fits: true };
  if (field.kind === 'number') return inOwnUnit(told, isOwnField(field.id) ? unitOfOwnField(field.id) : '');
  const unit = parseUnit(told);
  const dimension = dimensionOf(field);
  if (dimension === undefined) return { isUnit: true, fits: true };
  const fits = field.kind === 'percent' ? unit?.text === '%' : unit?.dimension === dimension;
  return { isUnit: true, fits, ...(fits && unit ? { unit } : {}) };
}

/** A number that is no land and no money is in the unit that the policy says; where it says none, as it stands. */
function inOwnUnit(told: string, own: string): SaidUnit {
  const times = own === '' ? 1 : scaleBetween(told, own);
  if (times === undefined) return { isUnit: true, fits: false };
  if (times === 1) return { isUnit: true, fits: true };
  const [by, over] = times > 1 ? [times, 1] : [1, Math.round(1 / times)];
  return { isUnit: true, fits: true, unit: { text: told, dimension: 'other', times: by, over } };
}

/** The texts in brackets, or behind a mark, each also by its parts: (单位:万元), (2023年,吨). */
function textsIn(behind: string): string[] {
  const brackets = [...behind.matchAll(/[(]([^()]+)[)]/g)].map(([, text = '']) => text);
  const bare = behind.replace(/[(][^()]*[)]/g, '').replace(/^[/:,、;—-]/, '');
  return [...brackets, bare]
    .flatMap((text) => [text, ...text.split(/[,、;:]/)])
    .map((text) => text.replace(/^单位:?/, ''))
    .filter((text) => text !== '');
}
