import type { Entry } from '../entry';

/** 整本公式版, 恢复公式 and 导出 CSV. */
export const PLAIN_COPY = {
  plainCopyTitle: ['整本公式版', 'The whole workbook in classic formulas'],
  plainCopyHint: [
    '另做一份，把加载项的公式换成普通公式或数值；打开着的工作簿不变。整本发出，含全部户、税收和联系人。',
    'A copy in which the add-in’s formulas are classic formulas or values; the open workbook stays. It holds all rows, taxes and contacts.',
  ],
  madePlainCopy: [
    '已生成：{count} 处换成普通公式，{values} 处换成数值，尚未保存。',
    'Made, not saved yet: {count} classic formulas, {values} values.',
  ],
  plainCopyLine: ['{name}：普通公式 {count} 处，数值 {values} 处', '{name}: {count} classic formulas, {values} values'],
  plainCopyList: ['逐处见副本中的“公式替换清单”。', 'The copy’s sheet 公式替换清单 has every one.'],
  plainCopyNames: ['名称 {names} 里还有加载项的函数，没有替换。', 'The names {names} still call the add-in.'],
  restoreHint: [
    '公式版交回后，把其中的普通公式和数值换回加载项的函数。',
    'Turns the classic formulas and values of such a copy back into functions.',
  ],
  restoreNothing: [
    '本工作簿不是整本公式版，没有可恢复的公式。',
    'This workbook is no such copy: nothing to bring back.',
  ],
  restoreSum: [
    '可恢复 {count} 个公式；发出后变了 {changed} 格：',
    '{count} formulas can come back; {changed} cells have changed since:',
  ],
  restoreSame: [
    '可恢复 {count} 个公式；发出后没有变化。',
    '{count} formulas can come back; nothing has changed since.',
  ],
  restoreTyped: ['{cell} 被改写：{before} → {now}', '{cell} typed over: {before} → {now}'],
  restoreRecalculated: ['{cell} 已重算：{before} → {now}', '{cell} recalculated: {before} → {now}'],
  restoreMore: ['另有 {count} 格', '{count} more cells'],
  restoreUnrecorded: [
    '其中 {count} 个没有发出时的记录，列不出变化。',
    'Of {count} there is no record of what was sent: changes cannot be told.',
  ],
  restoreEntering: ['将填入这些公式，原有内容被替换：', 'These formulas will be entered over what stands there:'],
  restoreRefused: [
    '另有 {count} 条不填：不是本加载项的公式，或用到了工作簿以外的东西、不认得的函数和名称。',
    '{count} are left: they are not the add-in’s, or use something outside the workbook or unknown.',
  ],
  restoreFormula: ['{cell}（现为 {now}）：{formula}', '{cell} (now {now}): {formula}'],
  restoreLocked: ['“{sheets}”受保护，其中的公式不恢复。', '“{sheets}” is protected and is left.'],
  restoreGone: ['找不到工作表“{sheets}”，其中的公式不恢复。', 'There is no sheet “{sheets}”: its formulas are left.'],
  restored: ['已恢复 {count} 个公式。', '{count} formulas are functions again.'],
  restoreBroken: [
    '公式没有填成，原来的内容也没有全部放回。请按“撤销本次写入”再放回一次；仍不行的，不要保存，重新打开文件。',
    'The formulas were not entered, nor was everything put back. Take the write back once more; else do not save, and open the file again.',
  ],
  csvTitle: ['导出 CSV', 'Export as CSV'],
  csvHint: [
    '供其他平台导入：全部户，列按“对方能看什么”；以“=”开头的文字前加单引号，防止当公式算。',
    'For other platforms: all rows, columns as chosen above; texts that look like formulas get an apostrophe.',
  ],
  savedCsv: ['已导出“{name}”。', '“{name}” exported.'],
  csvNoDownload: ['此处不能下载，无法导出 CSV。', 'Downloads do not work here, so no CSV.'],
} as const satisfies Record<string, Entry>;
