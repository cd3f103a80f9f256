import type { SheetRef } from '../../src/workbook/port';
import type { MemorySheet } from './memoryBook';

/** A sheet as the port names it. */
export function sheetRef(sheet: MemorySheet): SheetRef {
  return { id: sheet.id, name: sheet.name, visible: sheet.visible, protected: sheet.protected };
}
