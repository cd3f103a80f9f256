import type { NewSheet, SheetCell, SheetFormat } from '../../../sheet/sheet';
import { AT } from './targetColumns';
import { columnName } from '../../../sheet/address';

/** The sheet that changes after issue are logged in. */
export const LOG_NAME = '目标调整记录';
const HEADERS = ['区镇', '列', '调整前', '调整后', '原因', '时间', '所在表'];
const WIDTHS = [90, 110, 70, 70, 200, 110, 110];
const HEAD: SheetFormat = { bold: true, horizontal: 'Center', border: true };
export const LOG_TOP = 2;

/** The columns whose changes after issue are logged: F to L. */
const LOGGED: readonly { readonly column: number; readonly name: string }[] = [
  { column: AT.target, name: '处置面积' },
  { column: AT.cases, name: '宗数' },
  { column: AT.goal, name: '亩均税收' },
  { column: AT.first, name: '一季度' },
  { column: AT.second, name: '上半年' },
  { column: AT.third, name: '三季度' },
  { column: AT.fourth, name: '全年' },
];

/** One change of an issued number. */
export interface TargetChange {
  readonly township: string;
  readonly column: string;
  readonly before: SheetCell;
  readonly after: SheetCell;
}

/** A sheet's lines by township: the cells A to S as they show. */
export type TargetLines = ReadonlyMap<string, readonly SheetCell[]>;

/** What has changed since the log's last word on each number; a number it has no word on is a first issue. */
export function changesSince(
  lines: TargetLines,
  log: readonly (readonly SheetCell[])[],
  sheet: string,
): TargetChange[] {
  const year = sheet.replace(/_v\d+$/, '');
  const last = new Map<string, SheetCell>();
  for (const [township = '', column = '', , after = '', , , where = ''] of log) {
    if (String(where).replace(/_v\d+$/, '') === year) last.set(`${String(township)}|${String(column)}`, after);
  }
  return [...lines].flatMap(([township, cells]) =>
    LOGGED.flatMap(({ column, name }): TargetChange[] => {
      const label = `${columnName(column)} ${name}`;
      const before = last.get(`${township}|${label}`) ?? '';
      const after = cells[column] ?? '';
      return isSame(before, after) ? [] : [{ township, column: label, before, after }];
    }),
  );
}

const isNothing = (cell: SheetCell) => cell === '' || cell === '—';

function isSame(before: SheetCell, after: SheetCell): boolean {
  if (isNothing(before) && isNothing(after)) return true;
  if (typeof before === 'number' && typeof after === 'number') return Math.abs(before - after) < 1e-9;
  return before === after;
}

/** What is written for a set of changes, below what the log holds. */
export interface LogEntry {
  readonly changes: readonly TargetChange[];
  readonly reason: string;
  /** As it is to be read: 2024-06-30 15:20. */
  readonly time: string;
  readonly sheet: string;
}

/** The lines of an entry, in the log's columns. */
export function logLines({ changes, reason, time, sheet }: LogEntry): SheetCell[][] {
  return changes.map(({ township, column, before, after }) => [
    ...[township, column, isNothing(before) ? '—' : before, isNothing(after) ? '—' : after],
    ...[reason === '' && isNothing(before) ? '首次下达' : reason, time, sheet],
  ]);
}

/** 目标调整记录 with its first lines. */
export function targetLog(entry: LogEntry): NewSheet {
  const lines = logLines(entry);
  return {
    name: LOG_NAME,
    freezeRows: LOG_TOP,
    blocks: [
      { row: 0, column: 0, values: [['下达后的改动逐条记在这里，只增不改。']] },
      { row: LOG_TOP - 1, column: 0, values: [HEADERS], format: HEAD },
      ...WIDTHS.map((columnWidth, column) => ({
        ...{ row: LOG_TOP, column, values: lines.map((line) => [line[column] ?? '']) },
        format: { border: true, columnWidth, ...(column === 4 ? { wrap: true } : {}) },
      })),
    ],
  };
}
