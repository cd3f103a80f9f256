/** The languages of the interface. What documents say (tiers, paths, clauses) is Chinese in both. */
export type Language = 'zh-CN' | 'en';

/** The interface language for Office's display language: English where Office is English, Chinese everywhere else. */
export function languageOf(displayLanguage: string | undefined): Language {
  return displayLanguage?.toLowerCase().startsWith('en') === true ? 'en' : 'zh-CN';
}
