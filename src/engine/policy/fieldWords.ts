import { CHOICES } from '../ledger/choices';
import { fieldOf } from '../ledger/fields';
import type { PackField } from './pack';

/** The reading every pack may use in its rules besides its own fields: ROUND(税收/面积, 9) in 万元/亩. */
export const TAX_PER_MU = '亩均税收';
/** A yes/no field's words in rules. */
export const YES_NO: readonly string[] = ['是', '否'];

/** The words of a ledger's field as a rule writes them; undefined for a field of numbers or of free text. */
export function wordsOf(fieldId: string): readonly string[] | undefined {
  const { kind } = fieldOf(fieldId);
  if (kind === 'yesNo') return YES_NO;
  return kind === 'choice' ? CHOICES[fieldId]?.words : undefined;
}

/** The words of a pack's field: its own, else the ledger field's. */
export function wordsOfField({ field, words }: Pick<PackField, 'field' | 'words'>): readonly string[] | undefined {
  return words ? Object.keys(words) : wordsOf(field);
}

/** Whether a pack's field holds days. */
export function isDayField({ field, words }: Pick<PackField, 'field' | 'words'>): boolean {
  return !words && fieldOf(field).kind === 'date';
}
