import { definedOnly } from '../../../engine/column/index';
import { parseUnit } from '../../../engine/quantity/index';
import { fieldOf, type ColumnChoice } from '../../../engine/ledger/index';
import type { Choices } from './mapping';
import type { Source } from './source';

/** Where the workbook keeps what was said of columns. */
export const COLUMNS_KEY = 'mujun.columns';

/** What was said of one column, known by its header. */
interface KeptChoice {
  readonly header: string;
  readonly field?: string | null;
  readonly unit?: string;
  /** Further columns that are added to it (1) or taken off (-1). */
  readonly plus?: readonly { readonly header: string; readonly sign: 1 | -1 }[];
}

/** What was said of a table, known by all of its headers. */
interface KeptTable {
  readonly headers: readonly string[];
  readonly choices: readonly KeptChoice[];
}

const MOST_TABLES = 30;
const MOST_COLUMNS = 400;
/** A table with so much of its headers the same is the same one, a year later or with a column more. */
const ALIKE = 0.7;

/** The headers of a table as they are known again: without year and blanks, equal ones numbered; a mere year by what is over it. */
export function headerKeys(source: Source): string[] {
  const seen = new Map<string, number>();
  const joined = (cells: readonly unknown[]) =>
    cells
      .map(plain)
      .filter((text) => text !== '')
      .join('/');
  return source.located.paths.map((path, column) => {
    const key = joined(source.headers.map((row) => row[column])) || joined(path);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return nth === 1 ? key : `${key}#${String(nth)}`;
  });
}

/** The year goes, for it changes every year; the unit stays, for another unit is another column. */
function plain(cell: unknown): string {
  if (typeof cell !== 'string') return '';
  return cell
    .normalize('NFKC')
    .replace(/[\s\u200b]+/g, '')
    .replace(/(?:19|20)\d{2}(?:年度|年|(?!\d))/g, '')
    .toUpperCase();
}

/** What the workbook kept for a table like this one; a column whose header has changed is not found again. */
export function keptChoices(stored: unknown, source: Source): Choices {
  const keys = headerKeys(source);
  const table = bestTable(readTables(stored), keys);
  const byHeader = new Map(table?.choices.map((choice) => [choice.header, choice]) ?? []);
  return new Map(
    keys.flatMap((key, column): [number, ColumnChoice][] => {
      const choice = key === '' ? undefined : readChoice(byHeader.get(key), keys);
      return choice ? [[column, choice]] : [];
    }),
  );
}

function bestTable(tables: readonly KeptTable[], keys: readonly string[]): KeptTable | undefined {
  const ranked = tables.map((table) => ({ table, alike: alikeness(table.headers, keys) }));
  const [best] = ranked.filter(({ alike }) => alike >= ALIKE).toSorted((a, b) => b.alike - a.alike);
  return best?.table;
}

/** How much two lists of headers have in common, from 0 to 1 (Jaccard). */
function alikeness(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [one, other].map((keys) => new Set(keys.filter((key) => key !== '')));
  const shared = [...(a ?? [])].filter((key) => b?.has(key)).length;
  const all = (a?.size ?? 0) + (b?.size ?? 0) - shared;
  return all === 0 ? 0 : shared / all;
}

/** The workbook's memory with this table's choices in it; undefined when nothing is left to keep. */
export function withKeptChoices(stored: unknown, source: Source, choices: Choices): readonly KeptTable[] | undefined {
  const keys = headerKeys(source);
  const others = readTables(stored).filter(({ headers }) => headers.join('\n') !== keys.join('\n'));
  const headerAt = (column: number) => keys[column] ?? '';
  const kept = [...choices].map(([column, { field, unit, plus }]) => ({
    header: headerAt(column),
    ...definedOnly({ field }),
    ...(unit === undefined ? {} : { unit: unit.text }),
    ...(plus ? { plus: plus.map((part) => ({ header: headerAt(part.column), sign: part.sign })) } : {}),
  }));
  // An empty list is kept too: 恢复自动识别 must not bring back what an older table of the kind was told.
  const hasOlder = others.some(({ headers }) => alikeness(headers, keys) >= ALIKE);
  const own = kept.length === 0 && !hasOlder ? [] : [{ headers: keys, choices: kept }];
  const tables = [...own, ...others].slice(0, MOST_TABLES);
  return tables.length === 0 ? undefined : tables;
}

/** Reads what a workbook kept; anything that is not ours is left out, for anybody may have written it. */
function readTables(stored: unknown): KeptTable[] {
  const entries: unknown[] = Array.isArray(stored) ? stored.slice(0, MOST_TABLES) : [];
  return entries.flatMap((entry): KeptTable[] => {
    const { headers, choices } = (entry ?? {}) as { headers?: unknown; choices?: unknown };
    if (!Array.isArray(headers) || !Array.isArray(choices)) return [];
    const texts = headers.slice(0, MOST_COLUMNS).filter((text): text is string => typeof text === 'string');
    return [{ headers: texts, choices: choices.slice(0, MOST_COLUMNS).flatMap(readKept) }];
  });
}

function readKept(entry: unknown): KeptChoice[] {
  const { header, field, unit, plus } = (entry ?? {}) as Record<string, unknown>;
  if (typeof header !== 'string') return [];
  const known = knownField(field);
  const hasUnit = typeof unit === 'string';
  const parts = Array.isArray(plus) ? { plus: plus.slice(0, MOST_COLUMNS).map(readPart) } : {};
  return [{ header, ...definedOnly({ field: known }), ...(hasUnit ? { unit } : {}), ...parts }];
}

function readPart(entry: unknown): { readonly header: string; readonly sign: 1 | -1 } {
  const { header, sign } = (entry ?? {}) as Record<string, unknown>;
  return { header: typeof header === 'string' ? header : '', sign: sign === -1 ? -1 : 1 };
}

/** Of a sum all columns must be found again: half of one is another amount, and is asked about. */
function readChoice(kept: KeptChoice | undefined, keys: readonly string[]): ColumnChoice | undefined {
  const unit = kept?.unit === undefined ? undefined : parseUnit(kept.unit);
  if (!kept || (kept.field === undefined && !unit)) return undefined;
  const plus = kept.plus?.map(({ header, sign }) => ({ column: header === '' ? -1 : keys.indexOf(header), sign }));
  if (plus?.some(({ column }) => column < 0) === true) return undefined;
  return { ...definedOnly({ field: kept.field, unit, plus }) };
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
