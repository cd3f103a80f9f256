import {
  fieldOf,
  parseUnit,
  readNumber,
  withMapping,
  withUnitNotes,
  type ColumnChoice,
  type ColumnMatch,
  type HeaderMatch,
} from '../../engine/index';
import { hiddenColumns, type Source } from './source';

/** What a person has said of the columns, by position in the table. */
export type Choices = ReadonlyMap<number, ColumnChoice>;

/** A unit that no header and no line on the sheet gives: taken from the size of the numbers until a person has said. */
export interface UnitGuess {
  readonly field: 'landArea' | 'taxPaid';
  readonly match: ColumnMatch;
  readonly median: number;
  /** Likeliest first. */
  readonly units: readonly string[];
}

/** The columns as understood: by their headers, by the unit line, by a person's word, and with what is only guessed. */
export interface Mapping {
  readonly headers: HeaderMatch;
  readonly guesses: readonly UnitGuess[];
  /** Hidden columns that would have been used; they take no part until a person says so (domain/ledgers.md, quirk 12). */
  readonly hidden: readonly ColumnMatch[];
}

/** Understands the columns of a table with a person's choices laid over. */
export function mappingOf(source: Source, choices: Choices): Mapping {
  const noted = withUnitNotes(source.located.headers, source.located.unitNotes);
  const hidden = hiddenMatches(source, noted, choices);
  const left = new Map<number, ColumnChoice>(hidden.map((match) => [match.column, { field: null }]));
  const said = withMapping(noted, new Map([...left, ...choices]));
  const guesses = unitGuesses(source, said);
  const guessed = new Map<number, ColumnChoice>();
  for (const { match, units } of guesses) {
    const unit = parseUnit(units[0] ?? '');
    if (unit && (unit.times !== 1 || unit.over !== 1)) guessed.set(match.column, { unit });
  }
  const headers = guessed.size === 0 ? said : { ...withMapping(said, guessed), doubts: said.doubts };
  return { headers, guesses, hidden };
}

function hiddenMatches(source: Source, headers: HeaderMatch, choices: Choices): ColumnMatch[] {
  const hidden = hiddenColumns(source);
  return [...headers.byField.values()].filter(({ column }) => hidden.has(column) && !choices.has(column));
}

function unitGuesses(source: Source, headers: HeaderMatch): UnitGuess[] {
  const area = guessOf(source, headers, 'landArea');
  const tax = guessOf(source, headers, 'taxPaid');
  return [area, tax].filter((guess) => guess !== undefined);
}

function guessOf(source: Source, headers: HeaderMatch, field: UnitGuess['field']): UnitGuess | undefined {
  const match = headers.byField.get(field);
  if (!match || match.unit) return undefined;
  const median = medianOf(source, match.column);
  const units = field === 'landArea' ? areaUnits(median) : taxUnits(median);
  return { field, match, median, units };
}

/** A median above 2,000 is no area of a parcel in 亩 (domain/ledgers.md, quirk 3). */
function areaUnits(median: number): string[] {
  if (median > 2000) return ['平方米', '亩'];
  return median < 0.5 ? ['公顷', '亩'] : ['亩', '平方米', '公顷'];
}

/** Enterprises pay tens to thousands of 万元; the same in 元 is above 100,000, in 亿元 below 0.5. */
function taxUnits(median: number): string[] {
  if (median > 100_000) return ['元', '万元'];
  return median < 0.5 ? ['亿元', '万元'] : ['万元', '元'];
}

function medianOf({ rows }: Source, column: number): number {
  const numbers = rows
    .map((row) => readNumber(row[column]))
    .map((reading) => (reading.kind === 'value' ? reading.value : 0))
    .filter((value) => value > 0)
    .toSorted((a, b) => a - b);
  return numbers[Math.floor(numbers.length / 2)] ?? NaN;
}

/** The key under which choices for a table with these headers are kept in the workbook (FNV-1a over the header texts). */
export function mappingKey(source: Source): string {
  let hash = 0x811c9dc5;
  for (const character of source.headers.flat().join('\u0001')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return `mujun.columns.${(hash >>> 0).toString(16)}`;
}

interface StoredChoice {
  readonly column: number;
  readonly field?: string | null;
  readonly unit?: string;
}

/** Choices as the workbook keeps them. */
export function storedChoices(choices: Choices): readonly StoredChoice[] {
  return [...choices].map(([column, { field, unit }]) => ({
    column,
    ...(field === undefined ? {} : { field }),
    ...(unit === undefined ? {} : { unit: unit.text }),
  }));
}

/** Reads what a workbook kept; anything that is not a choice of ours is left out, for anybody may have written it. */
export function readChoices(stored: unknown, columns: number): Choices {
  const entries = Array.isArray(stored) ? stored.slice(0, columns) : [];
  const choices = entries.map((entry) => readChoice(entry as Partial<StoredChoice> | null, columns));
  return new Map(choices.filter((choice) => choice !== undefined));
}

function readChoice(entry: Partial<StoredChoice> | null, columns: number): [number, ColumnChoice] | undefined {
  const column = entry?.column;
  if (!entry || typeof column !== 'number' || !Number.isInteger(column) || column < 0 || column >= columns) {
    return undefined;
  }
  const field = knownField(entry.field);
  const unit = typeof entry.unit === 'string' ? parseUnit(entry.unit) : undefined;
  if (field === undefined && !unit) return undefined;
  return [column, { ...(field === undefined ? {} : { field }), ...(unit ? { unit } : {}) }];
}

function knownField(field: unknown): string | null | undefined {
  if (field === null) return null;
  if (typeof field !== 'string') return undefined;
  try {
    return fieldOf(field).id;
  } catch {
    return undefined;
  }
}
