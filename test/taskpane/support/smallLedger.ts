import type { CellValue } from '../../../src/workbook/port';
import type { MemorySheetInput } from '../../workbook/memoryBook';

interface Given {
  readonly name?: string;
  readonly area?: string;
  readonly tax?: string;
  readonly areas?: readonly CellValue[];
  readonly taxes?: readonly CellValue[];
  /** A line above the headers. */
  readonly note?: string;
}

/** Three enterprises from A1 on: 4, 8 and 20 万元/亩 unless told otherwise. */
export function smallLedger(given: Given): MemorySheetInput {
  const { area = '用地面积(亩)', tax = '税收(万元)', areas = [10, 20, 5], taxes = [40, 160, 100] } = given;
  const names = ['甲公司', '乙公司', '丙公司'];
  const rows = names.map((name, index): CellValue[] => [
    index + 1,
    name,
    areas[index] ?? '',
    taxes[index] ?? '',
    '是',
    '差',
    '否',
  ]);
  const headers = ['序号', '企业名称', area, tax, '符合规划', '建筑质量', '落后产能'];
  const above: CellValue[][] = given.note === undefined ? [] : [[given.note, '', '', '', '', '', '']];
  return { name: given.name ?? '台账', cells: [...above, headers, ...rows] };
}
