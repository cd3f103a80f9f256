import { columnName } from '../../../sheet/address';
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

/** A parcel of a plan over several years: the year itself, and what is done to it in a word. */
export interface YearParcel {
  readonly row: number;
  readonly year: number;
  readonly measure: string;
  readonly cost: number;
}

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'];
const FIRST = 7;

const word = (head: string, width: number, more: Partial<OfficialColumn> = {}): OfficialColumn => ({
  ...{ head, width, kind: 'word' },
  ...more,
});
const LEAD = [word('镇街', 80), word('地块编码', 110), word('企业', 170)];
const AREA: OfficialColumn = { head: '面积（亩）', width: 60, unit: '亩', kind: 'number', format: '#,##0.0' };
const RUNNING: OfficialColumn = { head: '累计面积（亩）', width: 70, kind: 'number', format: '#,##0.0' };
const OPEN = [word('认定状态', 64, { open: true }), word('备注', 90, { open: true })];
const number = { head: '序号', width: 34, kind: 'number', format: '0' } as const;
const money = (head: string): OfficialColumn => ({ head, width: 76, unit: '万元', kind: 'number', format: '#,##0' });

const COLUMNS: readonly OfficialColumn[] = [
  number,
  word('季度', 56, { centred: true }),
  ...LEAD,
  ...[AREA, RUNNING, money('估算费用（万元）')],
  ...OPEN,
];

const YEAR_COLUMNS: readonly OfficialColumn[] = [
  number,
  word('年度', 46, { centred: true }),
  ...LEAD,
  ...[word('路径', 64), word('措施', 40, { centred: true })],
  ...[AREA, RUNNING, money('估算财政投入（万元）')],
  ...OPEN,
];

export const PLAN_TABLE: ExtraTable = { columns: COLUMNS, key: [2, 3, 4], totals: 1 };
export const YEAR_PARCEL_TABLE: ExtraTable = { columns: YEAR_COLUMNS, key: [2, 3, 4], totals: 1 };

/** A line: the row of the stock, its place in time and that in words, words between names and area, money. */
interface Line {
  readonly row: number;
  readonly order: number;
  readonly when: string;
  readonly words: readonly string[];
  readonly cost: number;
}

/** 地块安排表: which parcels are proposed for which quarter, by quarter and township, with running area; sums are formulas. */
export function parcelPlanSheet(input: TargetInput, plan: readonly PlannedParcel[], basis: string): NewSheet {
  const lines = plan.map(({ row, quarter, cost }): Line => ({
    ...{ row, order: quarter, when: QUARTERS[quarter] ?? '', words: [], cost },
  }));
  return parcelTable(input, lines, {
    name: sheetNames(input).parcels,
    attachment: '附件7',
    title: `${input.place}${String(input.year)}年度处置地块安排表（建议）`,
    ...{ columns: COLUMNS, basis },
  });
}

/** 分年地块清单: which parcels are proposed for which year and by which measure. */
export function yearParcelSheet(input: TargetInput, plan: readonly YearParcel[], basis: string): NewSheet {
  const paths = new Map(input.rows.map(({ row, path }) => [row, path]));
  const lines = plan.map(({ row, year, measure, cost }): Line => ({
    ...{ row, order: year, when: `${String(year)}年`, words: [paths.get(row) ?? '', measure], cost },
  }));
  return parcelTable(input, lines, {
    name: sheetNames(input).yearParcels,
    attachment: '附件9',
    title: `${input.place}低效工业用地分年推进地块清单（建议）`,
    ...{ columns: YEAR_COLUMNS, basis },
  });
}

interface Table {
  readonly name: string;
  readonly attachment: string;
  readonly title: string;
  readonly columns: readonly OfficialColumn[];
  readonly basis: string;
}

function parcelTable(input: TargetInput, plan: readonly Line[], { columns, basis, ...head }: Table): NewSheet {
  const byRow = new Map(input.rows.map((row) => [row.row, row]));
  const lines = plan
    .flatMap((parcel) => {
      const row = byRow.get(parcel.row);
      return row ? [{ ...parcel, stock: row }] : [];
    })
    .toSorted((a, b) => a.order - b.order || a.stock.township.localeCompare(b.stock.township, 'zh') || a.row - b.row);
  const [area, cost] = [columnName(columns.indexOf(AREA)), columnName(columns.indexOf(AREA) + 2)];
  const last = FIRST + lines.length;
  let running = 0;
  const rows = lines.map(({ when, words, stock, ...parcel }, index): OfficialCell[] => {
    running += stock.area;
    const line = FIRST + 1 + index;
    return [
      ...[index + 1, when, townshipName(stock.township), stock.key || '—', stock.enterprise || '—', ...words].map(
        (value) => ({ value }),
      ),
      { value: stock.area },
      { value: running, formula: `=SUM(${area}$${String(FIRST + 1)}:${area}${String(line)})` },
      { value: parcel.cost },
      ...['', ''].map((value) => ({ value })),
    ];
  });
  const sum = (letter: string, value: number): OfficialCell => ({
    value,
    formula: lines.length === 0 ? '=0' : `=SUM(${letter}${String(FIRST + 1)}:${letter}${String(last)})`,
  });
  const blank = (count: number) => Array.from({ length: count }, () => ({ value: '' }));
  const spent = lines.reduce((all, own) => all + own.cost, 0);
  const total: OfficialCell[] = [
    ...[{ value: '' }, { value: '合计' }, ...blank(columns.indexOf(AREA) - 2)],
    ...[sum(area, running), { value: '' }, sum(cost, spent)],
    ...blank(2),
  ];
  return officialTable({
    ...head,
    columns,
    rows: [total, ...rows],
    totals: 1,
    notes: [`注：${basis}${input.note}`],
    fonts: input.fonts,
  });
}
