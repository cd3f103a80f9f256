import type { SheetBlock, SheetCell, SheetFormat } from '../../../sheet/sheet';
import type { CheckLimit } from './checkColumns';

/** How the heads of 核对表 look. */
export const CHECK_HEAD: SheetFormat = {
  bold: true,
  wrap: true,
  horizontal: 'Center',
  fill: '#E7E6E6',
  fontColor: '#000000',
};
const EDITED: SheetFormat = { fill: '#FFF2CC', fontColor: '#000000', horizontal: 'Center' };

const PLAIN: SheetFormat = { horizontal: 'Center' };

/** The limits that checks hold against, one below the other, values to be edited or from 政策参数. */
export function limitBlocks(
  limits: readonly CheckLimit[],
  row: number,
  parameter: (name: string) => string | undefined = () => undefined,
): SheetBlock[] {
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
    { row, column: 2, values: [['值']], format: CHECK_HEAD },
    ...limits.map(({ name, value, isDay }, at): SheetBlock => {
      const address = value === undefined || isDay ? undefined : parameter(name);
      const format = address === undefined ? EDITED : PLAIN;
      return {
        row: row + 1 + at,
        column: 2,
        values: [[value ?? '']],
        ...(address === undefined ? {} : { formulas: [[`=${address}`]] }),
        format: isDay ? { ...format, numberFormat: 'yyyy-mm-dd' } : format,
      };
    }),
    ...column(
      3,
      '依据',
      limits.map(({ grounds }) => grounds),
      {},
    ),
  ];
}
