import type { Language } from '../language';

/** One message of the pane in Chinese and in English; `{name}` stands for a value. */
export type Entry = readonly [zh: string, en: string];

/** A message without values in one language. */
export function said([zh, en]: Entry, language: Language): string {
  return language === 'en' ? en : zh;
}
