import { parseUnit } from '../../../engine/quantity/index';
import {
  ambiguities,
  medianOfColumn,
  withMapping,
  withUnitNotes,
  type Ambiguity,
  type ColumnChoice,
  type ColumnMatch,
  type HeaderMatch,
} from '../../../engine/ledger/index';
import { hiddenColumns, type Source } from './source';

/** What a person has said of the columns, by position in the table. */
export type Choices = ReadonlyMap<number, ColumnChoice>;

/** A unit that nothing on the sheet gives, or that the numbers contradict: asked, and guessed until a person has said. */
export interface UnitGuess {
  readonly match: ColumnMatch;
  readonly median: number;
  /** The header names a unit that the numbers hardly fit: it holds until a person has said. */
  readonly named: boolean;
  /** Likeliest first. */
  readonly units: readonly string[];
}

/** The columns as understood: by their headers, by the unit line, by a person's word, and with what is only guessed. */
export interface Mapping {
  readonly headers: HeaderMatch;
  readonly guesses: readonly UnitGuess[];
  /** Headers that may mean several things; the likeliest holds until a person has said. */
  readonly ambiguous: readonly Ambiguity[];
  /** Hidden columns that would have been used; they take no part until a person says so (domain/ledgers.md, quirk 12). */
  readonly hidden: readonly ColumnMatch[];
}

/** Understands the columns of a table with a person's choices laid over. */
export function mappingOf(source: Source, choices: Choices): Mapping {
  const noted = withUnitNotes(source.located.headers, source.located.unitNotes);
  const ambiguous = ambiguities(noted, source.rows).filter(({ column }) => choices.get(column)?.field === undefined);
  const hidden = hiddenMatches(source, noted, choices);
  const own = new Map<number, ColumnChoice>([
    ...ambiguous.flatMap(({ column, fields: [field] }) => (field === undefined ? [] : [[column, { field }] as const])),
    ...hidden.map((match) => [match.column, { field: null }] as const),
  ]);
  const doubts = noted.doubts;
  const said = withMapping(noted, mergedChoices(own, choices));
  const guesses = unitGuesses(source, said, choices);
  const guessed = new Map<number, ColumnChoice>();
  for (const { match, units } of guesses) {
    const unit = parseUnit(units[0] ?? '');
    if (unit && (unit.times !== 1 || unit.over !== 1)) guessed.set(match.column, { unit });
  }
  const open = doubts.filter((doubt) => !doubt.columns.some((match) => choices.has(match.column)));
  const headers = { ...(guessed.size === 0 ? said : withMapping(said, guessed)), doubts: open };
  return { headers, guesses, hidden, ambiguous: ambiguous.filter(({ sure }) => !sure) };
}

/** A person's word on a column goes before ours, part by part. */
function mergedChoices(own: Choices, said: Choices): Choices {
  const merged = new Map(own);
  for (const [column, choice] of said) merged.set(column, { ...merged.get(column), ...choice });
  return merged;
}

/** Personal columns are left out with the rest: a hidden column takes no part until a person says so. */
function hiddenMatches(source: Source, headers: HeaderMatch, choices: Choices): ColumnMatch[] {
  const hidden = hiddenColumns(source);
  return headers.columns.filter(
    (match) => match !== undefined && hidden.has(match.column) && !choices.has(match.column),
  ) as ColumnMatch[];
}

function unitGuesses(source: Source, headers: HeaderMatch, choices: Choices): UnitGuess[] {
  const median = (field: string) => medianOf(source, headers.byField.get(field)?.column);
  const [area, tax, revenue] = [median('landArea'), median('taxPaid'), median('revenue')];
  const options = {
    landArea: areaUnits(area, unitOf(headers, 'landArea')),
    taxPaid: taxUnits(tax, area, unitOf(headers, 'taxPaid')),
    revenue: revenueUnits(revenue, tax, unitOf(headers, 'revenue')),
  };
  return Object.entries(options).flatMap(([field, units]): UnitGuess[] => {
    const match = headers.byField.get(field);
    if (!match || units.length === 0 || choices.get(match.column)?.unit) return [];
    return [{ match, median: median(field), units, named: match.unit !== undefined }];
  });
}

function unitOf(headers: HeaderMatch, field: string): string | undefined {
  return headers.byField.get(field)?.unit?.text;
}

/** A median above 2,000 is no area of a parcel in 亩, even under a header that says so (domain/ledgers.md, quirk 3). */
function areaUnits(median: number, named: string | undefined): string[] {
  if (named !== undefined) return named === '亩' && median > 2000 ? ['亩', '平方米'] : [];
  if (median > 2000) return ['平方米', '亩'];
  return median < 0.5 ? ['公顷', '亩'] : ['亩', '平方米', '公顷'];
}

/** Enterprises on tens of 亩 pay tens to thousands of 万元; the same in 元 is above 100,000, in 亿元 below 5 (quirk 22). */
function taxUnits(median: number, area: number, named: string | undefined): string[] {
  const isSmall = median < 0.5 || (median < 5 && area > 50 && area < 2000);
  if (named !== undefined) {
    if (named !== '万元') return [];
    if (median > 100_000) return ['万元', '元'];
    return isSmall && median < 0.5 && area > 50 && area < 2000 ? ['万元', '亿元'] : [];
  }
  if (median > 100_000) return ['元', '万元'];
  return isSmall ? ['亿元', '万元'] : ['万元', '元'];
}

/** A tax above the revenue it comes from: the revenue is in 亿元 (quirk 22). Otherwise 万元 is not worth a question. */
function revenueUnits(median: number, tax: number, named: string | undefined): string[] {
  return named === undefined && median < tax ? ['亿元', '万元'] : [];
}

function medianOf({ rows }: Source, column: number | undefined): number {
  return column === undefined ? NaN : medianOfColumn(rows, column);
}
