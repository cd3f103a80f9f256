/** What an Excel is and can do; nothing of what is in its workbook. */
export interface ExcelEnvironment {
  readonly host: string;
  readonly platform: string;
  readonly version: string;
  readonly displayLanguage: string;
  readonly contentLanguage: string;
  /** The newest version of each requirement set that it claims, '' where it claims none. */
  readonly sets: Readonly<Record<string, string>>;
  /** Where office.js came from. */
  readonly script: string;
  /** What office.js calls its own version, '' where it does not say. */
  readonly scriptVersion: string;
  /** How long it took to ask for next to nothing, in milliseconds; undefined where Excel did not answer. */
  readonly syncs: readonly number[] | undefined;
}
