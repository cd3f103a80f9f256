import type { Unit } from '../quantity/unit';
import { fieldOf, type Field } from './fields';
import type { ColumnMatch, Doubt, HeaderMatch } from './matchHeaders';
import { numberUnit } from './numberUnit';
import { dimensionOf } from './readColumn';
import type { ColumnChoice } from './sheet/unitNotes';

/** Applies a person's corrections by column; a field they named takes that column, whatever matched before. */
export function withMapping(headers: HeaderMatch, choices: ReadonlyMap<number, ColumnChoice>): HeaderMatch {
  const columns = headers.columns.map((match, column) => chosen(match, choices.get(column), column, headers));
  const byField = new Map<string, ColumnMatch>();
  for (const [id, match] of headers.byField) {
    const now = columns[match.column];
    if (now?.field.id === id) byField.set(id, now);
  }
  for (const [column, choice] of choices) {
    const match = columns[column];
    if (match && choice.field) byField.set(match.field.id, match);
  }
  for (const match of columns) if (match && !byField.has(match.field.id)) byField.set(match.field.id, match);
  return { ...headers, columns, byField, doubts: stillOpen(headers.doubts, choices) };
}

/** The doubts that a person has said nothing of: neither of their columns, nor which other column is what they are about. */
export function stillOpen(doubts: readonly Doubt[], choices: ReadonlyMap<number, ColumnChoice>): Doubt[] {
  const named = new Set([...choices.values()].map(({ field }) => field));
  return doubts.filter(
    ({ field, columns }) => !named.has(field.id) && !columns.some(({ column }) => choices.has(column)),
  );
}

/** The same columns without those of some fields: nothing is judged by what is still in doubt. */
export function withoutFields(headers: HeaderMatch, fields: ReadonlySet<string>): HeaderMatch {
  if (fields.size === 0) return headers;
  const held = [...headers.byField.values()].filter(({ field }) => fields.has(field.id));
  const isFirm = (match: ColumnMatch | undefined) => match !== undefined && !fields.has(match.field.id);
  return {
    ...headers,
    columns: headers.columns.map((match) => (isFirm(match) ? match : undefined)),
    byField: new Map([...headers.byField].filter(([id]) => !fields.has(id))),
    // A column that waits for an answer is there: its rows are no blanks that a policy may read as something.
    doubts: [...headers.doubts, ...held.map((match) => ({ field: match.field, columns: [match] }))],
  };
}

function chosen(
  match: ColumnMatch | undefined,
  choice: ColumnChoice | undefined,
  column: number,
  headers: HeaderMatch,
): ColumnMatch | undefined {
  if (!choice) return match;
  if (choice.field === null) return undefined;
  const field = choice.field === undefined ? match?.field : fieldOf(choice.field);
  if (!field) return match;
  const unit = choice.unit ?? match?.unit ?? fittingUnit(headers.units[column], field);
  return {
    column,
    header: match?.header ?? headers.texts[column] ?? '',
    field,
    confidence: 'exact',
    negated: match?.negated ?? false,
    ...(unit ? { unit } : {}),
    ...(match?.year === undefined ? {} : { year: match.year }),
    ...(choice.plus ? { plus: choice.plus } : {}),
  };
}

/** A column chosen by hand is written in the unit that its own header names, where the field can be. */
function fittingUnit(unit: Unit | undefined, field: Field): Unit | undefined {
  if (unit && field.kind === 'number') return numberUnit(field, unit.text).unit;
  return unit && (unit.dimension === dimensionOf(field) || unit.text === '%') ? unit : undefined;
}
