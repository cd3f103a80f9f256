import type { SheetBlock, SheetFormat } from '../../../sheet/sheet';
import type { CellValue, WritePlan } from '../../../workbook/port';
import { planSheets } from '../planSheets';

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
  const bodies = columns.map(({ width, format }, column): SheetBlock => {
    const values = lines.length === 0 ? [['']] : lines.map((cells) => [cells[column] ?? '']);
    return { row: 3, column, values, format: { columnWidth: width, ...format } };
  });
  const blocks: SheetBlock[] = [
    { row: 0, column: 0, values: [[title]], format: { bold: true } },
    { row: 1, column: 0, values: [[note]] },
    { row: 2, column: 0, values: [columns.map(({ header }) => header)], format: HEAD },
    ...bodies,
  ];
  return planSheets(name, [{ name, blocks, freezeRows: 3 }]);
}
