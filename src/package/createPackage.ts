import type { PackageChange } from './model';
import { openPackage, type OpenedPackage } from './openPackage';
import { saveSteps } from './savePackage';
import { finish, type Steps } from '../steps/steps';
import type { PackedParts } from './write/packageEdit';
import { blankParts } from './write/blankParts';
import { packEntry, writeArchive } from './zip/writeArchive';

/**
 * A fresh workbook built from nothing by the same change a file would be saved with: its added sheets, or one blank
 * sheet where none is added. The blank sheet's id is "1".
 */
export function createPackage(
  change: PackageChange,
  addinFunctions: readonly string[] = [],
  packed?: PackedParts,
): Uint8Array {
  return finish(createSteps(change, addinFunctions, packed));
}

/** The same in steps, so that a page can answer meanwhile. */
export function* createSteps(
  change: PackageChange,
  addinFunctions: readonly string[] = [],
  packed?: PackedParts,
): Steps<Uint8Array> {
  const blank = openBlank(addinFunctions);
  const replaced = change.sheets.some(({ added }) => added);
  const sheets = replaced ? [{ id: '1', removed: true as const }, ...change.sheets] : change.sheets;
  return yield* saveSteps(blank, { ...change, sheets }, packed);
}

/** A blank workbook with one sheet, as if opened. */
export function openBlank(addinFunctions: readonly string[] = []): OpenedPackage {
  const encoder = new TextEncoder();
  const entries = Object.entries(blankParts()).map(([path, text]) => finish(packEntry(path, encoder.encode(text))));
  return openPackage(writeArchive(entries), {}, addinFunctions);
}
