import type { Blank } from '../functions/callArguments';
import { BOOK_STATES, type BookState } from '../host/forbidden';
import type { ThemeName } from '../host/theme';

/** The newest ExcelApi set that this host claims; 2016 claims all of them and knows what Excel 2016 does. */
export type ExcelVersion = (typeof EXCEL_VERSIONS)[number];

/**
 * Custom functions of this host: working; absent and not claimed; claimed and absent, as a volume-licensed Excel does
 * (office-js 884), where each answers #NAME?; answered six times slower (6936); or every call cancelled and made again.
 */
export type FunctionSupport = (typeof FUNCTION_SUPPORT)[number];

/** Where this Excel claims to run: with a Mac and the web come what they do not do (downloads, large requests). */
type Platform = (typeof PLATFORMS)[number];

const PLATFORMS = ['pc', 'mac', 'web'] as const;

/** As Office.context.platform names them. */
export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = { pc: 'PC', mac: 'Mac', web: 'OfficeOnline' };

const EXCEL_VERSIONS = ['1.17', '1.14', '1.20', '2016'] as const;
const FUNCTION_SUPPORT = ['on', 'off', 'named', 'slow', 'twice'] as const;
const TABLES = ['still', 'grow'] as const;
const APPS = ['excel', 'word'] as const;

/** What the page's address may ask for. */
export interface PageOptions {
  readonly excel: ExcelVersion;
  readonly functions: FunctionSupport;
  readonly platform: Platform;
  /** How long a request takes at the least, in milliseconds, between two bounds; a real Excel takes 20 to 200. */
  readonly sync: readonly [least: number, most: number];
  readonly book: BookState;
  /** Whether tables take in what is filled beside and below them. */
  readonly tables: (typeof TABLES)[number];
  /** Another Office application is no place for the add-in. */
  readonly app: (typeof APPS)[number];
  readonly blank: Blank;
  readonly theme: ThemeName;
  /** Width of the pane in pixels. */
  readonly pane: number;
}

/** The narrowest and the widest pane. */
export const PANE_WIDTH = { least: 320, usual: 350, most: 480 } as const;

const LONGEST_SYNC = 2_000;

const BLANKS: Readonly<Record<string, Blank>> = { zero: 0, null: null, empty: '' };

/**
 * Reads `?blank=zero|null|empty&theme=light|dark|contrast&pane=320&excel=1.14|1.17|1.20|2016`,
 * `&functions=on|off|named|slow|twice&platform=pc|mac|web&sync=200` or `20-200`,
 * `&book=plain|readonly|xls|shared|editing&tables=still|grow&app=excel|word`; anything else is the default.
 */
export function pageOptions(search: string): PageOptions {
  const query = new URLSearchParams(search);
  const theme = query.get('theme');
  const blank = query.get('blank') ?? 'zero';
  return {
    excel: oneOf(EXCEL_VERSIONS, query.get('excel')),
    functions: oneOf(FUNCTION_SUPPORT, query.get('functions')),
    platform: oneOf(PLATFORMS, query.get('platform')),
    sync: syncBetween(query.get('sync') ?? '0'),
    book: oneOf(BOOK_STATES, query.get('book')),
    tables: oneOf(TABLES, query.get('tables')),
    app: oneOf(APPS, query.get('app')),
    blank: Object.hasOwn(BLANKS, blank) ? blankNamed(blank) : 0,
    theme: theme === 'dark' || theme === 'contrast' ? theme : 'light',
    pane: paneWidth(Number(query.get('pane') ?? PANE_WIDTH.usual)),
  };
}

/** One number, or two with a dash between. */
function syncBetween(text: string): readonly [number, number] {
  const [least = 0, most = least] = text
    .split(/(?<=\d)-/)
    .map((part) => Math.min(LONGEST_SYNC, Math.max(0, Number(part)) || 0));
  return [least, Math.max(least, most)];
}

/** The first where nothing known is named. */
function oneOf<Word extends string>(words: readonly [Word, ...Word[]], named: string | null): Word {
  return words.find((word) => word === named) ?? words[0];
}

/** A width the pane may have. */
export function paneWidth(pixels: number): number {
  if (!Number.isFinite(pixels)) return PANE_WIDTH.usual;
  return Math.round(Math.min(PANE_WIDTH.most, Math.max(PANE_WIDTH.least, pixels)));
}

/** Reads the way blanks are delivered from its name. */
export function blankNamed(name: string): Blank {
  if (!Object.hasOwn(BLANKS, name)) throw new Error(`unknown way of blanks: ${name}`);
  return BLANKS[name] ?? null;
}
