import { quarterTargets } from '../../allocate/quarterTargets';
import { quarterOf } from '../../allocate/targetProgress';
import { roundReading } from '../../quantity/roundReading';
import type { OfficialCell } from '../layout/officialTable';
import { baseRange } from './targetBase';
import { AT, QUARTERS } from './targetColumns';
import { townshipName, type TargetInput, type TargetTownship } from './targetInput';
import { columnName } from '../../../sheet/address';

/** Cells outside the table that its formulas name: the two days, the quarter they stand for, and the parts of the quarters. */
export const CELL = { until: '$C$4', from: '$G$4', quarter: '$V$4', shares: ['$V$6', '$W$6', '$X$6', '$Y$6'] } as const;

const DASH = '—';
/** The row of a spreadsheet that holds the totals, and the first of a township. */
export const TOTAL_LINE = 7;
export const FIRST_LINE = 8;

const at = (column: number, line: number) => `${columnName(column)}${String(line)}`;
/** Rounded as readings are, so that what is reached exactly is reached, here and in any spreadsheet. */
const ratio = (upper: number, lower: number): number | string => (lower === 0 ? DASH : roundReading(upper / lower));

/** The digits after the point that areas of the target have. */
export function decimalsOf({ rule }: Pick<TargetInput, 'rule'>): 0 | 1 {
  return rule.unit === 0.1 ? 1 : 0;
}

/** A township's cells A to S: every number of the ledger and of progress is a classic formula over the base. */
export function townshipCells(input: TargetInput, township: TargetTownship, index: number): OfficialCell[] {
  const line = FIRST_LINE + index;
  const own = `${baseRange(input, 'township')},$B${String(line)},${baseRange(input, 'counted')},"是"`;
  const sum = (column: 'area' | 'tax' | 'taxedArea') => `SUMIFS(${baseRange(input, column)},${own})`;
  const days = `${baseRange(input, 'closedOutOn')},">="&N(${CELL.from}),${baseRange(input, 'closedOutOn')},"<="&N(${CELL.until})`;
  const { proposed, area, done, name } = township;
  const parts = partsOf(input)[index] ?? [];
  return [
    { value: index + 1 },
    { value: townshipName(name) },
    { value: township.count, formula: `=COUNTIFS(${own})` },
    { value: area, formula: `=${sum('area')}` },
    {
      value: ratio(township.tax, township.taxedArea),
      formula: `=IF(${sum('taxedArea')}=0,"${DASH}",${sum('tax')}/${sum('taxedArea')})`,
    },
    { value: proposed },
    { value: township.cases },
    { value: township.taxPerMuGoal ?? DASH },
    ...QUARTERS.map((_, quarter) => quarterCell(input, parts[quarter] ?? NaN, { line, quarter })),
    doneCell(input, done, `SUMIFS(${baseRange(input, 'area')},${own},${days})`),
    ...progressCells(input, proposed, doneOf(input, done), line, parts[quarterOf(input.counting.to, input.year) - 1]),
    { value: township.leadDepartment === '' ? townshipName(name) : township.leadDepartment },
    { value: '' },
    { value: proposed },
    { value: 0, formula: `=N(${at(AT.target, line)})-N(${at(AT.proposed, line)})` },
  ];
}

/** Whether anything is known of closings: a column of the ledger, or a day in it. */
function isTold({ ledger, rows }: TargetInput): boolean {
  return ledger.closingColumn !== undefined || rows.some(({ closing }) => closing.kind === 'day');
}

const doneOf = (input: TargetInput, done: number): number | string => (isTold(input) ? done : DASH);

/** Without a single day in the base nothing is known of what is done, which is not 0. */
function doneCell(input: TargetInput, done: number, sum: string): OfficialCell {
  if (input.ledger.closingColumn !== undefined) return { value: done, formula: `=${sum}` };
  return { value: doneOf(input, done), formula: `=IF(COUNT(${baseRange(input, 'closedOutOn')})=0,"${DASH}",${sum})` };
}

/** The cumulative targets of the quarters by township, as the sheet rounds them. */
export function partsOf(input: Pick<TargetInput, 'townships' | 'shares' | 'rule'>): readonly (readonly number[])[] {
  return quarterTargets(
    input.townships.map(({ proposed }) => proposed),
    input.shares,
    decimalsOf(input),
  );
}

/** What is due through a line less what is due through the line before, never less than in the quarter before. */
function quarterCell(
  input: TargetInput,
  value: number,
  { line, quarter }: { line: number; quarter: number },
): OfficialCell {
  const share = CELL.shares[quarter] ?? '';
  const through = (last: number) =>
    `ROUND(SUM($F$${String(FIRST_LINE)}:$F${String(last)})*${share},${String(decimalsOf(input))})`;
  const part = line === FIRST_LINE ? through(line) : `${through(line)}-${through(line - 1)}`;
  const before = quarter === 0 ? '0' : at(AT.first + quarter - 1, line);
  return { value, formula: `=MAX(${before},ROUND(${part},1))` };
}

/** 完成率 = M/F, and how far it is from the part of the quarter that the last day lies in: N − 累计目标/F. */
function progressCells(
  input: TargetInput,
  target: number,
  done: number | string,
  line: number,
  due: number | undefined,
): OfficialCell[] {
  const [f, m, n] = [at(AT.target, line), at(AT.done, line), at(AT.rate, line)];
  const quarter = quarterOf(input.counting.to, input.year);
  const rate = typeof done === 'string' ? DASH : ratio(done, target);
  const quarters = `$I${String(line)}:$L${String(line)}`;
  return [
    { value: rate, formula: `=IF(OR(N(${f})=0,NOT(ISNUMBER(${m}))),"${DASH}",ROUND(${m}/${f},9))` },
    {
      value: typeof rate === 'string' || quarter === 0 ? DASH : roundReading(rate - (due ?? NaN) / target),
      formula: `=IF(OR(NOT(ISNUMBER(${n})),${CELL.quarter}=0),"${DASH}",ROUND(${n}-INDEX(${quarters},1,${CELL.quarter})/${f},9))`,
    },
  ];
}

/** 全市合计: sums of the lines below, 亩均税收 and 完成率 anew from sums, never averages. */
export function totalCells(input: TargetInput, lines: readonly (readonly OfficialCell[])[]): OfficialCell[] {
  const last = FIRST_LINE + Math.max(1, lines.length) - 1;
  const summed = (column: number): OfficialCell => {
    const value = lines.reduce((sum, cells) => sum + numberIn(cells[column]), 0);
    return { value, formula: `=SUM(${at(column, FIRST_LINE)}:${at(column, last)})` };
  };
  const target = summed(AT.target);
  const quarters = QUARTERS.map(summed);
  const cells = `${at(AT.done, FIRST_LINE)}:${at(AT.done, last)}`;
  const done: OfficialCell = isTold(input)
    ? summed(AT.done)
    : { value: DASH, formula: `=IF(COUNT(${cells})=0,"${DASH}",SUM(${cells}))` };
  const due = numberIn(quarters[quarterOf(input.counting.to, input.year) - 1]);
  return [
    { value: '' },
    { value: '全市合计', look: { horizontal: 'Center' } },
    summed(AT.count),
    summed(AT.area),
    wholePerMu(input),
    target,
    summed(AT.cases),
    { value: DASH },
    ...quarters,
    done,
    ...progressCells(input, numberIn(target), done.value as number | string, TOTAL_LINE, due),
    { value: '' },
    { value: '' },
    summed(AT.proposed),
    summed(AT.difference),
  ];
}

function wholePerMu(input: TargetInput): OfficialCell {
  const of = (column: 'tax' | 'taxedArea') => `SUMIFS(${baseRange(input, column)},${baseRange(input, 'counted')},"是")`;
  const sumOf = (field: 'tax' | 'taxedArea') => input.townships.reduce((sum, township) => sum + township[field], 0);
  return {
    value: ratio(sumOf('tax'), sumOf('taxedArea')),
    formula: `=IF(${of('taxedArea')}=0,"${DASH}",${of('tax')}/${of('taxedArea')})`,
  };
}

function numberIn(cell: OfficialCell | undefined): number {
  return typeof cell?.value === 'number' ? cell.value : 0;
}
