import { eachRow, type Steps } from '../../../steps/steps';
import { DECIDED } from './decisionColumns';
import { CHANGED, heldLedger, type HeldLedger } from './heldLedger';
import { GRADE_HELPER } from '../grade/gradeColumns';
import { NAME_LISTS, OWN_HEADS } from './ledgerFormulas';
import { modelCells, editModel, type ModelEdit } from '../rerun/editModel';
import type { HeldCells } from '../rerun/keepTyped';
import type { NewSheet, SheetCell } from '../../../sheet/sheet';
import { followRow } from '../../../formula/followRow';

/** A 标准台账 brought up to date, and what that changed. */
export interface Refreshed {
  /** Everything that the sheet should hold, people's cells among it. */
  readonly model: NewSheet;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly kept: number;
}

const TYPED: readonly string[] = [DECIDED.status, DECIDED.tier, DECIDED.path];
/** Where a row stands may change without its data. */
const PLACES: readonly string[] = ['来源行', CHANGED, ...NAME_LISTS];

/** Whether a new model can be written over the table: the same columns in the same places. */
export function hasSameColumns(held: HeldCells, model: NewSheet): boolean {
  const made = keysAsHeld(model);
  const [before, now] = [heldLedger(held), heldLedger(made)];
  if (!before || !now || before.header !== now.header) return false;
  const parameters = (cells: HeldCells) =>
    JSON.stringify((cells[now.header - 3] ?? []).slice(2).filter((cell) => cell !== ''));
  const isSame = now.heads.every((head, column) => head === before.heads[column]);
  return isSame && (now.header === 3 || parameters(held) === parameters(made));
}

/**
 * Carries what people typed on an earlier 标准台账 into its new model: 认定状态 and 人工结论 by row key, and every column that people
 * added at the right, formulas with their row.
 */
export function* refreshClean(model: NewSheet, held: HeldCells): Steps<Refreshed> {
  const [before, now] = [heldLedger(held), heldLedger(keysAsHeld(model))];
  const made = modelCells(model);
  yield;
  if (!before || !now) return { model, added: 0, removed: 0, changed: 0, kept: 0 };
  const edits: ModelEdit[] = [];
  const columns = { typed: typedColumns(before, now), own: comparedColumns(before, now) };
  let changed = 0;
  yield* eachRow([...now.rows], ([key, to]) => {
    const from = before.rows.get(key);
    if (from === undefined) return;
    edits.push(...typedCells(held[from] ?? [], { columns: columns.typed, from, to }));
    if (isChanged(held[from] ?? [], (column) => made(to, column), columns.own)) changed += 1;
  });
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

interface Moved {
  readonly columns: (at: number) => number | undefined;
  readonly from: number;
  readonly to: number;
}

function typedCells(line: readonly SheetCell[], { columns, from, to }: Moved): ModelEdit[] {
  return line.flatMap((cell, at): ModelEdit[] => {
    const column = cell === '' ? undefined : columns(at);
    return column === undefined ? [] : [{ row: to, column, ...carried(cell, from, to) }];
  });
}

/** Where a column of people's stands now: typed columns by their head, added ones behind ours. */
function typedColumns(before: HeldLedger, now: HeldLedger): (at: number) => number | undefined {
  const typed = new Map(TYPED.map((head) => [before.heads.indexOf(head), now.heads.indexOf(head)]));
  const [own, ownNow] = [ownColumns(before), ownColumns(now)];
  return (at) => {
    const column = typed.get(at) ?? (at < own ? -1 : ownNow + at - own);
    return column < 0 ? undefined : column;
  };
}

/** Our columns end with the source cells as they were read, and the formulas' own columns. */
function ownColumns({ heads }: HeldLedger): number {
  const isOurs = (head: string) =>
    head === CHANGED ||
    ['原值：', GRADE_HELPER].some((begin) => head.startsWith(begin)) ||
    OWN_HEADS.includes(head.replace(/\d+$/, ''));
  return heads.findLastIndex(isOurs) + 1;
}

function carried(cell: SheetCell, from: number, to: number): Pick<ModelEdit, 'value' | 'formula'> {
  const isFormula = typeof cell === 'string' && cell.startsWith('=');
  return isFormula ? { value: '', formula: followRow(cell, { from, to }) } : { value: cell, formula: '' };
}

function addedHeads(held: HeldCells, { before, now }: Both): ModelEdit[] {
  const move = ownColumns(now) - ownColumns(before);
  return (held[before.header] ?? []).flatMap((head, at) =>
    at < ownColumns(before) || head === '' ? [] : [{ row: now.header, column: at + move, value: head, formula: '' }],
  );
}

/** The columns whose values make a row another one, where they stood and where they stand. */
function comparedColumns(before: HeldLedger, now: HeldLedger): readonly (readonly [was: number, is: number])[] {
  return now.heads.flatMap((head, column) => {
    const at = [...TYPED, ...PLACES, ''].includes(head) ? -1 : before.heads.indexOf(head);
    return at < 0 ? [] : [[at, column] as const];
  });
}

/** Whether a row's own values differ: formulas follow by themselves. */
function isChanged(
  held: readonly SheetCell[],
  made: (column: number) => ReturnType<ReturnType<typeof modelCells>>,
  columns: ReturnType<typeof comparedColumns>,
): boolean {
  return columns.some(([at, column]) => {
    const [was, { value: is, formula }] = [held[at] ?? '', made(column) ?? { value: '', formula: '' }];
    return formula === '' && was !== is && !String(was).startsWith('=') && !String(is).startsWith('=');
  });
}

/** A model's cells as a sheet would hold them: a formula as its text. */
export function cellsAsHeld(model: NewSheet): HeldCells {
  return asHeld(model, () => Infinity);
}

/** The same without what stands behind the key of a row below the heads. */
function keysAsHeld(model: NewSheet): HeldCells {
  return asHeld(model, (row) => (row < model.freezeRows ? Infinity : 1));
}

/** So many cells of each row. */
function asHeld(model: NewSheet, most: (row: number) => number): HeldCells {
  const cell = modelCells(model);
  const rows = Math.max(...model.blocks.map(({ row, values }) => row + values.length));
  const columns = Math.max(...model.blocks.map(({ column, values }) => column + (values[0]?.length ?? 0)));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: Math.min(columns, most(row)) }, (__, column) => {
      const { value = '', formula = '' } = cell(row, column) ?? {};
      return formula === '' ? value : formula;
    }),
  );
}
