import { isBlank, type Cell, type Rows } from './cell';
import type { LocatedTable } from './locateTables';
import type { HeaderMatch } from './matchHeaders';
import { placeOf } from './place';
import { isVacancy } from './rows/noFirm';
import { headerOf } from './words/header';

/** A table of a workbook with what it is told by: the sheet it stands on and its rows. */
export interface BookTable {
  readonly sheet: string;
  readonly visible: boolean;
  /** The sheet that a person looks at: of equals it is the one meant. */
  readonly active: boolean;
  readonly table: Pick<LocatedTable, 'paths' | 'headers' | 'score' | 'unitNotes' | 'titleText'>;
  readonly rows: Rows;
}

/** A table by what it is called. */
export interface NamedTable {
  readonly sheet: string;
  readonly table: Pick<LocatedTable, 'titleText'>;
}

/** Which tables of a workbook are the ledger, by their places in what was given. */
export interface BookChoice {
  /** The best one and all that have the same columns, in order: one ledger in pieces. */
  readonly alike: readonly number[];
  /** Tables that belong to the same ledger with columns of their own: 规上 in 亩, 规下 in ㎡. */
  readonly joined: readonly number[];
  /** Other lists of enterprises with figures of their own. */
  readonly others: readonly number[];
  /** Those of them that may yet be read together with the ledger. */
  readonly fitting: readonly number[];
  /** The best of them all; of months or years the newest. */
  readonly best: number;
  /** Months, years, or the same names again: pieces that are not to be added up. */
  readonly areReadings: boolean;
  /** Only a person can tell which tables are meant. */
  readonly isOpen: boolean;
}

/** From here on a table is a list of enterprises with figures. */
const LEDGER = 3.4;
/** A list so much poorer than the best is no rival. */
const POORER = 2.5;
/** So many names that come again make pieces two readings of the same enterprises; so few do not keep two lists apart. */
const AGAIN = { readings: 0.3, lists: 0.1 } as const;

/** Chooses the ledger over a whole workbook by what its tables hold, not by which comes first. */
export function chooseTables(tables: readonly BookTable[]): BookChoice | undefined {
  const ranked = tables.map((_, at) => at).toSorted((a, b) => scoreOf(tables[b]) - scoreOf(tables[a]));
  const [best] = ranked;
  const first = best === undefined ? undefined : tables[best];
  if (best === undefined || !first) return undefined;
  const none = { joined: [], others: [], fitting: [], areReadings: false, isOpen: false };
  if (scoreOf(first) < LEDGER) return { ...none, alike: [best], best };
  const lists = tables.flatMap((one, at) => (scoreOf(one) >= LEDGER && one.visible === first.visible ? [at] : []));
  const signature = signatureOf(first);
  const alike = lists.filter((at) => at === best || (tables[at] && signatureOf(tables[at]) === signature));
  const pieces = (places: readonly number[]) => places.flatMap((at) => tables[at] ?? []);
  const isOther = (one: BookTable) => comeAgain([...pieces(alike), one], one) <= AGAIN.readings;
  const rivals = lists.filter((at) => !alike.includes(at) && isRival(tables[at], first, isOther));
  const like = rivals.filter((at) => tables[at] && hasBoth(tables[at].table.headers));
  if (isReadings(pieces(alike)) || (hasBoth(first.table.headers) && isReadings(pieces([...alike, ...like])))) {
    const newest = [...alike, ...rivals].toSorted((a, b) => periodOf(tables[b]).localeCompare(periodOf(tables[a])));
    const meant = newest.filter((at) => !isForComparison(tables[at]));
    const [only] = meant;
    if (only !== undefined && meant.length === 1 && newest.length > 1)
      return { ...none, alike: [only], others: newest.filter((at) => at !== only), best: only };
    return {
      ...none,
      alike: newest,
      fitting: comeAgain(pieces(newest)) <= AGAIN.lists ? newest : [],
      best: newest[0] ?? best,
      areReadings: newest.length > 1,
      isOpen: newest.length > 1,
    };
  }
  // The same columns of two counties are two ledgers.
  if (new Set(pieces(alike).flatMap(placesOf)).size > 1) return { ...none, alike, others: rivals, best, isOpen: true };
  const { joined, fitting } = belonging(pieces, alike, rivals);
  const others = rivals.filter((at) => !joined.includes(at));
  return { alike, joined, others, fitting, best, areReadings: false, isOpen: others.length > 0 };
}

/** Tables of the same columns that are one list, by their places, and every other one by itself: those of several times stay apart. */
export function alikeLists(tables: readonly BookTable[]): number[][] {
  const groups = new Map<string, number[]>();
  tables.forEach((one, at) => {
    const key = `${String(one.visible)}\n${signatureOf(one)}`;
    groups.set(key, [...(groups.get(key) ?? []), at]);
  });
  return [...groups.values()].flatMap((places) => {
    const pieces = places.flatMap((at) => tables[at] ?? []);
    const isOne = !isReadings(pieces) && new Set(pieces.flatMap(placesOf)).size < 2;
    return isOne ? [places] : places.map((at) => [at]);
  });
}

/** The lists that belong to the ledger with columns of their own, and those that may: other enterprises of the same place and time. */
function belonging(
  pieces: (places: readonly number[]) => BookTable[],
  alike: readonly number[],
  rivals: readonly number[],
): { readonly joined: readonly number[]; readonly fitting: readonly number[] } {
  const together = [...alike];
  const fitting: number[] = [];
  for (const at of rivals) {
    const [own] = pieces([at]);
    if (!own || comeAgain(pieces([...together, at]), own) > AGAIN.lists) continue;
    if (new Set(pieces([...together, at]).flatMap(placesOf)).size > 1) continue;
    fitting.push(at);
    const isPlain = hasBoth(own.table.headers) && pieces(alike).some(({ table }) => hasBoth(table.headers));
    // What was let in one year and in the next are other parcels: they may be meant together, and nobody but a person can say so.
    const isUnasked = isPlain && !arePeriods(pieces([...together, at]));
    if (isUnasked && !isCalled(own, SPARE)) together.push(at);
  }
  return { joined: together.filter((at) => !alike.includes(at)), fitting };
}

/** What is kept beside a ledger: old states, examples, forms still to be filled in. */
const SPARE =
  /旧|原表|备份|副本|模板|样表|示例|样例|草稿|作废|历史|停产|关停|歇业|注销|退出|迁出|备查|剔除|拟|计划|目标/;

const COMPARED = /对照|对比|供?比较|参考|上年|去年|同期/;

/** 附：2022年度（对照） below this year's: it says itself that it is none of the ledger. */
function isForComparison(one: BookTable | undefined): boolean {
  return one !== undefined && isCalled(one, COMPARED);
}

/** Whether a table says itself that it is kept beside the ledger, or is of another time. */
export function isKeptBeside(one: NamedTable): boolean {
  return isCalled(one, SPARE) || isCalled(one, COMPARED);
}

function isCalled({ sheet, table }: NamedTable, words: RegExp): boolean {
  return words.test(sheet) || words.test(table.titleText ?? '');
}

/** A zone or a park lies in a county: lists of several of them are one county's. */
const ZONE = /[^市县旗盟州]*(?:开发|园|集聚|高新|经开|保税|示范|度假|合作|[试实]验|功能|管理)区$/;

function placesOf({ table }: BookTable): string[] {
  return [placeOf(table.titleText).replace(ZONE, '')].filter((place) => place !== '');
}

function scoreOf(one: BookTable | undefined): number {
  return one ? one.table.score - (one.visible ? 0 : 3) + (one.active ? 0.2 : 0) : -Infinity;
}

/** The names of the columns without years, months and numbers, and the units they are in. */
function signatureOf({ table }: BookTable): string {
  const names = table.paths.map((path) =>
    headerOf(path.at(-1) ?? '').name.replace(/\d+|[一二三四五六七八九十]+月/g, ''),
  );
  const units = table.headers.units.map((unit) => unit?.text ?? '');
  return [names.join('|'), units.join('|'), table.unitNotes.join('|')].join('\n');
}

/** A list that says less than the best is one where its enterprises are others: 停产企业, with land alone; tenants, with a tax. */
function isRival(one: BookTable | undefined, best: BookTable, isOther: (one: BookTable) => boolean): boolean {
  if (!one || !isWho(one.table.headers)) return false;
  const isPoor = one.table.score < best.table.score - POORER;
  if (isPoor && !['landArea', 'taxPaid'].some((id) => one.table.headers.byField.has(id))) return false;
  return (!isPoor && (hasBoth(one.table.headers) || !hasBoth(best.table.headers))) || isOther(one);
}

function isWho({ byField, doubts }: HeaderMatch): boolean {
  const isOpen = doubts.some(({ field, guessed }) => field.id === 'enterprise' && guessed !== true);
  return isOpen || ['enterprise', 'creditCode', 'parcelId'].some((id) => byField.has(id));
}

function hasBoth({ byField, doubts }: HeaderMatch): boolean {
  const has = (id: string) =>
    byField.has(id) || doubts.some(({ field, guessed }) => field.id === id && guessed !== true);
  return has('landArea') && has('taxPaid');
}

/** Several months or years of one list, or names that come again. */
function isReadings(pieces: readonly BookTable[]): boolean {
  return pieces.length > 1 && (arePeriods(pieces) || comeAgain(pieces) > AGAIN.readings);
}

/** Sheets or tables that are called after different months, quarters or years. */
function arePeriods(pieces: readonly BookTable[]): boolean {
  const periods = new Set(pieces.map(periodOf));
  return periods.size > 1 && !periods.has('');
}

const QUARTERS = '一二三四';

/** The month, quarter or year that a sheet or its table is called after, as texts that sort by time. */
export function periodOf(one: NamedTable | undefined): string {
  const said = [one?.sheet ?? '', one?.table.titleText ?? ''];
  const year = said.map((text) => /(?:19|20)\d{2}/.exec(text)?.[0]).find((text) => text !== undefined) ?? '';
  const parts = said.map((text) => partOfYear(text)).find((text) => text !== '') ?? '';
  return year + parts;
}

function partOfYear(text: string): string {
  const month = /(?:\d{1,2}-)?(\d{1,2})月/.exec(text)?.[1];
  if (month !== undefined) return month.padStart(2, '0');
  const quarter = /([一二三四1-4])季/.exec(text)?.[1];
  if (quarter !== undefined) return `0${String((QUARTERS.indexOf(quarter) + 1 || Number(quarter)) * 3)}`.slice(-2);
  return /上半年/.test(text) ? '06' : /下半年/.test(text) ? '12' : '';
}

/** 合计, 7家 and 空置 stand on every sheet and are nobody's. */
function isNobody(cell: Cell): boolean {
  return isBlank(cell) || isVacancy(cell) || /^(?:[合小总]\s*计|共?\s*\d+\s*[户家个宗])/.test(String(cell).trim());
}

/** How many of the names or codes of the later pieces, or of the one given, stood in an earlier one. */
function comeAgain(pieces: readonly BookTable[], of?: BookTable): number {
  const seen = new Set<string>();
  let [again, all] = [0, 0];
  pieces.forEach((piece, nth) => {
    const { table, rows } = piece;
    const keys = ['creditCode', 'enterprise'].flatMap((id) => table.headers.byField.get(id)?.column ?? []);
    const own = rows
      .map((row) => keys.flatMap((column) => (isNobody(row[column]) ? [] : [String(row[column]).trim()])))
      .filter(({ length }) => length > 0);
    if (nth > 0 && (of === undefined || of === piece)) {
      all += own.length;
      again += own.filter((texts) => texts.some((text) => seen.has(text))).length;
    }
    for (const text of own.flat()) seen.add(text);
  });
  return all === 0 ? 0 : again / all;
}

/** The years of a table that has one row an enterprise and year, newest first; none where every enterprise has one row. */
export function yearsOfRows({ byField, doubts }: HeaderMatch, rows: Rows): number[] {
  const year = byField.get('evaluationYear')?.column;
  const open = doubts.find(({ field }) => field.id === 'enterprise')?.columns[0];
  const key = (byField.get('creditCode') ?? byField.get('enterprise') ?? open)?.column;
  if (year === undefined || key === undefined) return [];
  const years = new Set<number>();
  const seen = new Set<string>();
  let [again, all] = [0, 0];
  let last = '';
  for (const row of rows) {
    const own = yearOfCell(row[year]);
    if (own === undefined) continue;
    years.add(own);
    all++;
    // A name written once holds for the years below it.
    if (!isBlank(row[key])) last = String(row[key]);
    if (seen.has(last)) again++;
    seen.add(last);
  }
  return years.size > 1 && again >= all * AGAIN.readings ? [...years].sort((a, b) => b - a) : [];
}

/** The year that a cell of a column of years names. */
export function yearOfCell(cell: Cell): number | undefined {
  const text = /(?:19|20)\d{2}/.exec(isBlank(cell) ? '' : String(cell))?.[0];
  return text === undefined ? undefined : Number(text);
}
