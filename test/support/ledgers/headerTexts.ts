import texts from './headerTexts.json';

/** A text that stands over columns in public, what it means there (`other`: none of the figures that are judged), and where it is from. */
export interface HeaderText {
  readonly text: string;
  readonly means: string;
  readonly from: string;
}

/** The dictionary. */
export const HEADER_TEXTS: readonly HeaderText[] = texts;

/** The texts of a field that name no unit: a ledger says its units itself. */
export function textsMeaning(field: string): string[] {
  return HEADER_TEXTS.filter(({ text, means }) => means === field && !/[（(]/.test(text)).map(({ text }) => text);
}
