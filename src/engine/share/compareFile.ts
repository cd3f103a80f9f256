import { isBlank, type Cell } from '../ledger/cell';
import type { CellOffers } from './cellOffers';
import { formulaHazard } from './formulaHazards';
import type { HomeSide } from './homeSide';
import { cellsOfPart } from './maskCells';
import type { RowMatching } from './matchRows';
import type { FileStatus, MergeNote } from './mergeTypes';
import { returnedCell, returnedFormula, type Recognised, type ReturnedFile } from './returned';
import { returnedRows } from './returnedRows';
import type { SentCopy } from './sentBatch';
import { sameCell } from './sharedLedger';
import { Masker } from './stableCodes';

/** A returned file, and where what it says is gathered. */
export interface FileToCompare {
  readonly file: number;
  readonly returned: ReturnedFile;
  readonly recognised: Extract<Recognised, { kind: 'copy' }>;
  readonly offers: CellOffers;
  readonly notes: MergeNote[];
}

/** Compares one returned file, cell by cell, and notes everything that is no plain change of a cell. */
export function compareFile(side: HomeSide, given: FileToCompare): FileStatus {
  const { recognised, notes, file } = given;
  const { table, copy } = recognised;
  const sent = sentCells(side, given);
  const matching = returnedRows(side, { recognised, sent });
  notes.push(...shapeNotes(given), ...carriedNotes(given), ...hazardNotes(given), ...rowNotes(side, given, matching));
  notes.push(...overwrittenNotes(given, matching));
  let changed = 0;
  for (const [row, match] of matching.pairs) {
    const fileRow = row + table.firstRow;
    const batchRow = copy.rows[match.base] ?? -1;
    const homeRow = side.rowOf.get(batchRow);
    const pair = {
      fileRow,
      batchRow,
      homeRow,
      sent: sent[match.base] ?? [],
      byName: match.by === 'name' || side.byName.has(batchRow),
    };
    changed += compareRow(side, given, pair);
    if (match.keyChanged && homeRow !== undefined) notes.push({ kind: 'keyChanged', file, row: homeRow, fileRow });
  }
  return { kind: 'compared', copy, rows: matching.pairs.size, changed };
}

/** The cells as the copy had them, masks included: made again from what was sent and the codes kept at home. */
function sentCells({ batch, codes }: HomeSide, { recognised: { copy } }: FileToCompare): Cell[][] {
  const source = { rows: batch.rows, isData: (row: number) => batch.rowCodes[row] !== '', fields: batch.fields };
  return cellsOfPart(source, copy, new Masker(codes));
}

function shapeNotes({ file, recognised: { table, batch } }: FileToCompare): MergeNote[] {
  const renamed: MergeNote[] = table.renamed
    ? [{ kind: 'sheetRenamed', file, title: batch.sheetName, sheet: table.sheet.name }]
    : [];
  return [
    ...renamed,
    ...table.lostColumns.map((title): MergeNote => ({ kind: 'columnLost', file, title })),
    ...table.newColumns.map(({ title, filled }): MergeNote => ({ kind: 'columnNew', file, title, count: filled })),
  ];
}

/** Our results were formulas in this copy, and some are not any more. */
function overwrittenNotes({ file, recognised: { table, copy } }: FileToCompare, matching: RowMatching): MergeNote[] {
  if (copy.level === 'values') return [];
  return table.resultColumns.flatMap((fileColumn) => {
    const isFormula = (row: number) => (table.sheet.formulas[row + table.firstRow]?.[fileColumn] ?? '') !== '';
    const rows = [...matching.pairs.keys()];
    // A copy whose results had to be values has no formula in the column at all.
    if (!rows.some(isFormula)) return [];
    return rows
      .filter((row) => !isFormula(row))
      .map((row): MergeNote => {
        const value = table.sheet.values[row + table.firstRow]?.[fileColumn];
        const title = String(table.sheet.values[table.firstRow - 1]?.[fileColumn] ?? '');
        return { kind: 'resultOverwritten', file, fileRow: row + table.firstRow, fileColumn, title, value };
      });
  });
}

/** Macros and the like are never run or followed; that they are there is told. */
function carriedNotes({ file, returned: { carried = [] } }: FileToCompare): MergeNote[] {
  return carried.map((one) => ({ kind: 'carried', file, carried: one }));
}

/** Every formula of every sheet that reaches outside, whether or not its cell would have been looked at. */
function hazardNotes({ file, returned }: FileToCompare): MergeNote[] {
  return returned.sheets.flatMap(({ name: sheet, formulas }) =>
    formulas.flatMap((row, fileRow) =>
      row.flatMap((formula, fileColumn): MergeNote[] => {
        const hazard = formula === '' ? undefined : formulaHazard(formula);
        return hazard ? [{ kind: 'hazard', file, sheet, fileRow, fileColumn, hazard }] : [];
      }),
    ),
  );
}

function rowNotes(side: HomeSide, given: FileToCompare, matching: RowMatching): MergeNote[] {
  const { file, recognised } = given;
  const { table, copy } = recognised;
  const removed = matching.missing.map((row): MergeNote => {
    const homeRow = side.rowOf.get(copy.rows[row] ?? -1);
    return { kind: 'removed', file, ...(homeRow === undefined ? {} : { row: homeRow }) };
  });
  const unsure = matching.unsure.map(({ row, reason }): MergeNote => {
    const name = returnedCell(table, row + table.firstRow, side.batch.fields.indexOf('enterprise'));
    return { kind: 'unsure', file, fileRow: row + table.firstRow, reason, name: String(name ?? '') };
  });
  return [...matching.added.map((row) => addedNote(side, given, row)), ...removed, ...unsure];
}

function addedNote(side: HomeSide, { file, recognised: { table, copy } }: FileToCompare, row: number): MergeNote {
  const fileRow = row + table.firstRow;
  const cells = copy.columns.flatMap(({ column }): [number, Cell][] => {
    const value = returnedCell(table, fileRow, column);
    const homeColumn = side.columnOf.get(column);
    const isSafe = formulaHazard(returnedFormula(table, fileRow, column)) === undefined;
    return isBlank(value) || !isSafe || homeColumn === undefined ? [] : [[homeColumn, value]];
  });
  return { kind: 'added', file, fileRow, cells };
}

interface Pair {
  readonly fileRow: number;
  readonly batchRow: number;
  readonly homeRow: number | undefined;
  readonly sent: readonly Cell[];
  readonly byName: boolean;
}

/** Returns how many cells of the row are not as they were sent. */
function compareRow(side: HomeSide, given: FileToCompare, pair: Pair): number {
  const changed = given.recognised.copy.columns.filter((_, index) => isChanged(side, given, { ...pair, index }));
  if (changed.length > 0) given.notes.push(...placeNotes(side, given, { ...pair, changed }));
  return changed.length;
}

/** Tells where changes of a row have no place here, or are taken as made here already though the row may be a namesake's. */
function placeNotes(
  side: HomeSide,
  { file, recognised: { table } }: FileToCompare,
  { fileRow, batchRow, homeRow, byName, changed }: Pair & { readonly changed: SentCopy['columns'] },
): MergeNote[] {
  if (homeRow === undefined) return [{ kind: 'goneHere', file, fileRow, count: changed.length }];
  if (!byName || !hasNamesake(side, batchRow)) return [];
  const agreed = changed.filter(({ column }) => {
    const home = placeAtHome(side, homeRow, column);
    return home && sameCell(side.home.rows[home.row]?.[home.column], returnedCell(table, fileRow, column));
  });
  return agreed.length === 0 ? [] : [{ kind: 'namesake', file, fileRow, row: homeRow, count: agreed.length }];
}

function hasNamesake({ keys }: HomeSide, batchRow: number): boolean {
  const name = keys[batchRow]?.name;
  return name !== undefined && keys.some((other, row) => row !== batchRow && other?.name === name);
}

const ERROR = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA)$/;

function isChanged(side: HomeSide, given: FileToCompare, at: Pair & { readonly index: number }): boolean {
  const { table, copy } = given.recognised;
  const part = copy.columns[at.index];
  const value = part && returnedCell(table, at.fileRow, part.column);
  if (!part || value === undefined) return false;
  const home = placeAtHome(side, at.homeRow, part.column);
  const sent = side.batch.rows[at.batchRow]?.[part.column];
  if (home && !sameCell(side.home.rows[home.row]?.[home.column], sent)) given.offers.markHere(home.row, home.column);
  if (sameCell(value, at.sent[at.index])) {
    if (home) given.offers.same(home.row, home.column);
    return false;
  }
  tellChange(side, given, { at, value, home });
  return true;
}

function placeAtHome(side: HomeSide, row: number | undefined, batchColumn: number) {
  const column = side.columnOf.get(batchColumn);
  return row === undefined || column === undefined ? undefined : { row, column };
}

interface Changed {
  readonly at: Pair & { readonly index: number };
  readonly value: Cell;
  readonly home: { readonly row: number; readonly column: number } | undefined;
}

function tellChange(side: HomeSide, given: FileToCompare, { at, value, home }: Changed): void {
  const { file, notes, offers, recognised } = given;
  const { table, batch, copy } = recognised;
  const part = copy.columns[at.index];
  if (!part) return;
  const formula = returnedFormula(table, at.fileRow, part.column);
  if (formulaHazard(formula) !== undefined) return;
  const title = batch.titles[part.column] ?? '';
  const place = { file, fileRow: at.fileRow, title };
  if (!side.columnOf.has(part.column)) notes.push({ ...place, kind: 'columnGoneHere', value });
  if (!home) return;
  if (part.role === 'masked') notes.push({ ...place, ...home, kind: 'maskChanged', value });
  else if (typeof value === 'string' && ERROR.test(value)) notes.push({ ...place, ...home, kind: 'errorValue', value });
  else {
    if (formula !== '') notes.push({ ...place, ...home, kind: 'typedFormula', value });
    const kind = part.role === 'locked' ? 'locked' : at.byName ? 'byName' : 'there';
    const department = copy.department === undefined ? {} : { department: copy.department };
    offers.add({ ...home, file, value, fileRow: at.fileRow, sent: at.sent[at.index], kind, title, ...department });
  }
}
