import { cellText, type Cell } from '../../ledger/cell';
import { readDate } from '../../ledger/date';
import { daySerial } from '../../quantity/daySerial';
import type { Day } from '../../quantity/day';
import { BASE_DAY } from '../../rule/daysBefore';
import { binary, call, cell, number, text, when } from '../../rule/formula/formulaTree';
import { limitCell, type CheckColumn } from './checkColumns';
import { READ } from './balanceColumns';

/** The names of the columns that 处置率 is added up from, and what they say. */
export const DISPOSAL_COLUMNS = {
  type: '存量类型',
  closed: '销号日期',
  counted: '处置计入面积',
  state: '处置状态',
  done: '已处置',
  open: '未处置',
} as const;

/** What is asked of a row: what stands as its closing day, and what a row says whose day cannot be told. */
export interface DisposalAsk {
  readonly closing: (row: number) => Cell;
  readonly area: (row: number) => number;
  readonly asOf?: Day;
  readonly unresolved: (missing: readonly string[]) => string;
}

/** Whether a parcel was closed out by 基准日 (any day without one), and the area that counts, as formulas. */
export function disposalColumns(
  { closing, area, asOf, unresolved }: DisposalAsk,
  { look, head }: { readonly look: CheckColumn['format']; readonly head: string },
): CheckColumn[] {
  const day = (row: number) => closedOn(closing(row));
  const pending = unresolved([DISPOSAL_COLUMNS.closed]);
  const [closed, base] = [cell(DISPOSAL_COLUMNS.closed), cell(limitCell(BASE_DAY))];
  // Any number is below any text: a closing day that is none is a text.
  const isText = binary(closed, '>=', text(''));
  const isDone = when(binary(base, '=', text('')), { kind: 'truth', value: true }, binary(closed, '<=', base));
  const state = when(
    binary(closed, '=', text('')),
    text(DISPOSAL_COLUMNS.open),
    when(isText, text(pending), when(isDone, text(DISPOSAL_COLUMNS.done), text(DISPOSAL_COLUMNS.open))),
  );
  const own = (row: number) => {
    const value = day(row);
    if (!(area(row) > 0)) return '';
    if (value === '') return DISPOSAL_COLUMNS.open;
    if (typeof value === 'string') return pending;
    return asOf === undefined || value <= daySerial(asOf) ? DISPOSAL_COLUMNS.done : DISPOSAL_COLUMNS.open;
  };
  return [
    {
      name: DISPOSAL_COLUMNS.closed,
      header: DISPOSAL_COLUMNS.closed,
      value: day,
      from: head,
      format: { ...look, numberFormat: 'yyyy-mm-dd', horizontal: 'Center' },
    },
    {
      name: DISPOSAL_COLUMNS.counted,
      header: DISPOSAL_COLUMNS.counted,
      format: { numberFormat: '#,##0.00', columnWidth: 75 },
      tree: call('MAX', number(0), when(binary(cell(READ.area), '=', text('')), number(0), cell(READ.area))),
    },
    {
      name: DISPOSAL_COLUMNS.state,
      header: DISPOSAL_COLUMNS.state,
      format: { horizontal: 'Center', columnWidth: 110 },
      own,
      tree: when(binary(cell(DISPOSAL_COLUMNS.counted), '>', number(0)), state, text('')),
    },
  ];
}

/** A day as its serial number; what is no single day stays as it is. */
function closedOn(cell: Cell): number | string {
  const reading = readDate(cell);
  if (reading.kind === 'missing') return '';
  return reading.kind === 'value' && reading.value.other === undefined ? daySerial(reading.value.day) : cellText(cell);
}
