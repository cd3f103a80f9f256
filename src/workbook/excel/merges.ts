import { AREA_FIELDS, areaOf, rangeOf } from './ranges';
import { inExcel, portError } from './run';
import type { Area } from '../../sheet/area';

/** The merged cells that lie in an area of a sheet; none where Excel cannot tell (before ExcelApi 1.13). */
export async function mergedIn(sheetId: string, area: Area): Promise<readonly Area[]> {
  try {
    return await inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      const merged = rangeOf(sheet, area).getMergedAreasOrNullObject();
      merged.areas.load(`items/${AREA_FIELDS.replaceAll(', ', ', items/')}`);
      await context.sync();
      return merged.isNullObject ? [] : merged.areas.items.map(areaOf);
    });
  } catch (error) {
    if (portError(error).code === 'ApiNotFound') return [];
    throw error;
  }
}
