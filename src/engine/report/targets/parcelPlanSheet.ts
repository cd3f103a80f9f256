import { definedOnly } from '../../column/definedOnly';
import { officialTable, type OfficialCell, type OfficialColumn } from '../layout/officialTable';
import type { NewSheet } from '../../../sheet/sheet';
import type { ExtraTable } from './rerunExtra';
import { sheetNames, townshipName, type TargetInput } from './targetInput';

/** A parcel of the plan: its row of the stock, the quarter from 0, and the estimated cost in wanYuan. */
export interface PlannedParcel {
  readonly row: number;
  readonly quarter: number;
  readonly cost: number;
}

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'];
const FIRST = 7;

const COLUMNS: readonly OfficialColumn[] = [
  { head: '序号', width: 34, kind: 'number', format: '0' },
  { head: '季度', width: 56, kind: 'word', centred: true },
  { head: '镇街', width: 80, kind: 'word' },
  { head: '地块编码', width: 110, kind: 'word' },
  { head: '企业', width: 170, kind: 'word' },
  { head: '面积（亩）', width: 60, unit: '亩', kind: 'number', format: '#,##0.0' },
  { head: '累计面积（亩）', width: 70, kind: 'number', format: '#,##0.0' },
  { head: '估算费用（万元）', width: 76, unit: '万元', kind: 'number', format: '#,##0' },
  { head: '认定状态', width: 64, kind: 'word', open: true },
  { head: '备注', width: 90, kind: 'word', open: true },
];

export const PLAN_TABLE: ExtraTable = { columns: COLUMNS, key: [2, 3, 4], totals: 1 };

/** 地块安排表: which parcels are proposed for which quarter, by quarter and township, with running area; sums are formulas. */
export function parcelPlanSheet(input: TargetInput, plan: readonly PlannedParcel[], basis: string): NewSheet {
  const byRow = new Map(input.rows.map((row) => [row.row, row]));
  const lines = plan
    .flatMap((parcel) => {
      const row = byRow.get(parcel.row);
      return row ? [{ ...parcel, stock: row }] : [];
    })
    .toSorted(
      (a, b) => a.quarter - b.quarter || a.stock.township.localeCompare(b.stock.township, 'zh') || a.row - b.row,
    );
  const last = FIRST + lines.length;
  let running = 0;
  const rows = lines.map(({ quarter, cost, stock }, index): OfficialCell[] => {
    running += stock.area;
    const line = FIRST + 1 + index;
    return [
      { value: index + 1 },
      { value: QUARTERS[quarter] ?? '' },
      { value: townshipName(stock.township) },
      { value: stock.key === '' ? '—' : stock.key },
      { value: stock.enterprise === '' ? '—' : stock.enterprise },
      { value: stock.area },
      { value: running, formula: `=SUM(F$${String(FIRST + 1)}:F${String(line)})` },
      { value: cost },
      { value: '' },
      { value: '' },
    ];
  });
  const sum = (letter: string, value: number): OfficialCell => ({
    value,
    formula: lines.length === 0 ? '=0' : `=SUM(${letter}${String(FIRST + 1)}:${letter}${String(last)})`,
  });
  const total: OfficialCell[] = [
    ...['', '合计', '', '', ''].map((value) => ({ value })),
    sum('F', running),
    { value: '' },
    sum(
      'H',
      lines.reduce((all, { cost }) => all + cost, 0),
    ),
    ...['', ''].map((value) => ({ value })),
  ];
  return officialTable({
    name: sheetNames(input).parcels,
    attachment: '附件7',
    title: `${input.place}${String(input.year)}年度处置地块安排表（建议）`,
    columns: COLUMNS,
    rows: [total, ...rows],
    totals: 1,
    notes: [`注：${basis}${input.note}`],
    signed: true,
    ...definedOnly({ fonts: input.fonts }),
  });
}
