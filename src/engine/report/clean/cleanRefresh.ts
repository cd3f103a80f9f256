import { textAt } from '../../column/verbs';
import type { Ledger } from '../../ledger/readLedger';
import { CHANGED } from './cleanColumns';
import { DECIDED } from './decisionColumns';
import { GRADE_HELPER } from '../grade/gradeColumns';
import { NAME_LISTS, OWN_HEADS } from './ledgerFormulas';
import { cellsOf, editModel, type CellEdit } from '../rerun/editModel';
import type { HeldCells } from '../rerun/keepTyped';
import type { NewSheet, SheetCell } from '../../../sheet/sheet';
import type { Conclusion } from '../lists/listInput';
import { followRow } from '../../../formula/followRow';

/** A 标准台账 as it stands on a sheet: rows from 0, the heads of its columns, and its rows by key. */
export interface HeldLedger {
  readonly header: number;
  readonly heads: readonly string[];
  readonly rows: ReadonlyMap<string, number>;
  /** The first row after the table. */
  readonly end: number;
}

/** A 标准台账 brought up to date, and what that changed. */
export interface Refreshed {
  /** Everything that the sheet should hold, people's cells among it. */
  readonly model: NewSheet;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly kept: number;
}

const KEY = '键';
const TYPED: readonly string[] = [DECIDED.status, DECIDED.tier, DECIDED.path];
/** Where a row stands may change without its data. */
const PLACES: readonly string[] = ['来源行', CHANGED, ...NAME_LISTS];

/** The table of a 标准台账 on a sheet, from A1 on; undefined where the sheet holds none. */
export function heldLedger(held: HeldCells): HeldLedger | undefined {
  const header = held.findIndex((line) => line[0] === KEY && line.includes(CHANGED));
  if (header < 0) return undefined;
  const heads = (held[header] ?? []).map(String);
  const rows = new Map<string, number>();
  let row = header + 1;
  const nth = counter();
  for (; String(held[row]?.[0] ?? '') !== ''; row++) rows.set(nth(String(held[row]?.[0])), row);
  return { header, heads, rows, end: row };
}

/** Tells rows of one key apart by their order. */
function counter(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}#${String(times)}`;
  };
}

/** Whether a new model can be written over the table: the same columns in the same places. */
export function hasSameColumns(held: HeldCells, model: NewSheet): boolean {
  const [before, now] = [heldLedger(held), heldLedger(cellsAsHeld(model))];
  if (!before || !now || before.header !== now.header) return false;
  const parameters = (cells: HeldCells) =>
    JSON.stringify((cells[now.header - 3] ?? []).slice(2).filter((cell) => cell !== ''));
  const isSame = now.heads.every((head, column) => head === before.heads[column]);
  return isSame && (now.header === 3 || parameters(held) === parameters(cellsAsHeld(model)));
}

/**
 * Carries what people typed on an earlier 标准台账 into its new model: 认定状态 and 人工结论 by row key, and every column that people
 * added at the right, formulas with their row.
 */
export function refreshClean(model: NewSheet, held: HeldCells): Refreshed {
  const made = cellsAsHeld(model);
  const [before, now] = [heldLedger(held), heldLedger(made)];
  if (!before || !now) return { model, added: 0, removed: 0, changed: 0, kept: 0 };
  const edits: CellEdit[] = [];
  let changed = 0;
  for (const [key, to] of now.rows) {
    const from = before.rows.get(key);
    if (from === undefined) continue;
    edits.push(...typedCells(held, { before, now, from, to }));
    if (isChanged({ held, made }, { before, now, from, to })) changed += 1;
  }
  const heads = addedHeads(held, { before, now });
  return {
    model: editModel(model, [...edits, ...heads]),
    added: [...now.rows.keys()].filter((key) => !before.rows.has(key)).length,
    removed: [...before.rows.keys()].filter((key) => !now.rows.has(key)).length,
    changed,
    kept: edits.length,
  };
}

interface Both {
  readonly before: HeldLedger;
  readonly now: HeldLedger;
}
type Moved = Both & { readonly from: number; readonly to: number };

function typedCells(held: HeldCells, { before, now, from, to }: Moved): CellEdit[] {
  const line = held[from] ?? [];
  return line.flatMap((cell, at): CellEdit[] => {
    if (cell === '') return [];
    const column = columnOf(before, now, at);
    return column === undefined ? [] : [{ row: to, column, ...carried(cell, from, to) }];
  });
}

/** Where a column of people's stands now: typed columns by their head, added ones behind ours. */
function columnOf(before: HeldLedger, now: HeldLedger, at: number): number | undefined {
  const head = before.heads[at] ?? '';
  if (TYPED.includes(head)) return now.heads.includes(head) ? now.heads.indexOf(head) : undefined;
  const own = ownColumns(before);
  return at < own ? undefined : ownColumns(now) + at - own;
}

/** Our columns end with the source cells as they were read, and the formulas' own columns. */
function ownColumns({ heads }: HeldLedger): number {
  const isOurs = (head: string) =>
    head === CHANGED ||
    ['原值：', GRADE_HELPER].some((begin) => head.startsWith(begin)) ||
    OWN_HEADS.includes(head.replace(/\d+$/, ''));
  return heads.findLastIndex(isOurs) + 1;
}

function carried(cell: SheetCell, from: number, to: number): Pick<CellEdit, 'value' | 'formula'> {
  const isFormula = typeof cell === 'string' && cell.startsWith('=');
  return isFormula ? { value: '', formula: followRow(cell, { from, to }) } : { value: cell, formula: '' };
}

function addedHeads(held: HeldCells, { before, now }: Both): CellEdit[] {
  const move = ownColumns(now) - ownColumns(before);
  return (held[before.header] ?? []).flatMap((head, at) =>
    at < ownColumns(before) || head === '' ? [] : [{ row: now.header, column: at + move, value: head, formula: '' }],
  );
}

/** Whether a row's own values differ: formulas follow by themselves. */
function isChanged(
  cells: { readonly held: HeldCells; readonly made: HeldCells },
  { before, now, from, to }: Moved,
): boolean {
  return now.heads.some((head, column) => {
    if (TYPED.includes(head) || PLACES.includes(head) || head === '') return false;
    const at = before.heads.indexOf(head);
    const [was, is] = [cells.held[from]?.[at] ?? '', cells.made[to]?.[column] ?? ''];
    return at >= 0 && !String(was).startsWith('=') && !String(is).startsWith('=') && was !== is;
  });
}

/** A model's cells as a sheet would hold them: a formula as its text. */
export function cellsAsHeld(model: NewSheet): HeldCells {
  const cell = cellsOf(model);
  const rows = Math.max(...model.blocks.map(({ row, values }) => row + values.length));
  const columns = Math.max(...model.blocks.map(({ column, values }) => column + (values[0]?.length ?? 0)));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const { value = '', formula = '' } = cell(row, column) ?? {};
      return formula === '' ? value : formula;
    }),
  );
}

/** What people decided on a 标准台账, by the rows of the ledger that it was made from. */
export function conclusionsOn(held: HeldCells, ledger: Ledger): ReadonlyMap<number, Conclusion> {
  const table = heldLedger(held);
  if (!table) return new Map();
  const nth = counter();
  const decided = new Map<number, Conclusion>();
  ledger.kinds.forEach((kind, row) => {
    if (kind !== 'data') return;
    const key = codeOf(ledger, row);
    const line = key === undefined ? undefined : table.rows.get(nth(key));
    if (line === undefined) return;
    const word = (head: string) => String(held[line]?.[table.heads.indexOf(head)] ?? '');
    const own = { status: word(DECIDED.status), tier: word(DECIDED.tier), path: word(DECIDED.path) };
    if (Object.values(own).some((text) => text !== '')) decided.set(row, own);
  });
  return decided;
}

/** The code that 标准台账 has as a row's key; undefined where the row has none and is told by its place. */
export function codeOf(ledger: Ledger, row: number): string | undefined {
  return textAt(ledger, 'creditCode', row) ?? textAt(ledger, 'parcelId', row);
}
