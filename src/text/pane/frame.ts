import type { Entry } from './entry';

/** Frame, progress and failures that any screen may show. A failure says what happened, where, and what to do. */
export const FRAME = {
  tabLedger: ['台账', 'Ledger'],
  tabVerdict: ['判定', 'Verdicts'],
  tabSimulation: ['推演', 'Projection'],
  screens: ['功能', 'Screens'],
  promise: [
    '只读原表，结果写在新列；数据不出本机',
    'Your table is only read; results go to new columns; nothing leaves this computer',
  ],
  ledgerLine: ['{name} · {count} 户', '{name} · {count} enterprises'],
  noLedgerLine: ['尚未选定台账', 'No ledger chosen'],
  policyLine: ['{policy}（{status}）· {asOf}', '{policy} ({status}) · {asOf}'],
  policyLineNoDay: ['{policy}（{status}）· 未填基准日', '{policy} ({status}) · no base date'],
  noPolicyLine: ['尚未选择政策', 'No policy chosen'],
  changeLedger: ['更改台账', 'Change the ledger'],
  change: ['更改', 'Change'],
  stale: ['数据已变更，结果待更新', 'Cells have changed; results are out of date'],
  refresh: ['更新', 'Update'],
  stop: ['停止', 'Stop'],
  pause: ['暂停', 'Pause'],
  resume: ['继续', 'Go on'],
  paused: ['{told}（已暂停）', '{told} (paused)'],
  phaseProgress: ['{task}：{phase} {percent}', '{task}: {phase} {percent}'],
  stopped: [
    '已停止，台账和工作簿没有改动。可再按“更新”重新读取。',
    'Stopped; nothing was changed. Press Update to read again.',
  ],
  dismiss: ['关闭提示', 'Close this message'],
  undoWrite: ['撤销本次写入', 'Undo this write'],
  taskReading: ['正在读取台账', 'Reading the ledger'],
  taskWriting: ['正在写入', 'Writing'],
  taskUndoing: ['正在撤销', 'Undoing'],
  taskSimulating: ['正在推演', 'Projecting'],
  progress: ['{task}：{done} / {total}', '{task}: {done} / {total}'],
  remaining: ['约剩 {seconds} 秒', 'about {seconds} s left'],
  notInExcel: [
    '亩均推演要在 Excel 中使用：请在 Excel 的“开始”选项卡点“亩均推演”打开；没有 Excel 时，运行 npm start 打开试用工作台。',
    'Mujun works inside Excel: open it from the Home tab. Without Excel, run npm start to open the trial workbench.',
  ],
  cellEdit: [
    'Excel 有单元格正在编辑，这一步没有执行。请按回车结束编辑，再试一次。',
    'A cell is being edited in Excel, so nothing was done. Press Enter to finish editing, then try again.',
  ],
  unexpected: [
    '这一步没有完成，工作簿没有改动（{detail}）。请再试一次；仍不行时，把台账另存一份并反馈。',
    'This step failed and the workbook is unchanged ({detail}). Try again; if it still fails, save a copy and report it.',
  ],
  doneInPart: [
    '{place}已经写好；后面的步骤没有完成：{reason}已写的可以保留，也可以按“撤销写入”收回。',
    '{place} was written; a later step failed: {reason} Keep what was written or take it back.',
  ],
  sheetsNotFollowed: [
    '没有读到工作表增减的情况：{reason}请重新选择台账所在的工作表。',
    'The list of sheets could not be read: {reason} Choose the ledger’s sheet again.',
  ],
  excelRefused: ['这一步没有完成：{reason}工作簿没有改动。', 'This step failed: {reason} The workbook is unchanged.'],
  noFunctions: [
    '此版 Excel 不支持自定义函数，结果以数值写入；Microsoft 365、Excel 2024 和网页版可用公式。',
    'This Excel has no custom functions, so results are written as values; Microsoft 365, Excel 2024 and Excel on the web have them.',
  ],
} as const satisfies Record<string, Entry>;
