import { openPackage } from '../../../src/package/openPackage';
import type { PackageModel, SheetModel } from '../../../src/package/model';
import type { MemorySheetInput } from '../../workbook/memoryBook';

/** The sheets of a file as a spreadsheet would give them to the pane: cells, what is hidden, merged and in tables. */
export function workbookSheets(file: Uint8Array): MemorySheetInput[] {
  const { model } = openPackage(file);
  return model.sheets.map((sheet) => sheetInput(model, sheet));
}

function sheetInput(model: PackageModel, sheet: SheetModel): MemorySheetInput {
  const cells = Array.from({ length: sheet.rows }, (_, row) =>
    Array.from({ length: sheet.columns }, (_, column) => sheet.cells.get(row)?.get(column)?.value ?? ''),
  );
  const tables = model.tables.filter(({ sheetId }) => sheetId === sheet.id).map(({ name, area }) => ({ name, area }));
  return {
    ...{ name: sheet.name, cells, visible: sheet.state === 'visible', tables, merges: sheet.merges },
    hiddenColumns: hidden(sheet.columnWidths),
    hiddenRows: hidden(sheet.rowHeights),
    numberFormats: formatsIn(model, sheet),
  };
}

function formatsIn({ styles }: PackageModel, { cells }: SheetModel): NonNullable<MemorySheetInput['numberFormats']> {
  return [...cells].flatMap(([row, line]) =>
    [...line].flatMap(([column, { style = 0 }]) => {
      const numberFormat = styles[style]?.numberFormat ?? 'General';
      return numberFormat === 'General' ? [] : [{ area: { row, column, rows: 1, columns: 1 }, numberFormat }];
    }),
  );
}

function hidden(sizes: ReadonlyMap<number, { readonly hidden: boolean }>): number[] {
  return [...sizes].flatMap(([at, { hidden: isHidden }]) => (isHidden ? [at] : []));
}
