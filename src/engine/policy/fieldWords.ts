import { ALL_OTHERS, askedFieldId } from '../ledger/askedField';
import { isMissingMark } from '../ledger/cell';
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

/** What tells the words of a pack's field. */
type Worded = Pick<PackField, 'field' | 'words'> & { readonly derive?: PackField['derive'] | undefined };

/**
 * The words of a pack's field: its own and the ledger field's; its own alone where they take whatever the others do not name.
 */
export function wordsOfField({ field, words, derive }: Worded): readonly string[] | undefined {
  if (derive === 'isBlank') return YES_NO;
  const known = wordsOf(field);
  if (!words) return known;
  const isAll = Object.values(words).some((texts) => texts.includes(ALL_OTHERS));
  return [...new Set([...Object.keys(words), ...(isAll ? [] : (known ?? []))])];
}

/** What a pack asks of its field besides the plain reading: by what else it is called, and the texts for which it has words. */
export function askedOf({ field, words, synonyms }: Pick<PackField, 'field' | 'words' | 'synonyms'>): string[] {
  const texts = Object.entries(words ?? {}).flat(2);
  const isRead = wordsOf(field) !== undefined || texts.some(isMissingMark);
  return [
    ...(synonyms ? [askedFieldId({ kind: 'called', field, texts: synonyms })] : []),
    ...(words && isRead ? [askedFieldId({ kind: 'written', field, texts })] : []),
  ];
}

/** Whether a pack's field holds days. */
export function isDayField({ field, words, derive }: Worded): boolean {
  return !words && derive !== 'isBlank' && fieldOf(field).kind === 'date';
}
