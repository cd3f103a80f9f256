import type { Unit } from '../quantity/unit';
import type { Cell } from './cell';
import type { Candidate, Proof } from './columns/candidates';
import { candidatesFor } from './columns/candidates';
import { columnInfos, type ColumnInfo, type ColumnsGiven } from './columns/info';
import { chooseName } from './columns/names';
import { decide, isQuotient, open, together } from './columns/together';
import { FIELDS, fieldOf, type Field, type FieldKind } from './fields';
import { plainText } from './normalise';
import { columnTexts } from './sheet/headerPaths';
import { gridOf } from './sheet/grid';
import type { Kind } from './words/kinds';

/** What a column was understood as. `column` counts from 0 in the range of the headers. */
export interface ColumnMatch {
  readonly column: number;
  /** The header as the sheet has it, upper rows first, joined by "/". */
  readonly header: string;
  readonly field: Field;
  /** By its very name, or by a name with words around it, by its cells or by arithmetic. */
  readonly confidence: 'exact' | 'contains';
  readonly unit?: Unit;
  readonly year?: number;
  readonly negated: boolean;
  /** Further columns that are added to this one, or taken off. */
  readonly plus?: readonly SignedColumn[];
  /** What arithmetic between the columns says for it. */
  readonly proofs?: readonly Proof[];
}

/** A column that is added (1) or taken off (-1). */
export interface SignedColumn {
  readonly column: number;
  readonly sign: 1 | -1;
}

/** Columns that compete for a field without a clear best, likeliest first; `guessed` where no words speak for any of them. */
export interface Doubt {
  readonly field: Field;
  readonly columns: readonly ColumnMatch[];
  readonly guessed?: boolean;
}

/** The columns understood, the best one for each field, and the fields that only a person can decide. */
export interface HeaderMatch {
  readonly columns: readonly (ColumnMatch | undefined)[];
  readonly byField: ReadonlyMap<string, ColumnMatch>;
  readonly doubts: readonly Doubt[];
  /** The bottom text of each column. */
  readonly texts: readonly string[];
  /** The unit that each column's texts name. */
  readonly units: readonly (Unit | undefined)[];
  /** Figures of tax or land that are not what the ledger is judged by, and why: 应纳税额 is due, not paid. */
  readonly apart: ReadonlyMap<number, Kind>;
  /** Columns of a policy's own that were looked for already: one that a person has set aside stays so. */
  readonly sought?: ReadonlySet<string>;
  /** Every header row's texts, cleaned, for telling a header row that is repeated among the data. */
  readonly rows: readonly (readonly string[])[];
}

type Rows = readonly (readonly Cell[])[];

/**
 * Understands header rows by themselves, as a formula gives them. Blanks in upper rows continue to the right, the bottom row's
 * do not; a blank header cell arrives as '', null or 0. `sample` are rows below them, whose cells and sums speak too.
 */
export function matchHeaders(headers: Rows, sample: Rows = []): HeaderMatch {
  return understandColumns({ texts: headerPaths(headers), sample, zeroIsBlank: true }, headers);
}

/** For each column of some header rows, its texts from top to bottom, without blanks and repetitions. */
export function headerPaths(headers: Rows): (readonly string[])[] {
  const width = headers.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0) return [];
  const texts = columnTexts(gridOf({ cells: headers }), { top: 0, bottom: headers.length - 1 }, 0, width - 1);
  // A column that only lies under a neighbour's group has no name of its own.
  return texts.map((column) => (headers.every((row) => textOf(row[column.at]) === '') ? [] : column.texts));
}

function isNothing(cell: Cell): boolean {
  return cell === '' || cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** Understands columns by their texts and by what stands below them; `rows` are the header rows as the sheet has them. */
export function understandColumns(given: ColumnsGiven, rows: Rows): HeaderMatch {
  const infos = columnInfos(given);
  const columns = infos.map(plainMatch);
  const byField = new Map<string, ColumnMatch>();
  const doubts: Doubt[] = [];
  const found = { infos, columns, byField, doubts, rows: given.sample.length };
  placeName(found);
  placeAmounts(found);
  placeOthers(found);
  const kept = columns.map((match) => (match && !isOpen(match, byField, doubts) ? match : undefined));
  const inOrder = FIELDS.flatMap(({ id }) => {
    const match = byField.get(id);
    return match ? [[id, match] as const] : [];
  });
  return {
    columns: kept,
    byField: new Map(inOrder),
    doubts,
    apart: setApart(infos, byField, doubts),
    texts: infos.map(({ path, header }) => (path.length === 0 ? '' : (header.split('/').at(-1) ?? ''))),
    units: infos.map(({ path }) => path.findLast(({ unit }) => unit)?.unit),
    rows: rows.map((row) => infos.map((_, column) => plainText(textOf(row[column])))),
  };
}

function textOf(cell: Cell): string {
  return cell === 0 || isNothing(cell) ? '' : String(cell).trim();
}

interface Found {
  readonly infos: readonly ColumnInfo[];
  readonly columns: (ColumnMatch | undefined)[];
  readonly byField: Map<string, ColumnMatch>;
  readonly doubts: Doubt[];
  /** Rows of the sample. */
  readonly rows: number;
}

/** The fields that are decided by evidence of all columns together, never by words alone. */
const DECIDED: ReadonlySet<string> = new Set(['enterprise', 'taxPaid', 'landArea', 'taxPerMu']);

/** What a column's own words name. */
function plainMatch({ column, header, named, unit, path, year }: ColumnInfo): ColumnMatch | undefined {
  const said = path.findLast((text) => text.unit)?.unit;
  const field = named && fieldFor(named.field, said);
  if (!field || DECIDED.has(field.id)) return undefined;
  const own = unit ?? said;
  return {
    column,
    header,
    field,
    confidence: named.confidence,
    negated: named.negated,
    ...(own && (own.dimension !== 'other' || own.text === '%') ? { unit: own } : {}),
    ...(year === undefined ? {} : { year }),
  };
}

function matchOf(info: ColumnInfo, id: string, more: Partial<ColumnMatch> = {}): ColumnMatch {
  const { column, header, unit, year, named } = info;
  return {
    column,
    header,
    field: fieldOf(id),
    negated: false,
    confidence: named?.confidence === 'exact' && named.field.id === id ? 'exact' : 'contains',
    ...(unit ? { unit } : {}),
    ...(year === undefined ? {} : { year }),
    ...more,
  };
}

function placeName({ infos, columns, byField, doubts, rows }: Found): void {
  const { sure, open } = chooseName(infos, rows);
  const byCode = infos.find(({ profile, path }) => path.length === 0 && profile.codes > profile.filled / 2);
  if (byCode) columns[byCode.column] = matchOf(byCode, 'creditCode');
  if (sure) {
    const match = matchOf(sure, 'enterprise');
    columns[sure.column] = match;
    byField.set('enterprise', match);
  } else if (open.length > 0) {
    const isGuess = open.every(({ family, named }) => family !== 'name' && named?.field.id !== 'enterprise');
    doubts.push({
      field: fieldOf('enterprise'),
      columns: open.map((info) => matchOf(info, 'enterprise')),
      guessed: isGuess,
    });
  }
}

function placeAmounts(found: Found): void {
  const { infos, columns, byField, rows } = found;
  const taken = new Set([...byField.values()].map(({ column }) => column));
  const free = infos.map((info) => (taken.has(info.column) ? { ...info, family: 'other' as const } : info));
  // Whose the amounts are is open with whose list it is.
  const isOpen = found.doubts.some(({ field, guessed }) => field.id === 'enterprise' && guessed !== true);
  const { tax, area } = together(candidatesFor('tax', free, rows), candidatesFor('area', free, rows), free);
  place(found, 'taxPaid', tax, isOpen);
  place(found, 'landArea', area, isOpen);
  const quotients = infos.filter(
    (info) =>
      isQuotient(info) || (rows === 0 && info.family === 'perMu' && info.kind !== 'plan' && info.kind !== 'rate'),
  );
  const best = quotients.toSorted((a, b) => quotientRank(b) - quotientRank(a))[0];
  if (!best) return;
  const match = matchOf(best, 'taxPerMu');
  columns[best.column] = match;
  byField.set('taxPerMu', match);
}

function quotientRank({ kind, year, named }: ColumnInfo): number {
  return (kind === 'past' ? 0 : 1e6) + (year ?? 0) * 10 + (named?.confidence === 'exact' ? 1 : 0);
}

function place(
  { infos, columns, byField, doubts, rows }: Found,
  id: 'taxPaid' | 'landArea',
  ranked: readonly Candidate[],
  isOfMany: boolean,
): void {
  const decision = isOfMany ? open(ranked) : decide(ranked);
  const matched = (candidate: Candidate) => matchOfCandidate(candidate, infos, id);
  if (decision.kind === 'sure') {
    const match = matched(decision.candidate);
    columns[match.column] = match;
    byField.set(id, match);
    return;
  }
  if (decision.candidates.length > 0) {
    doubts.push({ field: fieldOf(id), columns: decision.candidates.map(matched) });
    return;
  }
  if (id === 'landArea' && OWN_PARTS.some((part) => columns.some((match) => match?.field.id === part))) return;
  const spare = rows === 0 ? [] : spareFor(id, infos);
  if (spare.length > 0)
    doubts.push({ field: fieldOf(id), columns: spare.map((info) => matchOf(info, id)), guessed: true });
}

/** Where these stand land is made of them: own and rented in less rented out. */
const OWN_PARTS: readonly string[] = ['ownedArea', 'rentedInArea'];

function matchOfCandidate({ columns, proofs, unit }: Candidate, infos: readonly ColumnInfo[], id: string): ColumnMatch {
  const [first, ...plus] = columns;
  const info = infos[first?.column ?? 0] as ColumnInfo;
  const header = [first, ...plus].map((one) => (one ? (infos[one.column]?.header ?? '') : ''));
  const signs = plus.map(({ sign }, index) => `${sign > 0 ? ' + ' : ' − '}${header[index + 1] ?? ''}`);
  return matchOf(info, id, {
    header: `${header[0] ?? ''}${signs.join('')}`,
    ...(unit ? { unit } : {}),
    ...(plus.length > 0 ? { plus, confidence: 'contains' as const } : {}),
    ...(proofs.length > 0 ? { proofs, ...(info.named?.confidence === 'exact' ? {} : {}) } : {}),
  });
}

const MOST_SPARE = 4;

/** What a name holds that may mean an amount that no column is known for: such columns are offered first. */
const HINTS = { taxPaid: /税|纳|缴|入库|贡献|财政|金额|数额/, landArea: /地|面积|亩|规模|占|厂区/ } as const;
const PRICES =
  /价|款|租金|投资|产值|收入|成本|人|户|台|套|天数|年限|年份|得分|评分|排名|名次|率|比|系数|号|编码|电话|日期|时间/;

/** Columns of bare numbers that nothing else explains and whose name and unit allow it: never 万元/亩 or 起始价 as land. */
function spareFor(id: 'taxPaid' | 'landArea', infos: readonly ColumnInfo[]): ColumnInfo[] {
  const dimension = id === 'taxPaid' ? 'money' : 'area';
  const may = ({ profile, kind, family, named, path }: ColumnInfo) =>
    family === 'none' &&
    named === undefined &&
    kind !== 'rate' &&
    !profile.isSequence &&
    profile.numbers >= Math.max(2, profile.filled * 0.5) &&
    path.every(({ text }) => !PRICES.test(text)) &&
    path.every(({ unit }) => !unit || unit.dimension === dimension);
  const isHinted = ({ path }: ColumnInfo) => path.every(({ text, name }) => name === '' || HINTS[id].test(text));
  return infos
    .filter(may)
    .toSorted((a, b) => Number(isHinted(b)) - Number(isHinted(a)))
    .slice(0, MOST_SPARE);
}

/** All other fields: the surest column, of equal ones a person decides. */
function placeOthers({ columns, byField, doubts }: Found): void {
  for (const field of FIELDS) {
    if (byField.has(field.id) || DECIDED.has(field.id)) continue;
    const rivals = columns.filter((match) => match?.field.id === field.id) as ColumnMatch[];
    const [best, second] = rivals.toSorted((a, b) => rank(b) - rank(a) || a.column - b.column);
    if (!best) continue;
    byField.set(field.id, best);
    if (second && rank(best) === rank(second))
      doubts.push({ field, columns: rivals.toSorted((a, b) => rank(b) - rank(a)) });
  }
}

/** Surer matches first, then the newest year, then 合计 among parts, then the likelier header text. */
function rank(match: ColumnMatch): number {
  const sure = match.confidence === 'exact' ? 1 : 0;
  const whole = /(?:合计|总计|小计|总面积)\)?$/.test(match.header) ? 1 : 0;
  const place = match.field.headers.findIndex((header) => match.header.includes(header));
  return sure * 1e6 + (match.year ?? 0) * 100 + whole * 50 - (place < 0 ? 40 : Math.min(place, 39));
}

/** A column that may yet be the tax, the land or the name is nothing else until that is decided, unless it has a name of its own. */
function isOpen(
  { column, confidence }: ColumnMatch,
  byField: ReadonlyMap<string, ColumnMatch>,
  doubts: readonly Doubt[],
): boolean {
  if (confidence === 'exact') return false;
  const isTaken = [...byField.values()].some((match) => match.column === column);
  return (
    !isTaken &&
    doubts.some((doubt) => DECIDED.has(doubt.field.id) && doubt.columns.some((match) => match.column === column))
  );
}

function setApart(
  infos: readonly ColumnInfo[],
  byField: ReadonlyMap<string, ColumnMatch>,
  doubts: readonly Doubt[],
): Map<number, Kind> {
  const used = new Set(
    [...byField.values(), ...doubts.flatMap(({ columns }) => columns)].flatMap(({ column, plus = [] }) => [
      column,
      ...plus.map((part) => part.column),
    ]),
  );
  const isAmount = ({ family, column }: ColumnInfo) => (family === 'tax' || family === 'area') && !used.has(column);
  return new Map(infos.filter(isAmount).map(({ column, kind }) => [column, kind]));
}

const MONEY_PER_MU: Readonly<Record<string, string>> = {
  taxPaid: 'taxPerMu',
  revenue: 'revenuePerMu',
  valueAdded: 'valueAddedPerMu',
  fixedInvestment: 'investmentIntensity',
};
const EXPECTED: Partial<Record<FieldKind, readonly string[]>> = {
  area: ['area'],
  floor: ['area'],
  money: ['money'],
  perMu: ['perMu', 'money'],
};

/** A unit that contradicts the name decides: 税收(万元/亩) is 亩均税收; 税收(%) is neither. */
function fieldFor(field: Field, unit: Unit | undefined): Field | undefined {
  const expected = EXPECTED[field.kind];
  if (!unit || !expected || expected.includes(unit.dimension)) return field;
  const perMu = MONEY_PER_MU[field.id];
  return unit.dimension === 'perMu' && perMu ? fieldOf(perMu) : undefined;
}
