import { quarterOf } from '../../allocate/targetProgress';
import { daySerial } from '../../quantity/daySerial';
import { officialLooks, OFFICIAL_FONTS } from '../layout/officialLooks';
import { officialTable, PLACE, type OfficialCell, type OfficialSpan } from '../layout/officialTable';
import type { NewSheet, SheetBlock, SheetChart } from '../../../sheet/sheet';
import { baseRange } from './targetBase';
import { CELL, decimalsOf, partsOf, totalCells, townshipCells, TOTAL_LINE } from './targetCells';
import { AT, proposalColumns, targetColumns } from './targetColumns';
import { sheetNames, type TargetInput } from './targetInput';
import { targetNotes } from './targetNotes';

const CHINESE_DAY = 'yyyy"年"m"月"d"日"';
const QUARTER_NAMES = ['一季度', '上半年', '三季度', '全年'] as const;
/** The helper table beyond R and S: column U and the four after it. */
const HELP = 20;
/** Its first head, at which the table of townships has ended; and the first column beyond it and the charts. */
export const HELP_HEAD = '季度';
export const HELP_END = HELP + 9;

/** 表A 年度目标任务分解表 (target-sheet.md, 1): 17 columns that print, proposal and difference beside them, and two charts. */
export function targetSheet(input: TargetInput): NewSheet {
  const { place, year, townships, issued } = input;
  const lines = townships.map((township, index) => townshipCells(input, township, index));
  const table = officialTable({
    name: sheetNames(input).target,
    attachment: '附件1',
    title: `${place}${String(year)}年度低效工业用地处置（存量更新）目标任务分解表`,
    columns: targetColumns(decimalsOf(input)).map((column, index) =>
      issued && index === AT.target ? { ...column, open: false } : column,
    ),
    outside: proposalColumns(decimalsOf(input)),
    info: infoLine(input),
    rows: [totalCells(input, lines), ...lines],
    totals: 1,
    notes: targetNotes(input),
    fonts: input.fonts,
  });
  return {
    ...table,
    blocks: [...table.blocks, ...helpBlocks(input)],
    charts: targetCharts(lines.length),
    ...(issued ? { protect: true } : {}),
  };
}

/** The days that count and the quarter held against; the days may be typed over. */
function infoLine(input: TargetInput): OfficialSpan[] {
  const { from, to } = input.counting;
  const quarter = quarterOf(to, input.year);
  const label = (at: number, value: string): OfficialSpan => ({
    from: at,
    to: at + 1,
    cell: { value, look: { horizontal: 'Right', rowHeight: 20 } },
  });
  const typed = (at: number, value: OfficialCell['value']): OfficialSpan => ({
    from: at,
    to: at + 1,
    cell: { value, look: { horizontal: 'Left', numberFormat: CHINESE_DAY, locked: false } },
  });
  return [
    label(0, '截止日：'),
    typed(2, daySerial(to)),
    label(4, '起算日：'),
    typed(6, from === undefined ? '底数认定起' : daySerial(from)),
    label(8, '对照进度：'),
    { from: 10, to: 11, cell: dueCell(quarter) },
  ];
}

function dueCell(quarter: number): OfficialCell {
  const names = QUARTER_NAMES.map((name) => `"${name}"`).join(',');
  return {
    value: QUARTER_NAMES[quarter - 1] ?? '—',
    formula: `=IF(${CELL.quarter}=0,"—",CHOOSE(${CELL.quarter},${names}))`,
    look: { horizontal: 'Left' },
  };
}

/** Outside the print area: the quarter of the last day, the parts of the quarters, and the two cumulative curves. */
function helpBlocks(input: TargetInput): SheetBlock[] {
  const { year, shares, fonts = OFFICIAL_FONTS } = input;
  const look = { ...officialLooks(fonts).line, columnWidth: 66 };
  const until = CELL.until;
  const quarter = `=IF(YEAR(N(${until}))<${String(year)},0,IF(YEAR(N(${until}))>${String(year)},4,ROUNDUP(MONTH(N(${until}))/3,0)))`;
  const block = (row: number, values: SheetBlock['values'], more: Partial<SheetBlock> = {}): SheetBlock => ({
    row,
    column: HELP,
    values,
    format: look,
    ...more,
  });
  const percent = { ...look, numberFormat: '0%', locked: false };
  const amounts = { ...look, numberFormat: '#,##0.0' };
  return [
    block(PLACE.info, [['对照季度', quarterOf(input.counting.to, year)]], { formulas: [['', quarter]] }),
    block(PLACE.info + 1, [[HELP_HEAD, ...QUARTER_NAMES]]),
    block(PLACE.info + 2, [['累计比例（假设，可改）']]),
    { row: PLACE.info + 2, column: HELP + 1, values: [shares.slice(0, 4)], format: percent },
    block(PLACE.info + 3, [['累计目标（亩）', ...targets(input)]], {
      format: amounts,
      formulas: [['', ...['I', 'J', 'K', 'L'].map((letter) => `=${letter}${String(TOTAL_LINE)}`)]],
    }),
    block(PLACE.info + 4, [['累计完成（亩）', '', '', '', '']], {
      format: amounts,
      formulas: [['', ...[1, 2, 3, 4].map((number) => doneBy(input, number))]],
    }),
  ];
}

function targets(input: TargetInput): number[] {
  const parts = partsOf(input);
  return input.shares.slice(0, 4).map((_, quarter) => parts.reduce((sum, of) => sum + (of[quarter] ?? 0), 0));
}

/** Closed out by the end of a quarter; quarters still to come have no point on the curve, which #N/A is the sign for. */
function doneBy(input: TargetInput, quarter: number): string {
  const { year } = input;
  const end = `DATE(${String(year)},${String(quarter * 3 + 1)},0)`;
  const begun = `DATE(${String(year)},${String(quarter * 3 - 2)},1)`;
  const days = baseRange(input, 'closedOutOn');
  const sum = `SUMIFS(${baseRange(input, 'area')},${baseRange(input, 'counted')},"是",${days},">="&N(${CELL.from}),${days},"<="&MIN(${end},N(${CELL.until})))`;
  return `=IF(${begun}>N(${CELL.until}),NA(),${sum})`;
}

/** 各区镇目标与完成, and the cumulative curve; black and white printers tell them by their legend and shape. */
function targetCharts(townships: number): SheetChart[] {
  const column = (at: number) => ({ row: TOTAL_LINE, column: at, rows: Math.max(1, townships), columns: 1 });
  const help = (row: number) => ({ row: PLACE.info + row, column: HELP + 1, rows: 1, columns: 4 });
  return [
    {
      kind: 'column',
      title: '各区镇年度目标与完成（亩）',
      place: { row: 9, column: HELP, rows: 14, columns: 8 },
      categories: column(AT.township),
      series: [
        { name: '年度目标', values: column(AT.target) },
        { name: '完成值', values: column(AT.done) },
      ],
    },
    {
      kind: 'line',
      title: '累计目标与累计完成（亩）',
      place: { row: 24, column: HELP, rows: 14, columns: 8 },
      categories: help(1),
      series: [
        { name: '累计目标', values: help(3) },
        { name: '累计完成', values: help(4) },
      ],
    },
  ];
}
