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
  stale: ['台账有改动，请按“更新”', 'Cells have changed; results are out of date'],
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
    '亩均推演要在 Excel 中使用：请在 Excel 的“开始”选项卡点“亩均推演”打开；用 WPS 或没有 Excel 的，请用独立版。',
    'Mujun works inside Excel: open it from the Home tab. Without Excel, use the stand-alone edition.',
  ],
  noOfficeScript: [
    '没有取得 Office 的脚本 office.js（{address}），亩均推演无法与 Excel 通话。请检查网络，或请管理员放行上述地址，再重新打开；内网不能放行时，请管理员按部署说明改用自备 office.js 的方式，或使用独立版。',
    'office.js did not arrive ({address}), so Mujun cannot talk to Excel. Check the network or ask the administrator to allow that address, then open the pane again.',
  ],
  bookReadOnly: [
    '本工作簿只能看，不能改：可以判定、推演，结果写不进来，选的政策等关闭后也不留。请先点表格上方的“启用编辑”；没有这个按钮的，请另存一份，再在那一份里操作。',
    'This workbook is open for reading only: results cannot be written, and what you choose is not kept. Press Enable Editing above the sheet, or save a copy and work there.',
  ],
  bookOld: [
    '本工作簿是旧格式（.xls），每张表只有 65,536 行，有些内容存不住。请先另存为 .xlsx，关闭后打开新的那份。',
    'This workbook is in the old format (.xls): a sheet has 65,536 rows, and not all of what is written is kept. Save it as .xlsx and open that.',
  ],
  excelTooOld: [
    '这台电脑的 Excel 版本太旧，亩均推演在里面读不了台账；工作簿没有改动。请换用 Microsoft 365 或 Excel 2021 以后的版本；换不了的，请用独立版打开这份台账。',
    'This Excel is too old for Mujun to read a ledger in it; the workbook is unchanged. Use Microsoft 365 or a version after Excel 2021, or open the ledger in the stand-alone edition.',
  ],
  macrosOnMac: [
    '这份副本带宏（.xlsm），Mac 上的 Excel 不能从窗格里打开，没有打开。请把本工作簿另存为 .xlsx，打开那一份再做，或换到 Windows 上做。',
    'This copy has macros (.xlsm), which Excel on a Mac does not open from here. Save the workbook as .xlsx and make the copy from that, or make it on Windows.',
  ],
  cellEdit: [
    'Excel 有单元格正在编辑，这一步没有执行。请按回车结束编辑，再试一次。',
    'A cell is being edited in Excel, so nothing was done. Press Enter to finish editing, then try again.',
  ],
  partComing: ['正在打开……', 'Opening…'],
  partMissing: [
    '这一部分没有取到，工作簿没有改动。请检查网络，再试一次；其他已打开的部分照常可用。',
    'This part did not arrive and the workbook is unchanged. Check the network and try again; the rest keeps working.',
  ],
  partAgain: ['再取一次', 'Fetch again'],
  chartMissing: [
    '图没有取到，数字不受影响。请检查网络，再打开一次这一页。',
    'The chart did not arrive; the numbers are unaffected. Check the network and open this screen again.',
  ],
  unexpected: [
    '这一步没有完成，工作簿没有改动（{detail}）。请再试一次；仍不行时，把台账另存一份并反馈。',
    'This step failed and the workbook is unchanged ({detail}). Try again; if it still fails, save a copy and report it.',
  ],
  doneInPart: [
    '这一步只做了一部分。{done}{maybe}没有做完的原因：{why}{undo}',
    'Done in part. {done}{maybe}It broke off: {why}{undo}',
  ],
  partDone: ['已经做了：{acts}。', 'Done: {acts}. '],
  partUnanswered: [
    'Excel 没有答复、可能已经做了：{acts}，请核对。',
    'Perhaps done, for Excel did not answer: {acts}; please check. ',
  ],
  partUndo: ['已写的可以保留，也可以按“撤销本次写入”收回。', ' Keep what was written or take it back.'],
  actWrote: ['写入{of}', 'wrote {of}'],
  actTookBack: ['收回以前写到{of}的内容', 'took back what was written earlier to {of}'],
  actLeft: ['{of}留有没清除的内容', 'cells left at {of}'],
  actName: ['名称“{of}”改了指向', 'the name {of}'],
  actChoice: ['在工作簿里记下所选的项', 'what was chosen, kept in the workbook'],
  actRecord: ['在工作簿里存下记录', 'a record kept in the workbook'],
  sheetsNotFollowed: [
    '没有读到工作表增减的情况：{reason}请重新选择台账所在的工作表。',
    'The list of sheets could not be read: {reason} Choose the ledger’s sheet again.',
  ],
  excelRefused: ['这一步没有完成：{reason}工作簿没有改动。', 'This step failed: {reason} The workbook is unchanged.'],
  functionsUnknown: [
    '已写入公式（{place}），但单元格显示 #NAME?：这台 Excel 没有自定义函数。公式可以按“撤销本次写入”收回，结果可以改为数值。',
    'Formulas were written to {place} but show #NAME?: this Excel has no custom functions. Take them back, or write values instead.',
  ],
  writeAsValues: ['改为数值', 'Write values instead'],
  noFunctions: [
    '此版 Excel 不支持自定义函数，结果以数值写入；Microsoft 365、Excel 2024 和网页版可用公式。',
    'This Excel has no custom functions, so results are written as values; Microsoft 365, Excel 2024 and Excel on the web have them.',
  ],
} as const satisfies Record<string, Entry>;
