import { EVERY_ROW_ITSELF, type EntityRules } from '../../../engine/entity/index';
import { parseUnit } from '../../../engine/quantity/index';
import {
  fieldOf,
  medianOfColumn,
  medianPerMu,
  numberUnit,
  type Ambiguity,
  type ColumnChoice,
  type ColumnMatch,
  type Doubt,
  type Field,
  type HeaderMatch,
  type AskedUnit,
} from '../../../engine/ledger/index';
import type { Choices, Mapping } from './mapping';
import { furtherQuestion } from './furtherQuestion';
import { onceForAll } from './onceForAll';
import type { OfferedAnswer, Question } from './question';
import { firmsQuestion, linesQuestion, namelessQuestion, sharedQuestions, toldApart } from './rowQuestions';
import type { BesideWay, OpenTable, Source, TableWay } from './source';
import { withWords, tableWordsOf } from './tableWords';

export type { OfferedAnswer, Question } from './question';

/** Decided by the evidence of all columns together: what stays open is a doubt already. */
const DECIDED: ReadonlySet<string> = new Set(['taxPaid', 'landArea', 'enterprise']);

/** The doubts that bear on the fields in use and on whose rows they are. */
export function questionsOf(
  source: Source,
  mapping: Mapping,
  wanted: ReadonlySet<string>,
  rules: EntityRules = EVERY_ROW_ITSELF,
): Question[] {
  const { headers, guesses, hidden, ambiguous } = mapping;
  const bears = ({ field }: { readonly field: Field }) => wanted.has(field.id) || field.id === 'enterprise';
  const open = [...headers.doubts, ...sameField(source, headers)].filter(bears);
  const ownUnits = new Set((source.open ?? []).flatMap(({ own }) => own.units.map(({ match }) => match.field.id)));
  const left = hidden.filter(({ field }) => wanted.has(field.id));
  return [
    ...tablesQuestion(source),
    ...yearQuestion(source),
    ...linesQuestion(source),
    ...sharedQuestions(source),
    ...(isNameOpen(source) ? [] : [...namelessQuestion(source, headers), ...firmsQuestion(source, headers, rules)]),
    ...open.map((doubt) => whichColumn(source, headers, doubt)),
    ...ambiguous.map(meaningQuestion),
    ...furtherQuestion(source, wanted),
    ...left.map(hiddenQuestion),
    ...guesses.filter(({ match }) => !ownUnits.has(match.field.id)).map(unitQuestion),
    ...openTables(source),
  ]
    .filter(({ about }) => wanted.has(about) || !AMOUNTS.some((id) => id === about))
    .map((question) => toldApart(source, question));
}

/** Which rows are one enterprise's shows only once it is known whose the rows of every table are. */
function isNameOpen({ open = [] }: Source): boolean {
  return open.some(({ own }) => own.doubts.some(({ field }) => field.id === 'enterprise'));
}

/** Which tables are the ledger: all of the same columns together, or one of them. */
function tablesQuestion({ choice }: Source): Question[] {
  if (!choice?.open) return [];
  const answers = choice.ways.map((way): OfferedAnswer => {
    const { tables, text, count, beside } = way;
    const reading = { tables, beside: beside ? [{ ids: beside.ids, sums: beside.sums }] : [] };
    if (beside) return { kind: 'beside', text: besideText(way, beside), choices: new Map(), reading, count, beside };
    return { kind: tables.length > 1 ? 'together' : 'table', text, choices: new Map(), reading, count };
  });
  return [{ id: 'tables', about: 'table', code: 'tables', field: fieldOf('enterprise'), header: '', answers }];
}

/** 用地＋2023税收: what tells two answers apart. */
function besideText({ text }: TableWay, { name, sums }: BesideWay): string {
  return `${text}＋${name}${sums ? '＋' : ''}`;
}

/** One row an enterprise and year: which year counts. */
function yearQuestion({ years }: Source): Question[] {
  if (!years?.open) return [];
  const one = years.years.map((year): OfferedAnswer => ({
    kind: 'year',
    text: String(year),
    choices: new Map(),
    reading: { year },
  }));
  const all: OfferedAnswer = { kind: 'everyYear', text: '', choices: new Map(), reading: { year: 'all' } };
  const header = String(years.chosen);
  return [
    { id: 'year', about: 'year', code: 'year', field: fieldOf('evaluationYear'), header, answers: [...one, all] },
  ];
}

/** One of several columns, their sum where parts make the whole, or none of them. */
function whichColumn(
  { rows }: Pick<Source, 'rows'>,
  headers: HeaderMatch,
  { field, columns, guessed, against }: Doubt,
): Question {
  const answers = columns.map((chosen): OfferedAnswer => {
    const median = medianOfColumn(rows, chosen.column);
    const isAmount = !Number.isNaN(median) && field.id !== 'enterprise' && !chosen.plus;
    return {
      ...{
        kind: 'column',
        text: chosen.header === '' ? '' : chosen.header,
        choices: choosing(chosen, columns, headers),
      },
      ...(isAmount ? { median, ...perMuWith(rows, headers, chosen) } : {}),
    };
  });
  const none: OfferedAnswer = {
    kind: 'none',
    text: '',
    choices: new Map(columns.map(({ column }) => [column, { field: namedElse(headers, column, field) }])),
  };
  if (against === true)
    return { id: `which-${field.id}`, about: field.id, code: 'noneFound', field, header: '', answers: [none] };
  const code = guessed === true ? 'noColumn' : 'whichColumn';
  const offersNone = DECIDED.has(field.id);
  return {
    ...{ id: `which-${field.id}`, about: field.id, code, field, header: columns[0]?.header ?? '' },
    answers: offersNone ? [...answers, none] : answers,
  };
}

/** What a column is by its own name, where that is something else than what is asked for: 自有土地面积 is no 用地面积, and its own all the same. */
function namedElse({ columns }: HeaderMatch, column: number, asked: Field): string | null {
  const own = columns[column]?.field.id;
  return own === undefined || own === asked.id ? null : own;
}

/** The 亩均 that a column of tax or land would give with the other one. */
function perMuWith(rows: Source['rows'], { byField }: HeaderMatch, chosen: ColumnMatch): { readonly perMu?: number } {
  const isTax = chosen.field.id === 'taxPaid';
  const other = byField.get(isTax ? 'landArea' : 'taxPaid');
  if (!other || (!isTax && chosen.field.id !== 'landArea')) return {};
  const perMu = isTax ? medianPerMu(rows, chosen, other) : medianPerMu(rows, other, chosen);
  return Number.isNaN(perMu) ? {} : { perMu };
}

/** The column chosen; the others are set aside, unless their own name makes something else of them. */
function choosing(
  { column, field, plus, land }: ColumnMatch,
  columns: readonly ColumnMatch[],
  { columns: known }: HeaderMatch,
): Choices {
  const own: ColumnChoice = { field: field.id, ...(plus ? { plus } : {}) };
  const isSpare = (other: number) =>
    other !== column && (known[other] === undefined || known[other].field.id === field.id);
  const rivals = columns
    .filter((other) => isSpare(other.column))
    .map((other) => [other.column, { field: null }] as const);
  const ofItsYear = land === undefined ? [] : [[land, { field: 'landArea' }] as const];
  return new Map<number, ColumnChoice>([...rivals, ...ofItsYear, [column, own]]);
}

/** What is open in single tables; the answers are kept as words on those tables, beside what was said before. */
function openTables({ said = [], open = [] }: Source): Question[] {
  return onceForAll(open.flatMap(tableQuestions)).map((question) => ({
    ...question,
    answers: question.answers.map((answer) => ({
      ...answer,
      reading: { columns: withWords(said, answer.reading?.columns ?? []) },
    })),
  }));
}

/** What is open in one of several tables, put with the table's name. */
function tableQuestions({ piece, name, own }: OpenTable): Question[] {
  const { contents, body } = piece;
  const { values, area } = contents;
  const rows = values.slice(body.row - area.row, body.row - area.row + body.rows);
  const cut = { rows: rows.map((row) => row.slice(body.column - area.column)) };
  const questions = [
    ...own.doubts.map((doubt) => whichColumn(cut, own.headers, doubt)),
    ...own.units.map(unitQuestion),
  ];
  return questions.map((question) => ({
    ...question,
    id: `${piece.id}-${question.id}`,
    table: name,
    header: `${name}：${question.header}`,
    answers: question.answers.map((answer) => ({
      ...answer,
      reading: { columns: tableWordsOf(piece.id, answer.choices) },
    })),
  }));
}

function hiddenQuestion({ field, column, header }: ColumnMatch): Question {
  const answer = (kind: 'yes' | 'no'): OfferedAnswer => ({
    kind,
    text: '',
    choices: new Map([[column, { field: kind === 'yes' ? field.id : null }]]),
  });
  return {
    id: `hidden-${column}`,
    about: field.id,
    code: 'hidden',
    field,
    column,
    header,
    answers: [answer('yes'), answer('no')],
  };
}

/** 类型, 编号, 状态 ... alone on a column: two likely meanings, or neither. */
function meaningQuestion({ column, header, fields }: Ambiguity): Question {
  const likely = fields.slice(0, 2).map((id): OfferedAnswer => {
    return { kind: 'field', text: fieldOf(id).label, choices: new Map([[column, { field: id }]]) };
  });
  const none: OfferedAnswer = { kind: 'none', text: '', choices: new Map([[column, { field: null }]]) };
  const field = fieldOf(fields[0] ?? 'remark');
  return {
    id: `meaning-${column}`,
    about: field.id,
    code: 'meaning',
    field,
    column,
    header,
    answers: [...likely, none],
  };
}

/** Two columns that both say plainly what they are: only a person knows which one counts. */
function sameField({ located }: Source, headers: HeaderMatch): Doubt[] {
  const doubted = new Set(headers.doubts.map(({ field }) => field.id));
  return [...headers.byField.values()].flatMap((best) => {
    const { field, confidence, year, header } = best;
    if (doubted.has(field.id) || DECIDED.has(field.id) || confidence !== 'exact' || WHOLE.test(header)) return [];
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

function unitQuestion({ match, median, units, named }: AskedUnit): Question {
  const isShare = match.field.kind === 'percent';
  const answers = units.map((text): OfferedAnswer => {
    const counted = match.field.kind === 'number' ? numberUnit(match.field, text).unit : undefined;
    const unit = counted ?? parseUnit(text);
    // A column of a policy's own is found by its name only after what a person says of columns.
    const choice = { ...(isShare ? { field: match.field.id } : {}), ...(unit ? { unit } : {}) };
    return { kind: 'unit', text, choices: new Map([[match.column, choice]]) };
  });
  const code = isShare ? 'share' : named ? 'unitNamed' : 'unit';
  const { field, column, header } = match;
  return { id: `unit-${column}`, about: field.id, code, field, column, header, median, answers };
}

/** The fields that rows are judged by and that stay open while questions on them, or on whose rows they are, wait. */
export function heldBack(questions: readonly Question[]): ReadonlySet<string> {
  // What is merged over several enterprises is nobody's already.
  const isShared = ({ code }: Question) => code === 'shared' || code === 'sharedTax';
  const asked = new Set(questions.filter((question) => !isShared(question)).map(({ about }) => about));
  const isWhole = ['enterprise', 'creditCode', 'parcelId', 'table', 'year'].some((id) => asked.has(id));
  const meters = questions.filter(({ code, field }) => code === 'unit' && field.kind === 'number');
  const held = [...AMOUNTS.filter((id) => isWhole || asked.has(id)), ...meters.map(({ about }) => about)];
  // Land is not made of what is rented alone while it is asked which land counts.
  return new Set(held.includes('landArea') ? [...held, ...LAND_PARTS] : held);
}

const AMOUNTS = ['taxPaid', 'landArea'] as const;
const LAND_PARTS = ['ownedArea', 'rentedInArea', 'rentedOutArea'] as const;
