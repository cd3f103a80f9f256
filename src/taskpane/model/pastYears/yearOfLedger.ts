import type { Source } from '../reading/source';

/** A year by itself: no part of a longer number, and not that of a document's number, 〔2023〕. */
const YEAR = /(?<![\d〔[［(（])(?:19|20)\d{2}(?!\d)/g;

/**
 * The year that a ledger is of: of its rows where one was chosen; else the one year that stands over its taxes, in its title, on its sheet
 * or in its file's name, in this order, for a 评价 of one year is made of the year's figures before.
 */
export function yearOfLedger(source: Source, file: string): number | undefined {
  const { years, located, contents, pieces } = source;
  if (typeof years?.chosen === 'number') return years.chosen;
  const titles = [...new Set(pieces.map((piece) => piece.located.titleText))].join(' ');
  const places = [located.headers.byField.get('taxPaid')?.header ?? '', titles, contents.sheet.name, file];
  return places.map(onlyYear).find((year) => year !== undefined);
}

function onlyYear(text: string): number | undefined {
  const found = new Set(text.match(YEAR) ?? []);
  const [year] = found;
  return found.size === 1 ? Number(year) : undefined;
}
