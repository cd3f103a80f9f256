import type { SheetFormat } from '../../../sheet/sheet';
import type { CellBlock, CellValue, WritePlan } from '../../../workbook/port';

/** A column of a list: its name, its width in points, and how its cells look. */
export interface ListColumn {
  readonly header: string;
  readonly width: number;
  readonly format?: SheetFormat;
}

interface List {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly ListColumn[];
  readonly lines: readonly (readonly CellValue[])[];
}

const HEAD: SheetFormat = { bold: true, wrap: true, horizontal: 'Center', fill: '#E7E6E6', fontColor: '#000000' };

/** The plan for a new sheet that holds a list under a title and a note. */
export function planListSheet({ name, title, note, columns, lines }: List): WritePlan {
  const line = (row: number, count: number) => ({ row, column: 0, rows: 1, columns: count });
  const bodies = columns.map(({ width, format }, column): CellBlock => {
    const area = { row: 3, column, rows: Math.max(1, lines.length), columns: 1 };
    const values = lines.length === 0 ? [['']] : lines.map((cells) => [cells[column] ?? '']);
    return { area, values, format: { columnWidth: width, ...format } };
  });
  return {
    title: name,
    sheet: { newName: name },
    blocks: [
      { area: line(0, 1), values: [[title]], format: { bold: true } },
      { area: line(1, 1), values: [[note]] },
      { area: line(2, columns.length), values: [columns.map(({ header }) => header)], format: HEAD },
      ...bodies,
    ],
    freezeRows: 3,
    activate: true,
  };
}
