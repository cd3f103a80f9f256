import type { SheetRef } from '../port';
import { inExcel } from './run';

/** What must be loaded of a sheet for its `sheetRef`. */
export const SHEET_FIELDS = 'id, name, visibility, protection/protected';

/** A loaded sheet as the port names it. */
export function sheetRef(sheet: Excel.Worksheet): SheetRef {
  const { id, name, visibility, protection } = sheet;
  return { id, name, visible: visibility === 'Visible', protected: protection.protected };
}

/** Every sheet, in order. */
export function listSheets(): Promise<readonly SheetRef[]> {
  return inExcel(async (context) => {
    const sheets = context.workbook.worksheets.load(
      'items/id, items/name, items/visibility, items/protection/protected',
    );
    await context.sync();
    return sheets.items.map(sheetRef);
  });
}

/** The sheet in view. */
export function activeSheet(): Promise<SheetRef> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load(SHEET_FIELDS);
    await context.sync();
    return sheetRef(sheet);
  });
}
