import type { Cell, Rows } from '../cell';
import { isBlank } from '../cell';
import { profileOf, type Profile } from '../columns/profile';
import type { ColumnMatch, HeaderMatch } from '../matchHeaders';
import { LOOKED_AT } from '../sheet/bounds';
import { HEADING } from '../words/kinds';

/** What rows are looked at by: the columns that say who or what a row is, and those that are summed. */
export interface Look {
  readonly headers: HeaderMatch;
  readonly nothing: (cell: Cell) => boolean;
  readonly name?: number;
  readonly sequence?: number;
  /** The list is numbered in digits, so that 一 is the number of a group. */
  readonly countsInDigits: boolean;
  readonly code?: number;
  readonly town?: number;
  /** Columns in which a row says what it is, the likeliest first. */
  readonly labels: readonly number[];
  /** Credit and parcel codes: a row that has one is an enterprise's. */
  readonly keys: readonly number[];
  /** Columns of amounts that totals add up, tax and land first. */
  readonly summed: readonly Summed[];
  /** Columns that hold numbers in nearly every row. */
  readonly numeric: readonly number[];
  /** Columns of words that nearly every row has, besides names and townships. */
  readonly usual: readonly number[];
}

export interface Summed {
  readonly column: number;
  /** How far a figure may be from what it stands for by the places that it is written with. */
  readonly rounding: number;
  readonly match?: ColumnMatch;
}

const LABELS = ['sequence', 'enterprise', 'township', 'park', 'cluster', 'parcelId', 'village'] as const;
const SUMS: readonly string[] = ['area', 'floor', 'money'];
const COUNTS: readonly string[] = ['staff', 'electricity', 'energy', 'water', 'emission'];
const MOST_SUMMED = 5;
const LEFTMOST = [0, 1, 2];

/** Looks over a table's columns and a sample of its rows. */
export function lookAt(rows: Rows, headers: HeaderMatch, zeroIsBlank: boolean): Look {
  const at = (id: string) =>
    headers.byField.get(id)?.column ?? headers.doubts.find(({ field }) => field.id === id)?.columns[0]?.column;
  const step = Math.max(1, Math.floor(rows.length / LOOKED_AT.rows));
  const sample = Array.from({ length: Math.ceil(rows.length / step) }, (_, at) => rows[at * step] ?? []);
  const profiles = headers.texts.map((_, column) =>
    profileOf(
      sample.map((row) => row[column]),
      zeroIsBlank,
    ),
  );
  const sequence =
    at('sequence') ?? profiles.findIndex((profile, column) => column < 2 && isList(profile, headers, column));
  const [name, code, town] = ['enterprise', 'creditCode', 'township'].map(at);
  const named = LABELS.map(at).filter((column) => column !== undefined);
  const labels = [...new Set([...named, ...LEFTMOST])].filter((column) => column < headers.texts.length);
  return {
    headers,
    nothing: (cell) => isBlank(cell) || (zeroIsBlank && cell === 0),
    ...(name === undefined ? {} : { name }),
    ...(sequence < 0 ? {} : { sequence }),
    countsInDigits: (profiles[sequence]?.numbers ?? 0) > (profiles[sequence]?.texts ?? 0),
    ...(code === undefined ? {} : { code }),
    ...(town === undefined ? {} : { town }),
    labels,
    keys: [code, at('parcelId')].filter((column) => column !== undefined),
    summed: summedColumns(headers, profiles),
    numeric: columnsWhere(profiles, ({ numbers, texts }) => numbers >= 3 && texts <= numbers * 0.25),
    usual: columnsWhere(profiles, ({ texts, filled }) => texts > 0 && filled >= sample.length * 0.7).filter(
      (column) => column !== name && column !== town,
    ),
  };
}

/** 1, 2, 3: a row's number in its list. */
export function isListNumber(cell: Cell): boolean {
  // Beyond it a number is written with an exponent.
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 && cell < 1e21;
  return /^\d+$/.test(String(cell ?? '').trim());
}

/** 1, 2, 3 … in a column that nothing is said of, or that only a heading over several stands above. */
function isList({ isSequence }: Profile, { columns, texts }: HeaderMatch, column: number): boolean {
  const text = texts[column] ?? '';
  return isSequence && columns[column] === undefined && (text === '' || HEADING.test(text));
}

function columnsWhere(profiles: readonly Profile[], fits: (profile: Profile) => boolean): number[] {
  return profiles.flatMap((profile, column) => (fits(profile) ? [column] : []));
}

/** Land and tax first; a formula's ranges may hold nothing else. */
function summedColumns({ columns, byField, apart, doubts }: HeaderMatch, profiles: readonly Profile[]): Summed[] {
  const first = ['landArea', 'taxPaid'].map((id) => byField.get(id)).filter((match) => match !== undefined);
  const open = doubts.flatMap((doubt) => (SUMS.includes(doubt.field.kind) ? doubt.columns : []));
  const isSum = ({ field }: ColumnMatch) => SUMS.includes(field.kind) || COUNTS.includes(field.id);
  const others = columns.filter((match) => match !== undefined).filter(isSum);
  const set = new Map<number, Omit<Summed, 'rounding'>>();
  for (const match of [...first, ...open, ...others]) {
    for (const { column } of [match, ...(match.plus ?? [])]) {
      if (!set.has(column)) set.set(column, column === match.column ? { column, match } : { column });
    }
  }
  for (const [column, kind] of apart) if (kind !== 'rate' && !set.has(column)) set.set(column, { column });
  const isUsed = ({ column }: { readonly column: number }) => {
    const profile = profiles[column];
    return profile !== undefined && profile.numbers >= 1 && !profile.isSequence && profile.codes === 0;
  };
  const used = [...set.values()].filter(isUsed).slice(0, MOST_SUMMED);
  return used.map((summed) => ({ ...summed, rounding: roundingIn(profiles[summed.column]) }));
}

/** Two places are usual. Small figures (0.0139 亿元) have more, and would all be each other's sums within two. */
const TWO_PLACES = 0.0051;
const MOST_PLACES = 6;

function roundingIn(profile: Profile | undefined): number {
  if (!profile || !(profile.median < 1)) return TWO_PLACES;
  const isWritten = (places: number) =>
    profile.values.every(
      (value) => Number.isNaN(value) || Math.abs(value * 10 ** places - Math.round(value * 10 ** places)) < 1e-6,
    );
  let places = 2;
  while (places < MOST_PLACES && !isWritten(places)) places++;
  return 0.51 * 10 ** -places;
}
