import { parseUnit } from '../../../engine/quantity/index';
import {
  fieldOf,
  readNumber,
  type Ambiguity,
  type ColumnChoice,
  type ColumnMatch,
  type Field,
  type HeaderMatch,
} from '../../../engine/ledger/index';
import type { Choices, Mapping, UnitGuess } from './mapping';
import type { Source } from './source';

/** One answer a person may give: a column by its header, a unit, or yes and no; and what it decides. */
export interface Answer {
  readonly kind: 'column' | 'unit' | 'field' | 'yes' | 'no' | 'none';
  readonly text: string;
  readonly choices: Choices;
}

/** A doubt about the columns, put to the person with two or three answers. */
export interface Question {
  readonly id: string;
  readonly code: 'whichColumn' | 'meaning' | 'unit' | 'unitNamed' | 'near' | 'hidden' | 'noColumn';
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
  const { headers, guesses, hidden, ambiguous } = mapping;
  const rivals = [...headers.doubts, ...sameField(source, headers)]
    .filter(({ field }) => wanted.has(field.id))
    .map(({ field, columns }) => whichColumn(field, columns));
  const near = [...headers.byField.values()].filter(
    ({ field, confidence }) => wanted.has(field.id) && confidence === 'near',
  );
  const left = hidden.filter(({ field }) => wanted.has(field.id));
  return [
    ...noColumn(source, headers, left),
    ...rivals,
    ...ambiguous.map(meaningQuestion),
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

/** 类型, 编号, 状态 ... alone on a column: two likely meanings, or neither. */
function meaningQuestion({ column, header, fields }: Ambiguity): Question {
  const likely = fields.slice(0, 2).map((id): Answer => {
    return { kind: 'field', text: fieldOf(id).label, choices: new Map([[column, { field: id }]]) };
  });
  const none: Answer = { kind: 'none', text: '', choices: new Map([[column, { field: null }]]) };
  const field = fieldOf(fields[0] ?? 'remark');
  return { id: `meaning-${column}`, code: 'meaning', field, column, header, answers: [...likely, none] };
}

/** Two columns that both say plainly what they are (实缴税收, 全口径税收): only a person knows which one counts. */
function sameField({ located }: Source, headers: HeaderMatch): HeaderMatch['doubts'][number][] {
  const doubted = new Set(headers.doubts.map(({ field }) => field.id));
  return [...headers.byField.values()].flatMap((best) => {
    const { field, confidence, year, header } = best;
    if (doubted.has(field.id) || confidence !== 'exact' || WHOLE.test(header)) return [];
    const rivals = headers.columns.filter(
      (match) =>
        match !== undefined &&
        match.field.id === field.id &&
        match.confidence === 'exact' &&
        match.year === year &&
        // What a person has chosen or set aside is no rival any more.
        located.headers.columns[match.column]?.field.id === field.id,
    ) as ColumnMatch[];
    if (rivals.length < 2) return [];
    return [{ field, columns: [best, ...rivals.filter(({ column }) => column !== best.column)] }];
  });
}

const WHOLE = /(?:合计|总计|小计|总面积)\)?$/;

function unitQuestion({ match, median, units, named }: UnitGuess): Question {
  const answers = units.map((text): Answer => {
    const unit = parseUnit(text);
    return { kind: 'unit', text, choices: new Map([[match.column, unit ? { unit } : {}]]) };
  });
  const code = named ? 'unitNamed' : 'unit';
  const { field, column, header } = match;
  return { id: `unit-${column}`, code, field, column, header, median, answers };
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
