import type { StockRow } from '../../allocate/targetStock';
import { roundReading } from '../../quantity/roundReading';
import { numberedNotes } from '../layout/noteLines';
import { officialTable, type OfficialCell, type OfficialColumn } from '../layout/officialTable';
import type { NewSheet } from '../../../sheet/sheet';
import type { ExtraTable } from './rerunExtra';
import { baseRange } from './targetBase';
import { sheetNames, type TargetInput } from './targetInput';

/** A group of clusters with its band in 万元/亩; the upper line is infinite where there is none. */
export interface BandGoal {
  readonly group: string;
  readonly floor: number;
  readonly ceiling: number;
  /** The clusters of the ledger that belong to it, by the ledger's names. */
  readonly clusters: readonly string[];
}

const COLUMNS: readonly OfficialColumn[] = [
  { head: '组', width: 60, kind: 'word', centred: true },
  { head: '产业集聚区', width: 190, kind: 'word' },
  { head: '目标区间（万元/亩）', width: 80, unit: '万元/亩', kind: 'word', centred: true },
  { head: '期初（万元/亩）', width: 66, unit: '万元/亩', kind: 'number', format: '#,##0.00', open: true },
  { head: '当前（万元/亩）', width: 66, unit: '万元/亩', kind: 'number', format: '#,##0.00' },
  { head: '达标线（万元/亩）', width: 66, unit: '万元/亩', kind: 'number', format: '#,##0.00' },
  { head: '缺口（万元/亩）', width: 66, unit: '万元/亩', kind: 'number', format: '#,##0.00' },
  { head: '缺口税收（万元）', width: 78, unit: '万元', kind: 'number', format: '#,##0' },
  { head: '达标', width: 60, kind: 'word', centred: true },
];
export const BAND_TABLE: ExtraTable = { columns: COLUMNS, key: [1] };
const FIRST = 7;
const DASH = '—';

/**
 * 表F 亩均区间达标表 (target-sheet.md, 6): each cluster's Σ税收÷Σ面积 against its group's band. `bandNote` says every version of the
 * bands that is known, drafts and issued ones.
 */
export function bandSheet(input: TargetInput, goals: readonly BandGoal[], bandNote: string): NewSheet {
  const listed = goals.flatMap((goal) => goal.clusters.map((cluster) => ({ goal, cluster })));
  return officialTable({
    name: sheetNames(input).bands,
    attachment: '附件6',
    title: `${input.place}${String(input.year)}年度产业集聚区亩均税收区间达标表`,
    columns: COLUMNS,
    rows: listed.map(({ goal, cluster }, index) => lineOf(input, goal, { cluster, line: FIRST + index })),
    mergeDown: [0],
    notes: numberedNotes([
      bandNote,
      '当前亩均税收为该集聚区税收合计÷有税收的面积合计，不用各户亩均再平均；缺口按区间下限计算。',
      input.note,
    ]),
    fonts: input.fonts,
  });
}

function lineOf(
  input: TargetInput,
  { group, floor, ceiling }: BandGoal,
  { cluster, line }: { readonly cluster: string; readonly line: number },
): OfficialCell[] {
  // A tax without an area belongs in no yield.
  const own = `${baseRange(input, 'cluster')},$B${String(line)},${baseRange(input, 'taxedArea')},">0"`;
  const sum = (column: 'tax' | 'taxedArea') => `SUMIFS(${baseRange(input, column)},${own})`;
  const rows = input.rows.filter((row) => row.cluster === cluster && !Number.isNaN(row.tax) && row.area > 0);
  const area = total(rows, 'area');
  const now = area > 0 ? roundReading(total(rows, 'tax') / area) : NaN;
  const gap = roundReading(Math.max(0, floor - now));
  const [e, f, g] = ['E', 'F', 'G'].map((letter) => `${letter}${String(line)}`);
  const known = (value: number): number | string => (Number.isNaN(value) ? DASH : value);
  const top = Number.isFinite(ceiling) ? `IF(${String(e)}>=${String(ceiling)},"优秀","达标")` : '"达标"';
  return [
    { value: group },
    { value: cluster },
    { value: Number.isFinite(ceiling) ? `${String(floor)}—${String(ceiling)}` : `${String(floor)}以上` },
    { value: openingOf(rows) },
    { value: known(now), formula: `=IF(${sum('taxedArea')}=0,"${DASH}",ROUND(${sum('tax')}/${sum('taxedArea')},9))` },
    { value: floor },
    { value: known(gap), formula: `=IF(ISNUMBER(${String(e)}),ROUND(MAX(0,${String(f)}-${String(e)}),9),"${DASH}")` },
    { value: known(gap * area), formula: `=IF(ISNUMBER(${String(g)}),${String(g)}*${sum('taxedArea')},"${DASH}")` },
    {
      value: Number.isNaN(now) ? DASH : now < floor ? '未达标' : now >= ceiling ? '优秀' : '达标',
      formula: `=IF(ISNUMBER(${String(e)}),IF(${String(e)}<${String(f)},"未达标",${top}),"${DASH}")`,
    },
  ];
}

function total(rows: readonly StockRow[], field: 'tax' | 'area' | 'previousTax'): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}

/** The year before, where every parcel of the cluster has its tax of then; else it is typed. */
function openingOf(rows: readonly StockRow[]): number | string {
  if (rows.length === 0 || rows.some(({ previousTax }) => Number.isNaN(previousTax))) return DASH;
  return total(rows, 'previousTax') / total(rows, 'area');
}
