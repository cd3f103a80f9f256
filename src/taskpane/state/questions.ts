import {
  fieldOf,
  parseUnit,
  readNumber,
  type ColumnChoice,
  type ColumnMatch,
  type Field,
  type HeaderMatch,
} from '../../engine/index';
import type { Choices, Mapping, UnitGuess } from './mapping';
import type { Source } from './source';

/** One answer a person may give: a column by its header, a unit, or yes and no; and what it decides. */
export interface Answer {
  readonly kind: 'column' | 'unit' | 'yes' | 'no';
  readonly text: string;
  readonly choices: Choices;
}

/** A doubt about the columns, put to the person with two or three answers. */
export interface Question {
  readonly id: string;
  readonly code: 'whichColumn' | 'unit' | 'near' | 'hidden' | 'noColumn';
  readonly field: Field;
  /** The column it is about, where there is one. */
  readonly column?: number;
  readonly header: string;
  /** The median of the column, for a question of units. */
  readonly median?: number;
  readonly answers: readonly Answer[];
}

const MOST_ANSWERS = 3;

/** The doubts that bear on the fields in use. Until they are answered the likeliest reading is used. */
export function questionsOf(source: Source, mapping: Mapping, wanted: ReadonlySet<string>): Question[] {
  const { headers, guesses, hidden } = mapping;
  const rivals = headers.doubts
    .filter(({ field }) => wanted.has(field.id))
    .map(({ field, columns }) => whichColumn(field, columns));
  const near = [...headers.byField.values()].filter(
    ({ field, confidence }) => wanted.has(field.id) && confidence === 'near',
  );
  const left = hidden.filter(({ field }) => wanted.has(field.id));
  return [
    ...noColumn(source, headers, left),
    ...rivals,
    ...near.map((match) => yesOrNo('near', match)),
    ...left.map((match) => yesOrNo('hidden', match)),
    ...guesses.map(unitQuestion),
  ];
}

function whichColumn(field: Field, columns: readonly ColumnMatch[]): Question {
  const answers = columns.slice(0, MOST_ANSWERS).map((chosen): Answer => {
    const choices = columns.map(({ column }): [number, ColumnChoice] => [
      column,
      { field: column === chosen.column ? field.id : null },
    ]);
    return { kind: 'column', text: chosen.header, choices: new Map(choices) };
  });
  return { id: `which-${field.id}`, code: 'whichColumn', field, header: columns[0]?.header ?? '', answers };
}

function yesOrNo(code: 'near' | 'hidden', { field, column, header }: ColumnMatch): Question {
  const answer = (kind: 'yes' | 'no'): Answer => ({
    kind,
    text: '',
    choices: new Map([[column, { field: kind === 'yes' ? field.id : null }]]),
  });
  return { id: `${code}-${column}`, code, field, column, header, answers: [answer('yes'), answer('no')] };
}

function unitQuestion({ match, median, units }: UnitGuess): Question {
  const answers = units.map((text): Answer => {
    const unit = parseUnit(text);
    return { kind: 'unit', text, choices: new Map([[match.column, unit ? { unit } : {}]]) };
  });
  const { field, column, header } = match;
  return { id: `unit-${column}`, code: 'unit', field, column, header, median, answers };
}

/** 税收 and 面积 are needed by every policy: without a column for them the columns of numbers that mean nothing else are offered. */
function noColumn(source: Source, headers: HeaderMatch, hidden: readonly ColumnMatch[]): Question[] {
  return ['taxPaid', 'landArea']
    .filter((id) => !headers.byField.has(id) && !hidden.some(({ field }) => field.id === id))
    .map((id) => {
      const answers = spareColumns(source, headers).map((column): Answer => ({
        kind: 'column',
        text: headers.texts[column] ?? '',
        choices: new Map([[column, { field: id }]]),
      }));
      return { id: `none-${id}`, code: 'noColumn', field: fieldOf(id), header: '', answers };
    });
}

function spareColumns({ rows }: Source, headers: HeaderMatch): number[] {
  return headers.columns
    .map((match, column) => (match || (headers.texts[column] ?? '') === '' ? -1 : column))
    .filter((column) => column >= 0 && numbersIn(rows.map((row) => row[column])) >= rows.length / 2)
    .slice(0, MOST_ANSWERS);
}

function numbersIn(cells: readonly Parameters<typeof readNumber>[0][]): number {
  return cells.filter((cell) => readNumber(cell).kind === 'value').length;
}
