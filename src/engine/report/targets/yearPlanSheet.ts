import { YEAR_MEASURES, type YearMeasure } from '../../allocate/yearsProblem';
import { columnName } from '../../../sheet/address';
import { officialTable, PLACE, type OfficialCell, type OfficialColumn } from '../layout/officialTable';
import type { NewSheet } from '../../../sheet/sheet';
import type { ExtraTable } from './rerunExtra';
import { baseRange, countedWord } from './targetBase';
import { sheetNames, type TargetInput } from './targetInput';

/** A year of the plan, in 亩 and wanYuan. */
export interface YearLine {
  readonly year: number;
  /** To be reached by its end in all, what was done before the plan included. */
  readonly goal: number;
  /** What is planned for the year: parcels by measure, 亩, public money. */
  readonly cases: Readonly<Record<YearMeasure, number>>;
  readonly area: number;
  readonly cost: number;
  readonly fund?: number;
  /** 亩 in all that the draws reach eight times in ten by its end. */
  readonly sure: number;
}

/** The years of a plan. */
export interface PlannedYears {
  readonly lines: readonly YearLine[];
  /** 亩 closed out when the plan was made. */
  readonly done: number;
  readonly basis: string;
}

const MU = '#,##0.0';
const area = (head: string, width = 68): OfficialColumn => ({ head, width, unit: '亩', kind: 'number', format: MU });
const count = (head: string, parent: string): OfficialColumn => ({
  ...{ head, parent, width: 40, unit: '宗', kind: 'number', format: '#,##0;-#,##0;"—"' },
});
const money = (head: string): OfficialColumn => ({ head, width: 74, unit: '万元', kind: 'number', format: '#,##0' });

/** What a measure is called on the sheets. */
export const YEAR_MEASURE_WORDS: Readonly<Record<YearMeasure, string>> = {
  dispose: '处置',
  renew: '更新',
  upgrade: '提质',
};

const COLUMNS: readonly OfficialColumn[] = [
  { head: '年度', width: 60, kind: 'number', format: '0"年"' },
  ...[area('年底累计目标（亩）'), area('当年任务（亩）'), area('安排面积（亩）'), area('累计安排（亩）')],
  ...YEAR_MEASURES.map((measure) => count(YEAR_MEASURE_WORDS[measure], '安排宗数')),
  ...[money('估算财政投入（万元）'), money('当年资金（万元）')],
  ...[area('八成把握累计完成（亩）', 70), area('实际累计完成（亩）', 70)],
  { head: '责任单位（第一位牵头）', width: 84, kind: 'word', open: true },
  { head: '备注', width: 70, kind: 'word', open: true },
];
/** The column of what was really closed out. */
const ACTUAL = 8 + YEAR_MEASURES.length;

/** Where people type on the sheet, and by what its lines are told apart. */
export const YEAR_PLAN_TABLE: ExtraTable = { columns: COLUMNS, key: [0], totals: 1 };

/** The cell in which a person says through which year the ledger's closings are complete. */
const OVER = '$E$4';
/** What was closed out when the plan was made. */
const DONE = '$I$4';
const FIRST_LINE = PLACE.body + 2;
const cell = (column: number, line: number) => `${columnName(column)}${String(line)}`;

/**
 * 年度推进计划: a line a year. Once a year is said to be over, the next one's task is what its own cumulative target leaves after what
 * was really closed out by then, which the base of the first year counts from the ledger.
 */
export function yearPlanSheet(input: TargetInput, { lines, done, basis }: PlannedYears): NewSheet {
  const rows = lines.map((_, index) => lineCells({ input, lines, done }, index));
  const [first, last] = [lines[0]?.year ?? input.year, lines.at(-1)?.year ?? input.year];
  const years = first === last ? `${String(first)}年` : `${String(first)}—${String(last)}年`;
  return officialTable({
    name: sheetNames(input).years,
    attachment: '附件8',
    title: `${input.place}${years}低效工业用地年度推进计划（建议）`,
    columns: COLUMNS,
    info: [
      {
        from: 0,
        to: 3,
        cell: { value: '已过完的年度（过一年改一次）：', look: { horizontal: 'Right', rowHeight: 20 } },
      },
      { from: 4, to: 4, cell: { value: first - 1, look: { horizontal: 'Center', numberFormat: '0', locked: false } } },
      { from: 5, to: 7, cell: { value: '编制时已完成（亩）：', look: { horizontal: 'Right' } } },
      { from: 8, to: 8, cell: { value: done, look: { horizontal: 'Center', numberFormat: MU } } },
    ],
    rows: [totalCells(rows), ...rows],
    totals: 1,
    notes: [`注：${basis}${input.note}`],
    fonts: input.fonts,
  });
}

interface Lines {
  readonly input: TargetInput;
  readonly lines: readonly YearLine[];
  readonly done: number;
}

function lineCells({ input, lines, done }: Lines, index: number): OfficialCell[] {
  const own = lines[index];
  if (!own) return [];
  const { year, goal, cases, fund = '', cost, sure } = own;
  const line = FIRST_LINE + index;
  const running = plannedBy({ lines, done }, index);
  return [
    { value: year },
    { value: goal },
    taskCell({ input, lines, done }, index),
    { value: own.area },
    { value: running, formula: `=${index === 0 ? DONE : cell(4, line - 1)}+${cell(3, line)}` },
    ...YEAR_MEASURES.map((measure) => ({ value: cases[measure] })),
    ...[{ value: cost }, { value: fund }],
    { value: sure },
    { value: actualBy(input, year), formula: actualFormula(input, year) },
    ...['', ''].map((value) => ({ value })),
  ];
}

/** What a year is to bring: its cumulative target less what is done by the end of the year before, or less what is planned by then. */
function taskCell({ input, lines, done }: Lines, index: number): OfficialCell {
  const { goal = NaN, year = input.year } = lines[index] ?? {};
  const line = FIRST_LINE + index;
  const left = (before: number) => Math.max(0, goal - before);
  if (index === 0) {
    return {
      value: left(closedBefore(input, year)),
      formula: `=MAX(0,${cell(1, line)}-${closedFormula(input, year)})`,
    };
  }
  const [before, planned, actual] = [cell(0, line - 1), cell(4, line - 1), cell(ACTUAL, line - 1)];
  return {
    value: left(plannedBy({ lines, done }, index - 1)),
    formula: `=MAX(0,${cell(1, line)}-IF(N(${OVER})>=${before},N(${actual}),${planned}))`,
  };
}

/** 亩 in all that are done or planned by the end of a line's year. */
function plannedBy({ lines, done }: Pick<Lines, 'lines' | 'done'>, index: number): number {
  return lines.slice(0, index + 1).reduce((sum, { area: own }) => sum + own, done);
}

const closedRows = ({ rows }: TargetInput, through: string) =>
  rows
    .filter((row) => countedWord(row) === '是' && row.closing.kind === 'day' && row.closing.day <= through)
    .reduce((sum, row) => sum + row.area, 0);

const closedBefore = (input: TargetInput, year = input.year) => closedRows(input, `${String(year - 1)}-12-31`);

function closedFormula(input: TargetInput, year: number): string {
  const days = baseRange(input, 'closedOutOn');
  return `SUMIFS(${baseRange(input, 'area')},${baseRange(input, 'counted')},"是",${days},"<"&DATE(${String(year)},1,1))`;
}

function actualBy(input: TargetInput, year: number): number | string {
  const isTold = input.rows.some(({ closing }) => closing.kind === 'day');
  return isTold ? closedRows(input, `${String(year)}-12-31`) : '—';
}

/** Without a single day in the base nothing is known of what is done, which is not 0. */
function actualFormula(input: TargetInput, year: number): string {
  return `=IF(COUNT(${baseRange(input, 'closedOutOn')})=0,"—",${closedFormula(input, year + 1)})`;
}

/** Sums of what a year brings; what is cumulative has none. */
function totalCells(rows: readonly (readonly OfficialCell[])[]): OfficialCell[] {
  const width = rows[0]?.length ?? 0;
  const last = FIRST_LINE + Math.max(1, rows.length) - 1;
  const cumulative = new Set([1, 4, width - 4, width - 3]);
  return Array.from({ length: width }, (_, column): OfficialCell => {
    if (column === 0) return { value: '合计', look: { horizontal: 'Center' } };
    if (column >= width - 2) return { value: '' };
    if (cumulative.has(column)) return { value: '—', look: { horizontal: 'Right' } };
    const values = rows.map((row) => row[column]?.value);
    if (values.every((value) => value === '')) return { value: '' };
    const value = values.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0);
    return { value, formula: `=SUM(${cell(column, FIRST_LINE)}:${cell(column, last)})` };
  });
}
