import { finish } from '../../steps/steps';
import { isBlank, type Cell } from '../ledger/cell';
import type { ComparedTable, FileToCompare } from './comparedTable';
import { contestedRows } from './contestedRows';
import { carriedNotes, hazardNotes, overwrittenNotes, shapeNotes } from './fileNotes';
import { formulaHazard } from './formulaHazards';
import type { HomeSide } from './homeSide';
import { cellsOfPart, maskedSource } from './maskCells';
import { MaskReader } from './maskReader';
import type { ChangeKind, FileStatus, MergeNote } from './mergeTypes';
import { returnedCell, returnedFormula, type ReturnedTable } from './returned';
import { returnedRows } from './returnedRows';
import type { SentCopy } from './sentBatch';
import { sameCell } from './sharedLedger';
import { shiftedCells } from './shiftedCells';
import { Masker } from './stableCodes';

/** Compares every sheet of a returned file that holds the table, cell by cell, and notes everything that is no plain change of a cell. */
export function compareFile(side: HomeSide, given: FileToCompare): FileStatus {
  const { recognised, notes } = given;
  notes.push(...shapeNotes(given), ...carriedNotes(given), ...hazardNotes(given));
  const sent = sentCells(side, given);
  const masks = new MaskReader(side.codes);
  const compared = recognised.tables.map((table): ComparedTable => {
    const matching = returnedRows(side, { recognised, table, sent });
    const found = { table, matching, sent };
    const shifted = shiftedCells(recognised.copy, found);
    return { ...found, shifted, contested: contestedRows(recognised, found), masks };
  });
  notes.push(...removedNotes(side, given, compared));
  let changed = 0;
  for (const one of compared) {
    notes.push(...rowNotes(side, given, one), ...overwrittenNotes(given, one));
    changed += comparePairs(side, given, one);
  }
  const rows = new Set(compared.flatMap(({ matching }) => [...matching.pairs.values()].map(({ base }) => base))).size;
  return { kind: 'compared', copy: recognised.copy, rows, changed };
}

/** The cells as the copy had them, masks included: made again from what was sent and the codes kept at home. */
function sentCells({ batch, codes }: HomeSide, { recognised: { copy } }: FileToCompare): Cell[][] {
  return finish(cellsOfPart(maskedSource(batch), copy, new Masker(codes)));
}

function comparePairs(side: HomeSide, given: FileToCompare, compared: ComparedTable): number {
  const { table, matching, sent } = compared;
  let changed = 0;
  doubtUnsettled(side, given, compared);
  for (const [row, match] of matching.pairs) {
    const fileRow = row + table.firstRow;
    const batchRow = given.recognised.copy.rows[match.base] ?? -1;
    const homeRow = side.rowOf.get(batchRow);
    const doubtful = match.doubtful || side.doubtful.has(batchRow) || isContested(compared, match.base);
    changed += compareRow(side, given, {
      ...{ compared, fileRow, batchRow, homeRow, doubtful },
      sent: sent[match.base] ?? [],
    });
    if (match.keyChanged && homeRow !== undefined)
      given.notes.push({ kind: 'keyChanged', file: given.file, row: homeRow, fileRow });
  }
  return changed;
}

/** Rows of the copy that no line of the sheet is for certain: what a doubtful line says may be said of any of them. */
function doubtUnsettled(
  side: HomeSide,
  { file, offers, recognised: { copy } }: FileToCompare,
  compared: ComparedTable,
): void {
  const firm = [...compared.matching.pairs.values()].filter((match) => !match.doubtful);
  const settled = new Set(firm.map(({ base }) => base).filter((base) => !isContested(compared, base)));
  copy.rows.forEach((batchRow, base) => {
    const homeRow = side.rowOf.get(batchRow);
    if (!settled.has(base) && homeRow !== undefined) offers.doubt(file, homeRow);
  });
}

function isContested({ shifted, contested }: ComparedTable, base: number): boolean {
  return shifted.rows.has(base) || contested.has(base);
}

/** Rows of the copy that no sheet of the file has any more. */
function removedNotes(
  side: HomeSide,
  { file, recognised: { copy } }: FileToCompare,
  compared: readonly ComparedTable[],
): MergeNote[] {
  const [first, ...others] = compared.map(({ matching }) => new Set(matching.missing));
  return [...(first ?? [])]
    .filter((row) => others.every((missing) => missing.has(row)))
    .map((row): MergeNote => {
      const homeRow = side.rowOf.get(copy.rows[row] ?? -1);
      return { kind: 'removed', file, ...(homeRow === undefined ? {} : { row: homeRow }) };
    });
}

function rowNotes(side: HomeSide, given: FileToCompare, { table, matching }: ComparedTable): MergeNote[] {
  const { file } = given;
  const unsure = matching.unsure.map(({ row, reason }): MergeNote => {
    const name = returnedCell(table, row + table.firstRow, side.batch.fields.indexOf('enterprise'));
    return { kind: 'unsure', file, fileRow: row + table.firstRow, reason, name: String(name ?? '') };
  });
  return [...matching.added.map((row) => addedNote(side, given, { table, row })), ...unsure];
}

function addedNote(
  side: HomeSide,
  { file, recognised: { copy } }: FileToCompare,
  { table, row }: { readonly table: ReturnedTable; readonly row: number },
): MergeNote {
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
  readonly compared: ComparedTable;
  readonly fileRow: number;
  readonly batchRow: number;
  readonly homeRow: number | undefined;
  readonly sent: readonly Cell[];
  readonly doubtful: boolean;
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
  { file }: FileToCompare,
  {
    compared: { table },
    fileRow,
    batchRow,
    homeRow,
    doubtful,
    changed,
  }: Pair & { readonly changed: SentCopy['columns'] },
): MergeNote[] {
  if (homeRow === undefined) return [{ kind: 'goneHere', file, fileRow, count: changed.length }];
  if (!doubtful || !hasNamesake(side, batchRow)) return [];
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
  const part = given.recognised.copy.columns[at.index];
  const value = part && returnedCell(at.compared.table, at.fileRow, part.column);
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
  const { batch, copy } = recognised;
  const part = copy.columns[at.index];
  if (!part) return;
  const formula = returnedFormula(at.compared.table, at.fileRow, part.column);
  if (formulaHazard(formula) !== undefined) return;
  const title = batch.titles[part.column] ?? '';
  const place = { file, fileRow: at.fileRow, title };
  if (!side.columnOf.has(part.column)) notes.push({ ...place, kind: 'columnGoneHere', value });
  if (!home) return;
  if (part.role === 'masked') notes.push({ ...place, ...home, kind: 'maskChanged', value });
  else if (at.compared.masks.isMasked(value)) notes.push({ ...place, ...home, kind: 'maskValue', value });
  else if (typeof value === 'string' && ERROR.test(value)) notes.push({ ...place, ...home, kind: 'errorValue', value });
  else {
    if (formula !== '') notes.push({ ...place, ...home, kind: 'typedFormula', value });
    const department = copy.department === undefined ? {} : { department: copy.department };
    const kind = kindOf(given, part.role, at);
    const { fileRow, doubtful } = at;
    offers.add({ ...home, file, value, fileRow, sent: at.sent[at.index], kind, doubtful, title, ...department });
  }
}

/** Why a person must look before the change is taken; 'there' where nothing speaks against it. */
function kindOf(
  { recognised: { tables } }: FileToCompare,
  role: string,
  { compared: { table, shifted }, doubtful, index }: Changed['at'],
): Exclude<ChangeKind, 'both' | 'formula'> {
  if (role === 'locked') return 'locked';
  if (shifted.columns.has(index)) return 'shifted';
  if (doubtful) return 'doubtfulRow';
  return table === tables[0] ? 'there' : 'otherSheet';
}
