import { ranksShown, sheetNames, type EarlierRanks, type HeldCells } from '../../engine/report/index';
import type { CellValue, SheetRef, WorkbookPort } from '../../workbook/port';
import { TYPED_SHEETS, type EarlierSheets, type TypedSheet } from '../plans/targets/targetModels';

/** The newest sheet of a kind in a year, as it stands. */
export interface EarlierSheet {
  readonly sheet: SheetRef;
  readonly held: HeldCells;
}

/** The year asked for, and the version before which a sheet must be. */
interface Before {
  readonly year: number;
  readonly below: number;
}

/** Reads the newest sheet of a kind below a version. */
export async function earlierSheet(
  port: WorkbookPort,
  sheets: readonly SheetRef[],
  { year, below, kind }: Before & { readonly kind: TypedSheet },
): Promise<EarlierSheet | undefined> {
  for (let version = below - 1; version > 0; version--) {
    const name = sheetNames({ year, version })[kind];
    const sheet = sheets.find((one) => one.name === name);
    const read = sheet && (await port.readFormulas(sheet.id));
    if (sheet && read) return { sheet, held: fromCorner(read.area, read.formulas) };
  }
  return undefined;
}

/** Reads the newest sheet of every kind on which people type. */
export async function earlierSheets(
  port: WorkbookPort,
  sheets: readonly SheetRef[],
  before: Before,
): Promise<EarlierSheets> {
  const held = new Map<TypedSheet, HeldCells>();
  let ranks: EarlierRanks = new Map();
  for (const kind of TYPED_SHEETS) {
    const earlier = await earlierSheet(port, sheets, { ...before, kind });
    if (!earlier) continue;
    held.set(kind, earlier.held);
    if (kind !== 'ranking') continue;
    const contents = await port.read(earlier.sheet.id);
    if (contents) ranks = ranksShown(fromCorner(contents.area, contents.values));
  }
  return { held, ranks };
}

/** Used cells as a sheet has them from A1 on. */
export function fromCorner(
  { row, column }: { readonly row: number; readonly column: number },
  cells: readonly (readonly CellValue[])[],
): CellValue[][] {
  const left = Array.from({ length: column }, (): CellValue => '');
  return [...Array.from({ length: row }, (): CellValue[] => []), ...cells.map((line) => [...left, ...line])];
}
