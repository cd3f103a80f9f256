import type { NewSheet, SheetCell, SheetFormat } from '../../../sheet/sheet';

/** A cell of a sheet as it prints: what it shows and how, and the cells merged into it. */
export interface PreviewCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
  readonly format: SheetFormat;
}

/** The print area of a sheet: widths and heights in points, and its cells row by row, those merged away left out. */
export interface PreviewGrid {
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly rows: readonly (readonly PreviewCell[])[];
}

const USUAL = { width: 54, height: 18 };

/** A sheet's print area as a grid; formulas show the value that the engine gives them. */
export function previewGrid({ blocks, merges = [], print }: NewSheet): PreviewGrid {
  const size = print?.area ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const widths = Array.from({ length: size.columns }, () => USUAL.width);
  const heights = Array.from({ length: size.rows }, () => USUAL.height);
  const cells = new Map<string, { readonly value: SheetCell; readonly format: SheetFormat }>();
  for (const { row, column, values, format = {} } of blocks)
    values.forEach((line, down) =>
      line.forEach((value, right) => {
        const at = { row: row + down, column: column + right };
        cells.set(key(at), { value, format });
        if (format.columnWidth !== undefined && at.column < size.columns) widths[at.column] = format.columnWidth;
        if (format.rowHeight !== undefined && at.row < size.rows) heights[at.row] = format.rowHeight;
      }),
    );
  const hidden = new Set(
    merges.flatMap((area) =>
      Array.from({ length: area.rows * area.columns - 1 }, (_, index) => {
        const at = index + 1;
        return key({ row: area.row + Math.floor(at / area.columns), column: area.column + (at % area.columns) });
      }),
    ),
  );
  const spans = new Map(merges.map((area) => [key(area), area]));
  const rows = heights.map((_, row) =>
    widths.flatMap((__, column): PreviewCell[] => {
      const at = key({ row, column });
      if (hidden.has(at)) return [];
      const { value = '', format = {} } = cells.get(at) ?? {};
      const { rows: tall = 1, columns: wide = 1 } = spans.get(at) ?? {};
      return [{ row, column, rows: tall, columns: wide, text: shownText(value, format.numberFormat), format }];
    }),
  );
  return { widths, heights, rows };
}

const key = ({ row, column }: { readonly row: number; readonly column: number }) => `${String(row)},${String(column)}`;

/** A value under the number formats that our sheets use. */
export function shownText(value: SheetCell, format = 'General'): string {
  if (typeof value !== 'number') return String(value);
  if (format.startsWith('yyyy')) return dayText(value, format);
  const [positive = '', negative, zero] = format.split(';');
  const part = value === 0 && zero !== undefined ? zero : value < 0 && negative !== undefined ? negative : positive;
  if (!/[0#]/.test(part)) return part.replaceAll('"', '').replace('General', String(value));
  const decimals = /\.(0+)/.exec(part)?.[1]?.length ?? 0;
  const isPercent = part.includes('%');
  const amount = (negative === undefined ? value : Math.abs(value)) * (isPercent ? 100 : 1);
  const digits = amount.toLocaleString('en-US', {
    useGrouping: part.includes(','),
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const plain = part.replace(/\[[^\]]*\]/g, '').replaceAll('"', '');
  return plain.replace(/[#0,.]*[0#][#0,.]*/, digits);
}

function dayText(serial: number, format: string): string {
  const day = new Date((Math.floor(serial) - 25_569) * 86_400_000);
  const two = (part: number) => String(part).padStart(2, '0');
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  return format.includes('年')
    ? `${String(year)}年${String(month)}月${String(date)}日`
    : `${String(year)}-${two(month)}-${two(date)}`;
}
