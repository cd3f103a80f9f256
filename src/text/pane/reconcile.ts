import type { Entry } from './entry';

/** What reconciliation found, in the list 发现的问题 of the 台账 screen. */
export const RECONCILE = {
  places: ['{count} 处', '{count}'],
  cellExpected: ['第 {row} 行 {name}：{text}，应为 {expected}', 'Row {row} {name}: {text}, should be {expected}'],
  cellExpectedOwn: [
    '第 {row} 行 {name}：{text}，应为 {expected}（按本行的合计数是 {own}）',
    'Row {row} {name}: {text}, should be {expected} (the row’s own totals give {own})',
  ],
  cellSameAs: ['第 {row} 行 {name}：{text}，同第 {other} 行', 'Row {row} {name}: {text}, as in row {other}'],
  cellLine: ['第 {row} 行 {name}：{text}，线为 {line}', 'Row {row} {name}: {text}, the line is {line}'],
} as const satisfies Record<string, Entry>;
