import type { ColumnChoice, HeaderMatch } from '../../../engine/ledger/index';
import { YEAR_FIELDS } from '../../../engine/years/index';
import type { ReadingChoice } from '../reading/book';
import type { Choices } from '../reading/mapping';
import type { Source } from '../reading/source';

/** Another year that stands in a ledger, and what is said of its rows and columns to have that year's figures. */
export interface OtherYear {
  readonly year: number;
  readonly said: ReadingChoice;
  readonly choices: Choices;
}

/** The years of a ledger beside the one that counts: of rows of their own, or of columns of their own (2022年税收 beside 2023年税收). */
export function otherYears(source: Source, { byField }: HeaderMatch, choices: Choices): readonly OtherYear[] {
  const { years, located } = source;
  if (typeof years?.chosen !== 'number') return yearsOfColumns(located.paths, byField, choices);
  const others = years.years.filter((year) => year !== years.chosen);
  return others.map((year) => ({ year, said: { year }, choices }));
}

const YEAR = /(?:19|20)\d{2}/g;

/** A column of another year is named as that of this one but for the year; what has none of its own is not known of that year. */
function yearsOfColumns(
  paths: readonly (readonly string[])[],
  byField: HeaderMatch['byField'],
  choices: Choices,
): OtherYear[] {
  const names = paths.map((path) => path.join('/').replace(/\s/g, ''));
  const tax = byField.get('taxPaid')?.column ?? -1;
  const [now, more] = new Set(names[tax]?.match(YEAR));
  if (now === undefined || more !== undefined) return [];
  const dated = YEAR_FIELDS.flatMap((field) => byField.get(field) ?? []).filter(({ column }) =>
    names[column]?.includes(now),
  );
  const columnOf = (column: number, year: string) => names.indexOf(names[column]?.replaceAll(now, year) ?? '');
  const years = new Set(names.flatMap((name) => name.match(YEAR) ?? []).filter((year) => year !== now));
  return [...years]
    .filter((year) => columnOf(tax, year) >= 0)
    .map((year) => ({
      ...{ year: Number(year), said: {} },
      choices: new Map<number, ColumnChoice>([
        ...choices,
        ...dated.map(({ column }) => [column, { field: null }] as const),
        ...dated.flatMap(({ column, field }) => {
          const other = columnOf(column, year);
          return other < 0 ? [] : [[other, { field: field.id }] as const];
        }),
      ]),
    }));
}
