import type { Cell } from '../../../src/engine/ledger/index';
import type { TrueRow } from '../intake/truth';
import type { Draw } from './draw';
import type { Enterprise } from './enterprises';

/** A column of a ledger in the making: the texts of its header from top to bottom, and what it says of an enterprise. */
export interface DraftColumn {
  readonly key: string;
  header: readonly string[];
  /** What it measures: a change of unit goes for all columns of a kind. */
  readonly kind?: 'land' | 'tax';
  /** Of what the header says, where it does. */
  unit?: string;
  cell: (enterprise: Enterprise, index: number) => Cell;
  /** Totals add it up. */
  readonly sums?: boolean;
  hidden?: boolean;
  numberFormat?: string;
}

/** What is right of a row, as far as it differs from what the enterprise is. */
export type RowTruth = Partial<Pick<TrueRow, 'enterprise' | 'landArea' | 'taxPaid' | 'grade' | 'doubtful'>>;

/** A line of the body. */
export interface DraftLine {
  readonly kind: 'enterprise' | 'total' | 'other';
  /** For enterprises, which one; for totals, those that they add up. */
  readonly of: readonly Enterprise[];
  /** Cells by the column's key, before what the column says itself. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** Number formats by the column's key, before the column's own. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Nothing: it is no row to be judged. */
  readonly truth?: RowTruth;
  readonly hidden?: boolean;
  /** Cells of columns from this one on are merged into it (`below`: how many lines further down). */
  readonly merges?: readonly { readonly key: string; readonly to?: string; readonly below?: number }[];
  /** A text over the whole line, in its first cell. */
  readonly text?: string;
  /** The header is repeated here. */
  readonly repeatsHeader?: boolean;
}

/** How the tables of a book are laid out over its sheets. */
export type Layout = 'one' | 'sheets' | 'stacked' | 'beside' | 'folded';

/** A ledger in the making: quirks change it one after another, and then it is written down with its truth. */
export interface Draft {
  readonly draw: Draw;
  enterprises: readonly Enterprise[];
  columns: DraftColumn[];
  /** Those of the tables behind the first one, where they differ. */
  otherColumns?: DraftColumn[];
  lines: DraftLine[];
  layout: Layout;
  /** Texts above the header, one a line; each stands in the column given. */
  readonly above: { readonly text: string; readonly column: number; readonly merged: boolean }[];
  readonly below: string[];
  /** Rows between header and body. */
  readonly underHeader: ((column: DraftColumn, at: number) => Cell)[];
  /** Where the unit of a column stands. */
  unitsAt: 'brackets' | 'halfBrackets' | 'slash' | 'below' | 'nowhere';
  /** Cells merged as they look; otherwise the text stands in the first and the others are blank. */
  mergesHeader: boolean;
  offset: { rows: number; columns: number };
  blankUnderHeader: number;
  sheetName: string;
  /** Sheets before and after those of the ledger: cells from A1 on. */
  readonly before: { readonly name: string; readonly cells: Cell[][]; readonly hidden?: boolean }[];
  readonly after: { readonly name: string; readonly cells: Cell[][]; readonly hidden?: boolean }[];
  /** Cells beside the table, from its first row on, a blank column between. */
  beside: Cell[][];
  /** Cells below the table, a blank row between. */
  under: Cell[][];
  readonly mustAsk: Set<string>;
  readonly mayAsk: Set<string>;
  readonly tells: Set<string>;
}

/** The column of a key; quirks that exclude one another never take one away. */
export function columnOf({ columns }: Draft, key: string): DraftColumn {
  const found = columns.find((column) => column.key === key);
  if (!found) throw new Error(`no column ${key}`);
  return found;
}

/** Puts columns before or behind the one of a key. */
export function putBeside(draft: Draft, key: string, ...columns: readonly DraftColumn[]): void {
  const at = draft.columns.indexOf(columnOf(draft, key));
  draft.columns.splice(draft.draw.chance(0.5) ? at : at + 1, 0, ...columns);
}

/** Puts columns in the place of the one of a key. */
export function replaceColumn(draft: Draft, key: string, columns: readonly DraftColumn[]): void {
  const at = draft.columns.indexOf(columnOf(draft, key));
  draft.columns.splice(at, 1, ...columns);
}

/** The line of an enterprise, as plain as can be. */
export function enterpriseLine(enterprise: Enterprise): DraftLine {
  return { kind: 'enterprise', of: [enterprise], cells: {}, truth: {} };
}

/** A line that adds up enterprises, under a name. */
export function totalLine(of: readonly Enterprise[], label: string): DraftLine {
  return { kind: 'total', of, cells: { name: label } };
}

/** Changes one line of an enterprise that no other quirk has changed; none may be left. */
export function changeLine(draft: Draft, change: (line: DraftLine, enterprise: Enterprise) => DraftLine): void {
  const free = draft.lines.filter((line) => line.kind === 'enterprise' && isPlain(line));
  if (free.length === 0) return;
  const chosen = draft.draw.one(free);
  const [enterprise] = chosen.of;
  if (enterprise) draft.lines[draft.lines.indexOf(chosen)] = change(chosen, enterprise);
}

function isPlain({ cells, truth, merges, hidden }: DraftLine): boolean {
  return Object.keys(cells).length === 0 && Object.keys(truth ?? {}).length === 0 && !merges && hidden !== true;
}
