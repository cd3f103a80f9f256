import { unitOfFormat } from '../../quantity/formatUnit';
import type { Unit } from '../../quantity/unit';
import type { Rows } from '../cell';
import type { SheetCells } from './grid';

type Formats = NonNullable<SheetCells['formats']>;

/** The number format of most of a table's figures, by column; rows and formats are cut to the table's body. */
export function usualFormats(rows: Rows, formats: Formats, columns: number): Map<number, string> {
  const found = new Map<number, string>();
  for (let column = 0; column < columns; column++) {
    const counts = new Map<string, number>();
    formats.forEach((line, at) => {
      const format = line[column];
      if (format === undefined || typeof rows[at]?.[column] !== 'number') return;
      counts.set(format, (counts.get(format) ?? 0) + 1);
    });
    const [usual] = [...counts].toSorted((a, b) => b[1] - a[1]);
    if (usual) found.set(column, usual[0]);
  }
  return found;
}

/**
 * Rows with the unit written behind the figures whose number format shows another one than those of most figures of their column
 * (0.00"㎡" among 0.00"亩"); undefined where there are none.
 */
export function withShownUnits(rows: Rows, formats: Formats): Rows | undefined {
  const usual = usualFormats(rows, formats, rows[0]?.length ?? 0);
  const shown = rows.map((row, at) => {
    const line = formats[at];
    if (!line) return row;
    const units = row.map((cell, column) =>
      typeof cell === 'number' ? ownUnit(line[column], usual.get(column)) : undefined,
    );
    if (units.every((unit) => unit === undefined)) return row;
    return row.map((cell, column) => (units[column] ? `${String(cell)}${units[column].text}` : cell));
  });
  return shown.some((row, at) => row !== rows[at]) ? shown : undefined;
}

function ownUnit(format: string | undefined, usual: string | undefined): Unit | undefined {
  if (format === undefined || format === usual) return undefined;
  const [own, most] = [unitOfFormat(format), unitOfFormat(usual ?? '')];
  const isAmount = own?.dimension === 'area' || own?.dimension === 'money';
  return isAmount && own.text !== most?.text ? own : undefined;
}
