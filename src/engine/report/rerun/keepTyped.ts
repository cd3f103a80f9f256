import type { NewSheet, SheetCell } from '../../../sheet/sheet';
import { modelCells, editModel, type ModelEdit } from './editModel';
import { followRow, type RowMove } from '../../../formula/followRow';
import { normalForm } from '../../../formula/normalForm';

/** A sheet of an earlier run as it stands: from A1 on, each cell's formula, or its value where it has none. */
export type HeldCells = readonly (readonly SheetCell[])[];

/** How a table stands on a sheet; rows and columns from 0, the same in the earlier run and the new one. */
export interface KeyedTable {
  /** The two header rows; the upper one names groups. */
  readonly head: number;
  readonly body: number;
  /** The column that tells rows apart, or several that do so together: rows that even these leave alike are not carried over. */
  readonly key: number | readonly number[];
  /** Heads of columns that are always made anew. */
  readonly anew: readonly string[];
  /**
   * Heads of the columns that people type in; left out, all others are. Where given, a plain cell elsewhere is ours, as is every
   * formula elsewhere: only values typed over formulas are kept there.
   */
  readonly open?: readonly string[];
  /** Where columns that people added go. */
  readonly spare: number;
  /** The head at which the table has ended, though cells follow. */
  readonly end: string;
}

/** The new model with everything that people had typed, and how many cells that is. */
export interface KeptModel {
  readonly model: NewSheet;
  readonly kept: number;
}

interface HeldTable {
  /** Column by head. */
  readonly columns: ReadonlyMap<string, number>;
  /** Row by key. */
  readonly rows: ReadonlyMap<string, number>;
  /** Rows that their key does not tell apart. */
  readonly alike: readonly number[];
}

/**
 * Carries what people typed from an earlier sheet into its new run, cell by cell: rows are told by their key, columns by their head,
 * wherever either has gone. A value over a formula, another formula, and any value in a plain column stay; formulas of our own follow.
 */
export function keepTyped(model: NewSheet, held: HeldCells, table: KeyedTable): KeptModel {
  const cell = modelCells(model);
  const now = tableOf((row, column) => cell(row, column)?.value ?? '', table);
  const before = tableOf((row, column) => held[row]?.[column] ?? '', table);
  const edits: ModelEdit[] = [];
  for (const [key, from] of before.rows) {
    const row = now.rows.get(key);
    if (row === undefined) continue;
    for (const [head, at] of before.columns) {
      const column = now.columns.get(head);
      const was = held[from]?.[at] ?? '';
      if (column === undefined || table.anew.includes(head) || was === '') continue;
      const made = cell(row, column);
      if (!isPeoples(was, { head, made, open: table.open })) continue;
      const edit = { row, column, ...typed(was, { from, to: row }) };
      if (isOwn(was, made, { from, to: row })) continue;
      if (made?.value === edit.value && made.formula === edit.formula) continue;
      edits.push(edit);
    }
  }
  const added = addedColumns(held, { now, before, table });
  return { model: editModel(model, [...edits, ...added]), kept: edits.length + added.length };
}

/** Whether a cell may be a person's: any of a column that people type in, and a value where a formula of ours would stand. */
function isPeoples(
  was: SheetCell,
  {
    head,
    made,
    open,
  }: {
    readonly head: string;
    readonly made: { readonly formula: string } | undefined;
    readonly open: readonly string[] | undefined;
  },
): boolean {
  return open === undefined || open.includes(head) || (!isFormula(was) && (made?.formula ?? '') !== '');
}

/** Keys of an earlier table that a new one lacks: rows people added, or townships that the ledger no longer has. */
export function keysHeld(held: HeldCells, table: KeyedTable): readonly string[] {
  return [...tableOf((row, column) => held[row]?.[column] ?? '', table).rows.keys()];
}

/** An earlier table's lines by key, in the order of the heads asked for; a head that is gone gives ''. */
export function linesHeld(held: HeldCells, table: KeyedTable, heads: readonly string[]): Map<string, SheetCell[]> {
  const { rows, columns } = tableOf((row, column) => held[row]?.[column] ?? '', table);
  const at = heads.map((head) => columns.get(head));
  const line = (row: number) => at.map((column) => (column === undefined ? '' : (held[row]?.[column] ?? '')));
  return new Map([...rows].map(([key, row]) => [key, line(row)]));
}

/**
 * How many lines of an earlier table have something in a column that people type in, but are not in the new table or cannot be told
 * apart: what is in them is not carried over.
 */
export function linesLeft(model: NewSheet, held: HeldCells, table: KeyedTable): number {
  const cell = modelCells(model);
  const now = tableOf((row, column) => cell(row, column)?.value ?? '', table);
  const before = tableOf((row, column) => held[row]?.[column] ?? '', table);
  const open = (table.open ?? []).flatMap((head) => before.columns.get(head) ?? []);
  const left = [...before.rows].filter(([key]) => !now.rows.has(key)).map(([, row]) => row);
  return [...left, ...before.alike].filter((row) => open.some((column) => (held[row]?.[column] ?? '') !== '')).length;
}

function tableOf(at: (row: number, column: number) => SheetCell, { head, body, key, end }: KeyedTable): HeldTable {
  const columns = new Map<string, number>();
  let parent = '';
  let blanks = 0;
  for (let column = 0; blanks < 3; column++) {
    // Heads are broken over lines as their columns are wide.
    const [upper, lower] = [at(head, column), at(head + 1, column)].map((cell) => String(cell).replace(/\s/g, '')) as [
      string,
      string,
    ];
    if (upper === end) break;
    blanks = upper === '' && lower === '' ? blanks + 1 : 0;
    if (upper !== '') parent = upper;
    const name = lower === '' ? upper : `${parent}/${lower}`;
    if (name !== '' && !columns.has(name)) columns.set(name, column);
  }
  return { columns, ...rowsByKey(at, { body, key }) };
}

function rowsByKey(
  at: (row: number, column: number) => SheetCell,
  { body, key }: Pick<KeyedTable, 'body' | 'key'>,
): Pick<HeldTable, 'rows' | 'alike'> {
  const columns = typeof key === 'number' ? [key] : key;
  const found = new Map<string, number[]>();
  for (let row = body; columns.some((column) => String(at(row, column)) !== ''); row++) {
    const name = columns.map((column) => String(at(row, column)).trim()).join('\n');
    found.set(name, [...(found.get(name) ?? []), row]);
  }
  // A single key tells the first of its rows.
  const isTold = ([, rows]: [string, readonly number[]]) => typeof key === 'number' || rows.length === 1;
  const told = [...found].filter(isTold);
  return {
    rows: new Map(told.map(([name, rows]) => [name, rows[0] ?? body])),
    alike: [...found].filter((one) => !isTold(one)).flatMap(([, rows]) => rows),
  };
}

/** A value stays a value; a formula of a person's own names the cells of its new row. */
function typed(was: SheetCell, move: RowMove): Pick<ModelEdit, 'value' | 'formula'> {
  return isFormula(was) ? { value: '', formula: followRow(was, move) } : { value: was, formula: '' };
}

const isFormula = (cell: SheetCell): cell is string => typeof cell === 'string' && cell.startsWith('=');

/** Whether a formula is the one that we write there. */
function isOwn(was: SheetCell, made: { readonly formula: string } | undefined, move: RowMove): boolean {
  return isFormula(was) && made !== undefined && plain(followRow(was, move)) === plain(made.formula);
}

/** Whatever version of the sheets it names, however far its ranges go. */
const plain = (formula: string) =>
  normalForm(formula, (part) => part.replace(/_V\d+!/g, '!').replace(/([$A-Z]+\d+:\$?[A-Z]+\$?)\d+/g, '$1'));

function addedColumns(
  held: HeldCells,
  { now, before, table }: { readonly now: HeldTable; readonly before: HeldTable; readonly table: KeyedTable },
): ModelEdit[] {
  const added = [...before.columns].filter(([head]) => !now.columns.has(head));
  return added.flatMap(([head, from], index) => {
    const column = table.spare + index;
    const cells = [...before.rows].flatMap(([key, at]): ModelEdit[] => {
      const row = now.rows.get(key);
      const was = held[at]?.[from] ?? '';
      return row === undefined || was === '' ? [] : [{ row, column, ...typed(was, { from: at, to: row }) }];
    });
    return cells.length === 0 ? [] : [{ row: table.head, column, value: head, formula: '' }, ...cells];
  });
}
