import type { SheetBlock, SheetCell, SheetFormat } from '../sheet';
import type { CheckLimit } from './checkColumns';

/** How the heads of 核对表 look. */
export const CHECK_HEAD: SheetFormat = {
  ...{ bold: true, wrap: true, horizontal: 'Center' },
  ...{ fill: '#E7E6E6', fontColor: '#000000' },
};
const EDITED: SheetFormat = { fill: '#FFF2CC', fontColor: '#000000', horizontal: 'Center' };

/** The limits that checks hold against, one below the other, values to be edited. */
export function limitBlocks(limits: readonly CheckLimit[], row: number): SheetBlock[] {
  const column = (at: number, head: string, cells: readonly SheetCell[], format: SheetFormat): SheetBlock[] => [
    { row, column: at, values: [[head]], format: CHECK_HEAD },
    { row: row + 1, column: at, values: cells.map((one) => [one]), format },
  ];
  return [
    ...column(
      0,
      '上下限',
      limits.map(({ name }) => name),
      {},
    ),
    ...column(
      1,
      '单位',
      limits.map(({ unit }) => unit),
      { horizontal: 'Center' },
    ),
    ...column(
      2,
      '值',
      limits.map(({ value }) => value ?? ''),
      EDITED,
    ),
    ...column(
      3,
      '依据',
      limits.map(({ grounds }) => grounds),
      {},
    ),
  ];
}
