import { createPackage } from './createPackage';
import { describedCells } from './described/describedCells';
import type { DescribedSheet } from './described/describedSheet';
import { describedHeights, describedWidths } from './described/describedSizes';
import { withWordSheet } from './described/wordSheet';
import type { PackedParts } from './write/packageEdit';
import type { ChoiceModel, CustomXmlModel, NameModel, PrintModel, SheetChange } from './model';

export type { DescribedSheet } from './described/describedSheet';

/** What a file may carry besides its sheets. */
export interface FileExtras {
  /** Names of the workbook; formulas with or without "=". */
  readonly names?: readonly { readonly name: string; readonly formula: string; readonly hidden?: boolean }[];
  readonly customXml?: readonly CustomXmlModel[];
  /** Names of our own worksheet functions, which a file stores in a way of its own. */
  readonly addinFunctions?: readonly string[];
  /** Shared by the files of one batch, so that what several hold is packed once. */
  readonly packed?: PackedParts;
}

const A4 = 9;

/**
 * An .xlsx file of sheets said in plain cells and looks. Texts stay texts; a formula's value, where one is given, is kept
 * beside it until the spreadsheet calculates. Throws PackageError 'badChange' for names Excel refuses.
 */
export function sheetsToFile(sheets: readonly DescribedSheet[], extras: FileExtras = {}): Uint8Array {
  const { names, customXml, addinFunctions, packed } = extras;
  return createPackage(
    {
      sheets: addedSheets(sheets),
      ...(names ? { names: { put: names.map(nameOf), removed: [] } } : {}),
      ...(customXml ? { customXml: { put: customXml, removed: [] } } : {}),
    },
    addinFunctions,
    packed,
  );
}

/** Described sheets as added sheets of a change to a workbook that is there. */
export function addedSheets(sheets: readonly DescribedSheet[]): SheetChange[] {
  const worded = withWordSheet(sheets);
  return worded.sheets.map((sheet, index) => sheetChange(sheet, worded.choices[index] ?? [], index));
}

/** A described sheet as an added sheet of a change; `index` gives it an id. */
function sheetChange(sheet: DescribedSheet, choices: readonly ChoiceModel[], index: number): SheetChange {
  const { blocks, freezeRows, merges, charts, print, protect } = sheet;
  return {
    id: `new-${String(index + 1)}`,
    added: { name: sheet.name },
    cells: describedCells(blocks),
    columnWidths: describedWidths(blocks),
    rowHeights: describedHeights(blocks),
    choices,
    ...(sheet.hidden === true ? { state: 'hidden' as const } : {}),
    ...(freezeRows > 0 ? { freeze: { rows: freezeRows, columns: 0 } } : {}),
    ...(merges ? { merges } : {}),
    ...(charts ? { charts } : {}),
    ...(print ? { print: onPaper(print) } : {}),
    ...(protect === true ? { protect } : {}),
  };
}

const onPaper = (print: PrintModel): PrintModel => ({ paperSize: A4, fitWidth: true, ...print });

function nameOf({ name, formula, hidden }: NonNullable<FileExtras['names']>[number]): NameModel {
  return { name, formula: formula.replace(/^=/, ''), hidden: hidden ?? false };
}
