import type { CellChange } from '../../../src/package/model';
import { openPackage } from '../../../src/package/openPackage';
import { savePackage } from '../../../src/package/savePackage';

/** The same file with nothing beside the formulas of a sheet: LibreOffice reads a value that stands there, and calculates else. */
export function withoutResults(bytes: Uint8Array, name: string): Uint8Array {
  const opened = openPackage(bytes);
  const sheet = opened.model.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const cells = new Map<number, Map<number, CellChange>>();
  for (const [row, line] of sheet.cells)
    for (const [column, { formula }] of line) {
      if (formula === undefined) continue;
      const changes = cells.get(row) ?? new Map<number, CellChange>();
      cells.set(row, changes.set(column, { value: null, type: 'blank', formula }));
    }
  return savePackage(opened, { sheets: [{ id: sheet.id, cells }] });
}
