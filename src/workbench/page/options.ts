import type { Blank } from '../functions/callArguments';
import type { ThemeName } from '../host/theme';

/** What the page's address may ask for. */
export interface PageOptions {
  readonly blank: Blank;
  readonly theme: ThemeName;
  /** Width of the pane in pixels. */
  readonly pane: number;
}

/** The narrowest and the widest pane. */
export const PANE_WIDTH = { least: 320, usual: 350, most: 480 } as const;

const BLANKS: Readonly<Record<string, Blank>> = { zero: 0, null: null, empty: '' };

/** Reads `?blank=zero|null|empty&theme=light|dark|contrast&pane=320`; anything else is the default. */
export function pageOptions(search: string): PageOptions {
  const query = new URLSearchParams(search);
  const theme = query.get('theme');
  const blank = query.get('blank') ?? 'zero';
  return {
    blank: Object.hasOwn(BLANKS, blank) ? blankNamed(blank) : 0,
    theme: theme === 'dark' || theme === 'contrast' ? theme : 'light',
    pane: paneWidth(Number(query.get('pane') ?? PANE_WIDTH.usual)),
  };
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
