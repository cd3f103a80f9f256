import { badArgument, refuse } from '../wire/hostError';
import type { Area } from '../../../sheet/area';

/** A written value: a grid of the area's shape, or one value for every cell of it. */
export function gridArgument<T>(value: unknown, area: Area, cell: (value: unknown) => T): T[][] {
  if (!Array.isArray(value)) {
    const one = cell(value);
    return Array.from({ length: area.rows }, () => new Array<T>(area.columns).fill(one));
  }
  const rows: readonly unknown[] = value;
  if (rows.length !== area.rows) return wrongShape();
  return rows.map((row) => {
    if (!Array.isArray(row) || row.length !== area.columns) return wrongShape();
    return row.map((item: unknown) => cell(item));
  });
}

/** A cell's value: text, number, truth value, or null to leave the cell alone. */
export function cellArgument(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return badArgument('cell value');
}

/** A text such as a number format, or null to leave the cell alone. */
export function textArgument(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : badArgument('text');
}

function wrongShape(): never {
  return refuse(
    'InvalidArgument',
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
}
