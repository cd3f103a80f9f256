import type { SheetContents } from '../port';
import { AREA_FIELDS, areaOf } from './ranges';

/** The Excel tables of a sheet, with their header and total rows. */
export async function excelTablesOn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<SheetContents['tables']> {
  const tables = sheet.tables.load('items/name');
  await context.sync();
  const ranges = tables.items.map((table) => ({ name: table.name, range: table.getRange().load(AREA_FIELDS) }));
  await context.sync();
  return ranges.map(({ name, range }) => ({ name, area: areaOf(range) }));
}
