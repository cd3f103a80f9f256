import { openPackage } from '../../../src/package/openPackage';
import { cellName } from '../../../src/sheet/address';

/** The cells of a file that another file of it no longer holds as they were. */
export function differingCells(before: Uint8Array, after: Uint8Array): string[] {
  const now = openPackage(after).model.sheets;
  return openPackage(before).model.sheets.flatMap(({ name, cells }) => {
    const sheet = now.find((one) => one.name === name);
    return [...cells].flatMap(([row, line]) =>
      [...line].flatMap(([column, { value, formula }]) => {
        const cell = sheet?.cells.get(row)?.get(column);
        return cell?.value === value && cell.formula === formula ? [] : [`${name}!${cellName(row, column)}`];
      }),
    );
  });
}
