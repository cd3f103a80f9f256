import { finish, type Steps } from '../steps/steps';
import { createSteps } from './createPackage';
import { describedCells } from './described/describedCells';
import { fitPrint } from '../sheet/fitPrint';
import type { NewSheet, SheetChoice, SheetFeatures } from '../sheet/sheet';
import { describedHeights, describedWidths } from './described/describedSizes';
import { fixedArea, quoteSheet } from '../sheet/address';
import { type LongLists, longLists } from '../sheet/wordSheet';
import type { PackedParts } from './write/packageEdit';
import type { CellChoiceModel, CustomXmlModel, NameModel, SheetChange } from './model';

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

const PAPERS = { A4: 9, A3: 8 } as const;

/**
 * An .xlsx file of sheets said in plain cells and looks. Texts stay texts; a formula's value, where one is given, is kept
 * beside it until the spreadsheet calculates. Throws PackageError 'badChange' for names Excel refuses.
 */
export function sheetsToFile(sheets: readonly NewSheet[], extras: FileExtras = {}): Uint8Array {
  return finish(fileSteps(sheets, extras));
}

/** The same in steps, so that a page can answer meanwhile. */
export function* fileSteps(sheets: readonly NewSheet[], extras: FileExtras = {}): Steps<Uint8Array> {
  const { names, customXml, addinFunctions, packed } = extras;
  return yield* createSteps(
    {
      sheets: yield* addedSheets(sheets),
      ...(names ? { names: { put: names.map(nameOf), removed: [] } } : {}),
      ...(customXml ? { customXml: { put: customXml, removed: [] } } : {}),
    },
    addinFunctions,
    packed,
  );
}

/** Sheets as added sheets of a change to a workbook that is there; words of long lists stand on one more. */
export function* addedSheets(sheets: readonly NewSheet[]): Steps<SheetChange[]> {
  const lists = longLists(sheets);
  const { wordSheet } = lists;
  const all = wordSheet ? [...sheets, wordSheet] : sheets;
  const added: SheetChange[] = [];
  for (const [index, sheet] of all.entries()) added.push(yield* sheetChange(sheet, lists, `new-${String(index + 1)}`));
  return added;
}

function* sheetChange(sheet: NewSheet, lists: LongLists, id: string): Steps<SheetChange> {
  const { name, blocks, choices = [], ...features } = fitPrint(sheet);
  return {
    ...featureChange(features),
    id,
    added: { name },
    cells: yield* describedCells(blocks),
    columnWidths: describedWidths(blocks),
    rowHeights: describedHeights(blocks),
    choices: choices.map((choice) => choiceModel(choice, lists)),
  };
}

/** What a new sheet has besides cells, sizes and choices, as a change says it. */
export function featureChange(
  sheet: SheetFeatures & { readonly freezeRows?: number },
): Pick<SheetChange, 'state' | 'freeze' | 'print' | 'merges' | 'charts' | 'protect'> {
  const { freezeRows = 0, print, hidden, ...features } = sheet;
  return {
    ...features,
    ...(hidden === true && { state: 'hidden' as const }),
    ...(freezeRows > 0 && { freeze: { rows: freezeRows, columns: 0 } }),
    ...(print && { print: { paperSize: PAPERS[print.paper ?? 'A4'], fitWidth: true, ...print } }),
  };
}

function choiceModel({ area, list }: SheetChoice, { placeOf, wordSheet }: LongLists): CellChoiceModel {
  const place = placeOf(list);
  if (!place || !wordSheet) return { area, list };
  return { area, source: `${quoteSheet(wordSheet.name)}!${fixedArea(place)}` };
}

function nameOf({ name, formula, hidden }: NonNullable<FileExtras['names']>[number]): NameModel {
  return { name, formula: formula.replace(/^=/, ''), hidden: hidden ?? false };
}
