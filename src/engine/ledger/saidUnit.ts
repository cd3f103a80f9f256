import { parseUnit } from '../quantity/unit';
import { looksLikeUnit } from '../quantity/unitScale';
import type { Field } from './field';
import { numberUnit, type NumberUnit } from './numberUnit';
import { isShareUnit } from './percent';
import { dimensionOf } from './readColumn';

/** What stands behind a column's name: whether it is a unit, whether the field can be in it, and what its numbers are brought by. */
export interface SaidUnit extends NumberUnit {
  readonly isUnit: boolean;
}

const NOTHING: SaidUnit = { isUnit: false, fits: true };

/** Reads what stands behind a name: (元/千瓦时), /万元, %. Without a field it is only told whether that is a unit. */
export function saidUnit(behind: string, field?: Field): SaidUnit {
  const told = textsIn(behind).find((text) => parseUnit(text) !== undefined || looksLikeUnit(text));
  if (told === undefined) return NOTHING;
  if (!field) return { isUnit: true, fits: true };
  if (field.kind === 'number') return { isUnit: true, ...numberUnit(field, told) };
  const unit = parseUnit(told);
  const dimension = dimensionOf(field);
  if (dimension === undefined) return { isUnit: true, fits: true };
  const fits = field.kind === 'percent' ? isShareUnit(unit) : unit?.dimension === dimension;
  return { isUnit: true, fits, ...(fits && unit ? { unit } : {}) };
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
