import { isBlank, type Cell } from './cell';
import type { LocatedTable } from './locateTables';
import type { HeaderMatch } from './matchHeaders';
import { headerOf } from './words/header';

/** A table of a workbook with what it is told by: the sheet it stands on and its rows. */
export interface BookTable {
  readonly sheet: string;
  readonly visible: boolean;
  /** The sheet that a person looks at: of equals it is the one meant. */
  readonly active: boolean;
  readonly table: Pick<LocatedTable, 'paths' | 'headers' | 'score' | 'unitNotes'>;
  readonly rows: readonly (readonly Cell[])[];
}

/** Which tables of a workbook are the ledger, by their places in what was given. */
export interface BookChoice {
  /** The best one and all that have the same columns, in order: one ledger in pieces. */
  readonly alike: readonly number[];
  /** Other lists of enterprises with figures of their own. */
  readonly others: readonly number[];
  /** The best of them all. */
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
/** So many names that come again make pieces two readings of the same enterprises. */
const AGAIN = 0.3;

/** Chooses the ledger over a whole workbook by what its tables hold, not by which comes first. */
export function chooseTables(tables: readonly BookTable[]): BookChoice | undefined {
  const ranked = tables.map((_, at) => at).toSorted((a, b) => scoreOf(tables[b]) - scoreOf(tables[a]));
  const [best] = ranked;
  const first = best === undefined ? undefined : tables[best];
  if (best === undefined || !first) return undefined;
  if (scoreOf(first) < LEDGER) return { alike: [best], others: [], best, areReadings: false, isOpen: false };
  const lists = tables.flatMap((one, at) => (scoreOf(one) >= LEDGER && one.visible === first.visible ? [at] : []));
  const signature = signatureOf(first);
  const alike = lists.filter((at) => at === best || (tables[at] && signatureOf(tables[at]) === signature));
  const others = lists.filter((at) => !alike.includes(at) && isRival(tables[at], first));
  const pieces = alike.flatMap((at) => tables[at] ?? []);
  const areReadings = alike.length > 1 && (arePeriods(pieces) || comeAgain(pieces) > AGAIN);
  return { alike, others, best, areReadings, isOpen: others.length > 0 || areReadings };
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

function isRival(one: BookTable | undefined, best: BookTable): boolean {
  if (!one || one.table.score < best.table.score - POORER) return false;
  return isWho(one.table.headers) && (hasBoth(one.table.headers) || !hasBoth(best.table.headers));
}

function isWho({ byField }: HeaderMatch): boolean {
  return ['enterprise', 'creditCode', 'parcelId'].some((id) => byField.has(id));
}

function hasBoth({ byField, doubts }: HeaderMatch): boolean {
  const has = (id: string) =>
    byField.has(id) || doubts.some(({ field, guessed }) => field.id === id && guessed !== true);
  return has('landArea') && has('taxPaid');
}

/** Sheets that are called after months, quarters or years. */
function arePeriods(pieces: readonly BookTable[]): boolean {
  const sheets = new Set(pieces.map(({ sheet }) => sheet));
  return sheets.size > 1 && [...sheets].every((sheet) => /\d+月|\d{4}|季|[上下]半年/.test(sheet));
}

/** How many of the names or codes of the later pieces stood in an earlier one. */
function comeAgain(pieces: readonly BookTable[]): number {
  const seen = new Set<string>();
  let [again, all] = [0, 0];
  pieces.forEach(({ table, rows }, nth) => {
    const key = table.headers.byField.get('creditCode') ?? table.headers.byField.get('enterprise');
    if (!key) return;
    const own = rows
      .map((row) => row[key.column])
      .filter((cell) => !isBlank(cell))
      .map(String);
    if (nth > 0) {
      all += own.length;
      again += own.filter((text) => seen.has(text)).length;
    }
    for (const text of own) seen.add(text);
  });
  return all === 0 ? 0 : again / all;
}

/** The years of a table that has one row an enterprise and year, newest first; none where every enterprise has one row. */
export function yearsOfRows({ byField }: HeaderMatch, rows: readonly (readonly Cell[])[]): number[] {
  const year = byField.get('evaluationYear')?.column;
  const key = (byField.get('creditCode') ?? byField.get('enterprise'))?.column;
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
  return years.size > 1 && again >= all * AGAIN ? [...years].sort((a, b) => b - a) : [];
}

/** The year that a cell of a column of years names. */
export function yearOfCell(cell: Cell): number | undefined {
  const text = /(?:19|20)\d{2}/.exec(isBlank(cell) ? '' : String(cell))?.[0];
  return text === undefined ? undefined : Number(text);
}
