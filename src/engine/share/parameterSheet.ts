import type { AppliedPolicy } from '../assess/context';
import { entryOn } from '../policy/standing';
import type { SheetCell, SheetModel } from '../report/sheet';
import { placeOf } from './groundsSheet';

export const PARAMETER_SHEET = '政策参数';
const HEADER_ROW = 2;

/** 政策参数 as the functions read it: the policy, its day, its values and the 产出线 carried from home. */
export function parameterSheet({ pack, values, asOf, outputLines }: AppliedPolicy): SheetModel {
  const lines: SheetCell[][] = [
    ['政策', pack.short, '', ''],
    ...(asOf === undefined ? [] : [['基准日', asOf, '', '']]),
    ...[...pack.values].map(([name, value]): SheetCell[] => [
      ...[name, values.get(name) ?? '', value.unit, placeOf(entryOn(value, asOf).basis)],
    ]),
    ...[...outputLines].map(([township, line]): SheetCell[] => [
      ...[township === '' ? '产出线' : `产出线（${township}）`, line, '万元/亩', '发件单位台账'],
    ]),
  ];
  return {
    name: PARAMETER_SHEET,
    freezeRows: HEADER_ROW + 1,
    blocks: [
      { row: 0, column: 0, values: [['政策参数']], format: { bold: true, fontSize: 14 } },
      {
        row: HEADER_ROW,
        column: 0,
        values: [['名称', '值', '单位', '依据']],
        format: { bold: true, fill: '#E7E6E6', fontColor: '#000000' },
      },
      {
        row: HEADER_ROW + 1,
        column: 0,
        values: lines.map(([name = '']) => [name]),
        format: { columnWidth: 160, border: true },
      },
      {
        row: HEADER_ROW + 1,
        column: 1,
        values: lines.map((line) => line.slice(1)),
        format: { columnWidth: 90, border: true },
      },
    ],
    protect: true,
  };
}

/** The cells of the table on its sheet, headers included. */
export function parameterArea({ blocks }: SheetModel) {
  const rows = blocks[2]?.values.length ?? 0;
  return { row: HEADER_ROW, column: 0, rows: rows + 1, columns: 2 };
}
