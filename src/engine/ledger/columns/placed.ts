import { FIELDS, fieldOf } from '../fields';
import type { Candidate } from './candidate';
import { candidatesFor } from './candidates';
import type { ColumnInfo } from './columnInfo';
import type { ColumnMatch, Doubt } from './match';
import { chooseName, holdsCompanies } from './names';
import type { ColumnsGiven } from './info';
import { isNoTax, isOnce, isOtherMoney } from './noTax';
import { isDoubtful } from './rivals';
import { decideAmount, isQuotient, open, together, type AmountDecision } from './together';

/** Columns on their way to fields. */
export interface PlacedColumns {
  readonly infos: readonly ColumnInfo[];
  readonly columns: (ColumnMatch | undefined)[];
  readonly byField: Map<string, ColumnMatch>;
  readonly doubts: Doubt[];
  /** Rows of the sample. */
  readonly rows: number;
  /** A year stands somewhere about the table. */
  readonly isDated: boolean;
  /** The ledger says that it is kept up to date: its newest year may not have ended. */
  readonly isRunning: boolean;
  readonly title?: string;
}

/** The fields that are decided by evidence of all columns together, never by words alone. */
export const BY_EVIDENCE: ReadonlySet<string> = new Set(['enterprise', 'taxPaid', 'landArea', 'taxPerMu']);

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

/** The column of names, or those that a person must choose from. */
export function placeName({ infos, columns, byField, doubts }: PlacedColumns, sample: ColumnsGiven['sample']): void {
  const { sure, open } = chooseName(infos, sample);
  const byCode = infos.find(({ profile, path }) => path.length === 0 && profile.codes > profile.filled / 2);
  if (byCode) columns[byCode.column] = matchOf(byCode, 'creditCode');
  if (sure) {
    const match = matchOf(sure, 'enterprise');
    columns[sure.column] = match;
    byField.set('enterprise', match);
  } else if (open.length > 0) {
    const isGuess =
      !open.some(holdsCompanies) &&
      open.every(({ family, named }) => family !== 'name' && named?.field.id !== 'enterprise');
    doubts.push({
      field: fieldOf('enterprise'),
      columns: open.map((info) => matchOf(info, 'enterprise')),
      guessed: isGuess,
    });
  }
}

/** Tax, land and 亩均, decided together. */
export function placeAmounts(found: PlacedColumns): void {
  const { infos, columns, byField, rows } = found;
  const taken = new Set([...byField.values()].map(({ column }) => column));
  const free = infos.map((info) => (taken.has(info.column) ? { ...info, family: 'other' as const } : info));
  // Whose the amounts are is open with whose list it is.
  const isOpen = found.doubts.some(({ field, guessed }) => field.id === 'enterprise' && guessed !== true);
  const { title } = found;
  const ranked = (year?: number) =>
    together(candidatesFor('tax', free, rows, { title }), candidatesFor('area', free, rows, { title, year }), free);
  const first = ranked();
  const year = first.tax[0]?.year;
  const { tax, area } = year === undefined ? first : ranked(year);
  place(found, 'taxPaid', tax, isOpen);
  place(found, 'landArea', area, isOpen);
  found.doubts.forEach((doubt, at) => {
    if (doubt.field.id === 'taxPaid') found.doubts[at] = withLand(doubt, byField, (of) => ranked(of).area);
  });
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

/** Whoever chooses 2022年税收 means 用地 of that year too, where the ledger has it. */
function withLand(
  doubt: Doubt,
  byField: PlacedColumns['byField'],
  landOf: (year: number) => readonly Candidate[],
): Doubt {
  const columns = doubt.columns.map((match) => {
    const land = match.year === undefined ? undefined : decideAmount(landOf(match.year));
    // Land of no year is every year's, and may be asked about itself.
    const isOfYear = land?.kind === 'sure' && land.candidate.year === match.year && land.candidate.columns.length === 1;
    const own = isOfYear ? land.candidate.columns[0]?.column : undefined;
    return own === undefined || own === byField.get('landArea')?.column ? match : { ...match, land: own };
  });
  return { ...doubt, columns };
}

function quotientRank({ kind, year, named }: ColumnInfo): number {
  return (kind === 'past' ? 0 : 1e6) + (year ?? 0) * 10 + (named?.confidence === 'exact' ? 1 : 0);
}

function place(
  { infos, columns, byField, doubts, rows, isDated, isRunning }: PlacedColumns,
  id: 'taxPaid' | 'landArea',
  ranked: readonly Candidate[],
  isOfMany: boolean,
): void {
  const alone = decideAmount(ranked);
  const isSettled = alone.kind === 'sure' && isOfEveryRow(alone.candidate, rows) && hasNoRival(alone.candidate, ranked);
  const only = id === 'taxPaid' && isDated && rows > 0 ? onlyPast(ranked) : undefined;
  const decided: AmountDecision =
    isOfMany && !isSettled ? open(ranked) : only ? { kind: 'sure', candidate: only } : alone;
  const decision =
    decided.kind === 'sure' && isDoubtful(decided.candidate, infos, { isDated, isRunning })
      ? open(ranked, decided.candidate)
      : decided;
  const matched = (candidate: Candidate) => matchOfCandidate(candidate, infos, id);
  if (decision.kind === 'sure') {
    const match = matched(decision.candidate);
    columns[match.column] = match;
    byField.set(id, match);
    return;
  }
  const { candidates } = decision;
  // Nothing but what is none of it: the ledger has no tax, and whoever knows better may say so.
  const isNone = id === 'taxPaid' && candidates.every((one) => isNoTax(one, infos));
  if (candidates.length > 0 && !isNone) {
    doubts.push({ field: fieldOf(id), columns: candidates.map(matched) });
    return;
  }
  if (id === 'landArea' && OWN_PARTS.some((part) => columns.some((match) => match?.field.id === part))) return;
  const spare = rows === 0 ? [] : spareFor(id, infos).map((info) => matchOf(info, id));
  if (spare.length > 0) return void doubts.push({ field: fieldOf(id), columns: spare, guessed: true });
  const against = isNone ? withoutTax(candidates.map(matched), infos) : [];
  if (against.length > 0) doubts.push({ field: fieldOf(id), columns: against, guessed: true, against: true });
}

/** Figures that may be another party's: 承租面积 beside 用地面积, never 上年税收 or what is planned. */
const OF_A_PARTY: readonly Candidate['kind'][] = ['plain', 'version', 'unknown', 'part', 'lesser', 'sum'];

/** 去年税收 in a list of the year after it, and no other tax: nobody could mean another. */
function onlyPast(ranked: readonly Candidate[]): Candidate | undefined {
  const [first] = ranked;
  return ranked.length === 1 && first?.kind === 'past' && first.hidden !== true ? first : undefined;
}

/** So many rows must have a figure of their own for it not to be one owner's over several tenants. */
const OWN_FIGURES = 0.8;

function isOfEveryRow({ values }: Candidate, rows: number): boolean {
  return values.filter((value) => !Number.isNaN(value)).length >= rows * OWN_FIGURES;
}

/** Whoever the rows turn out to be, there is no other figure that may be theirs. */
function hasNoRival(best: Candidate, ranked: readonly Candidate[]): boolean {
  return ranked.every((one) => one === best || !OF_A_PARTY.includes(one.kind));
}

/** Where these stand land is made of them: own and rented in less rented out. */
const OWN_PARTS: readonly string[] = ['ownedArea', 'rentedInArea'];

function matchOfCandidate({ columns, proofs, unit }: Candidate, infos: readonly ColumnInfo[], id: string): ColumnMatch {
  const [first, ...plus] = columns;
  const info = infos[first?.column ?? 0] as ColumnInfo;
  const header = [first, ...plus].map((one) => (one ? (infos[one.column]?.header ?? '') : ''));
  const signs = plus.map(({ sign }, index) => `${sign > 0 ? ' + ' : ' - '}${header[index + 1] ?? ''}`);
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

/** What is set aside when a person says that there is no tax: what is none of it, or a column that says nothing else. */
function withoutTax(none: readonly ColumnMatch[], infos: readonly ColumnInfo[]): readonly ColumnMatch[] {
  const isFree = ({ family, named, path }: ColumnInfo) => family === 'none' && named === undefined && path.length > 0;
  return none.length > 0
    ? none
    : infos
        .filter(isFree)
        .slice(0, 1)
        .map((info) => matchOf(info, 'taxPaid'));
}

/** Columns of bare numbers that nothing else explains and whose name and unit allow it: never 万元/亩 or 起始价 as land. */
function spareFor(id: 'taxPaid' | 'landArea', infos: readonly ColumnInfo[]): ColumnInfo[] {
  const dimension = id === 'taxPaid' ? 'money' : 'area';
  const may = ({ profile, kind, family, named, path }: ColumnInfo) =>
    family === 'none' &&
    named === undefined &&
    kind !== 'rate' &&
    !profile.isSequence &&
    profile.numbers >= Math.max(2, profile.filled * 0.5) &&
    !isOnce({ path }) &&
    path.every((header) => !PRICES.test(header.text) && !isOtherMoney(header)) &&
    path.every(({ unit }) => !unit || unit.dimension === dimension);
  // Bands say how much it is about, and no figure: nobody may take one of them for it unasked.
  const isInBands = (info: ColumnInfo) =>
    info.family === 'none' && info.profile.ranges >= Math.max(2, info.profile.filled * 0.6) && hints(info);
  const hints = ({ path }: ColumnInfo) => HINTS[id].test(path.at(-1)?.text ?? '');
  const isHinted = ({ path }: ColumnInfo) => path.every(({ text, name }) => name === '' || HINTS[id].test(text));
  return infos
    .filter((info) => may(info) || isInBands(info))
    .toSorted((a, b) => Number(isHinted(b)) - Number(isHinted(a)))
    .slice(0, MOST_SPARE);
}

/** All other fields: the surest column, of equal ones a person decides. */
export function placeOthers({ columns, byField, doubts }: PlacedColumns): void {
  for (const field of FIELDS) {
    if (byField.has(field.id) || BY_EVIDENCE.has(field.id)) continue;
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
