import { quarterOf } from '../../allocate/targetProgress';
import { roundReading } from '../../quantity/roundReading';
import { officialTable, type OfficialCell, type OfficialColumn } from '../layout/officialTable';
import type { NewSheet, SheetChart } from '../../../sheet/sheet';
import { linesHeld, type HeldCells } from '../rerun/keepTyped';
import { keyedTable, type ExtraTable } from './rerunExtra';
import { FIRST_LINE, partsOf } from './targetCells';
import { sheetNames, townshipName, type TargetInput, type TargetTownship } from './targetInput';

const SIGNED = '+0.0%;[Red]-0.0%;0.0%';
const COLUMNS: readonly OfficialColumn[] = [
  { head: '排名', width: 44, kind: 'number', format: '0' },
  { head: '区镇', width: 130, kind: 'word' },
  { head: '年度目标（亩）', width: 84, unit: '亩', kind: 'number', format: '#,##0.0;-#,##0.0;"—"' },
  { head: '累计完成（亩）', width: 84, unit: '亩', kind: 'number', format: '#,##0.0' },
  { head: '完成率', width: 72, unit: '%', kind: 'number', format: '0.0%' },
  { head: '序时要求', width: 72, unit: '%', kind: 'number', format: '0.0%' },
  { head: '差距（±）', width: 72, kind: 'number', format: SIGNED },
  { head: '名次变化', width: 66, kind: 'number', format: '"升"0;"降"0;"—"' },
  { head: '备注', width: 96, kind: 'word', open: true },
];
export const RANKING_TABLE: ExtraTable = { columns: COLUMNS, key: [1], anew: ['名次变化'] };
const FIRST = 7;

/** Ranks of an earlier report by township, for the change of places. */
export type EarlierRanks = ReadonlyMap<string, number>;

/** Reads the ranks that a sheet of this kind shows, by township; values as a person sees them, from A1 on. */
export function ranksShown(cells: HeldCells): EarlierRanks {
  const lines = [...linesHeld(cells, keyedTable(RANKING_TABLE), ['排名'])];
  return new Map(lines.flatMap(([name, [rank]]) => (typeof rank === 'number' ? [[name, rank] as const] : [])));
}

/**
 * 表E 通报表 (target-sheet.md, 5): townships with a target by their rate of completion, equal rates with equal rank (RANK), every number
 * from the target sheet.
 */
export function rankingSheet(input: TargetInput, earlier: EarlierRanks = new Map()): NewSheet {
  const { place, year, counting } = input;
  const listed = input.townships
    .map((township, index) => ({ township, line: FIRST_LINE + index }))
    .filter(({ township }) => township.proposed > 0)
    .toSorted((a, b) => rateOf(b.township) - rateOf(a.township));
  const ranks = listed.map(
    ({ township }) => 1 + listed.filter((other) => rateOf(other.township) > rateOf(township)).length,
  );
  const rows = listed.map(({ township, line }, index) =>
    lineOf(input, { township, line, own: FIRST + index, count: listed.length, rank: ranks[index] ?? 0, earlier }),
  );
  const table = officialTable({
    name: sheetNames(input).ranking,
    attachment: '附件5',
    title: `${place}${String(year)}年度低效工业用地处置进度通报表`,
    columns: COLUMNS,
    rows,
    notes: [
      `注：截至${counting.to}；排名按完成率，完成率相同的名次相同；各数取自“${sheetNames(input).target}”。行序为生成时的名次，数变后排名随公式变，行序不变。`,
    ],
    fonts: input.fonts,
  });
  return { ...table, charts: rateChart(listed.length) };
}

/** As the target sheet has it. */
const rateOf = ({ done, proposed }: TargetTownship) => roundReading(done / proposed);

interface RankedLine {
  readonly township: TargetTownship;
  /** Its line on the target sheet, and its own, as a person counts. */
  readonly line: number;
  readonly own: number;
  readonly count: number;
  readonly rank: number;
  readonly earlier: EarlierRanks;
}

function lineOf(input: TargetInput, { township, line, own, count, rank, earlier }: RankedLine): OfficialCell[] {
  const from = (letter: string) => `'${sheetNames(input).target}'!$${letter}$${String(line)}`;
  const rates = `$E$${String(FIRST)}:$E$${String(FIRST + count - 1)}`;
  const [e, f] = [`E${String(own)}`, `F${String(own)}`];
  const before = earlier.get(townshipName(township.name));
  const rate = rateOf(township);
  const due = dueOf(input, township);
  return [
    { value: rank, formula: `=IF(ISNUMBER(${e}),RANK(${e},${rates}),"—")` },
    // A plain word: the line is told by it when the sheet is made again.
    { value: townshipName(township.name) },
    { value: township.proposed, formula: `=${from('F')}` },
    { value: township.done, formula: `=${from('M')}` },
    { value: rate, formula: `=${from('N')}` },
    {
      value: Number.isNaN(due) ? '—' : due,
      formula: `=IF(AND(ISNUMBER(${from('N')}),ISNUMBER(${from('O')})),ROUND(${from('N')}-${from('O')},9),"—")`,
    },
    {
      value: Number.isNaN(due) ? '—' : roundReading(rate - due),
      formula: `=IF(AND(ISNUMBER(${e}),ISNUMBER(${f})),ROUND(${e}-${f},9),"—")`,
    },
    before === undefined
      ? { value: '—' }
      : { value: before - rank, formula: `=IF(ISNUMBER(A${String(own)}),${String(before)}-A${String(own)},"—")` },
    { value: '' },
  ];
}

/** The part that is due, as the target sheet has it: the rounded cumulative target over the target. */
function dueOf(input: TargetInput, township: TargetTownship): number {
  const due = partsOf(input)[input.townships.indexOf(township)]?.[quarterOf(input.counting.to, input.year) - 1] ?? NaN;
  return roundReading(due / township.proposed);
}

function rateChart(count: number): SheetChart[] {
  if (count === 0) return [];
  const column = (at: number) => ({ row: FIRST - 1, column: at, rows: count, columns: 1 });
  return [
    {
      kind: 'bar',
      title: '各区镇完成率与序时要求',
      place: { row: 4, column: COLUMNS.length + 1, rows: 16, columns: 8 },
      categories: column(1),
      series: [
        { name: '完成率', values: column(4) },
        { name: '序时要求', values: column(5) },
      ],
    },
  ];
}
