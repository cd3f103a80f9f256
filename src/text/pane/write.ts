import type { Entry } from './entry';

/** Writing results into the workbook, and taking them back. */
export const WRITE = {
  writeResults: ['写入结果列', 'Write result columns'],
  writeSheet: ['写入结果表', 'Write a result sheet'],
  writeCleanLedger: ['写入或更新标准台账', 'Write or update the clean ledger'],
  cleanLedgerHint: [
    '另建“标准台账”：数字已整理，普通公式可直接引用；原表改了会标出来，再次写入时手工填的保留',
    'Cleaned numbers on a sheet of their own, for ordinary formulas; written again, rows are updated and what people typed stays',
  ],
  wroteCleanLedger: [
    '已写入新工作表“{sheet}”：{count} 户。原表没有改动。',
    'Wrote the new sheet “{sheet}”: {count} enterprises. The ledger is unchanged.',
  ],
  writeAs: ['写入方式', 'Write as'],
  asValues: ['数值', 'Values'],
  asFormulas: ['公式（随数据更新）', 'Formulas (follow the data)'],
  valuesOfTwo: [
    '台账由两张表接成，公式够不到另一张表，结果写成数值',
    'The ledger is made of two tables, which no formula reaches over: results are values',
  ],
  placeInSheets: [
    '将写在 {sheets} 张表各自的右侧（“{name}”为 {columns} 列）',
    'Will be written at the right of each of {sheets} sheets (columns {columns} on “{name}”)',
  ],
  placeColumns: [
    '写到 {columns} 列（第 {from}–{to} 行），原有单元格不动',
    'Goes to columns {columns} (rows {from}–{to}); no cell in use is touched',
  ],
  placeInTable: [
    '原表是 Excel 表格“{table}”，结果以数值写到新工作表“{sheet}”',
    'The ledger is the Excel table “{table}”: results go to a new sheet “{sheet}” as values',
  ],
  placeProtected: [
    '原工作表受保护，结果以数值写到新工作表“{sheet}”',
    'The sheet is protected: results go to a new sheet “{sheet}” as values',
  ],
  placeNoRoom: [
    '原表右侧放不下这几列结果，结果以数值写到新工作表“{sheet}”',
    'No room to the right: results go to a new sheet “{sheet}” as values',
  ],
  placeLater: [
    '选好政策后，结果写到台账右侧的空列',
    'Once a policy is chosen, results go to blank columns right of the ledger',
  ],
  wroteColumns: [
    '已写入 {columns} 列：{count} 户，其中 {open} 户还有待核实的内容。原表没有改动。',
    'Wrote columns {columns}: {count} enterprises, {open} with something to be verified. The ledger is unchanged.',
  ],
  wroteInSheets: [
    '已写在 {sheets} 张表各自的右侧：{count} 户，其中 {open} 户还有待核实的内容。原有内容没有改动。',
    'Wrote beside each of {sheets} sheets: {count} enterprises, {open} with something to be verified. The ledger is unchanged.',
  ],
  wroteSheet: [
    '已写入新工作表“{sheet}”：{count} 户，其中 {open} 户还有待核实的内容。原表没有改动。',
    'Wrote the new sheet “{sheet}”: {count} enterprises, {open} with something to be verified. The ledger is unchanged.',
  ],
  wroteProjection: ['推演结果已写入新工作表“{sheet}”。', 'The projection was written to the new sheet “{sheet}”.'],
  occupied: [
    '没有写入：工作表“{sheet}”的 {address} 已有内容“{text}”。请腾出右侧空列，或按“更新”后再写。',
    'Nothing was written: {address} on “{sheet}” holds “{text}”. Clear the columns, or press Update and write again.',
  ],
  protectedSheet: [
    '没有写入：工作表“{sheet}”受保护。请在“审阅”中撤销保护后再写。',
    'Nothing was written: the sheet “{sheet}” is protected. Unprotect it and write again.',
  ],
  inTable: [
    '没有写入：目标位置在工作表“{sheet}”的 Excel 表格“{table}”里或紧挨着它。请改用“数值”。',
    'Nothing was written: the place touches the Excel table “{table}” on “{sheet}”. Use values.',
  ],
  changedCell: [
    '没有写入：工作表“{sheet}”的 {address} 在读取之后被改过。请按“更新”，核对后再试。',
    'Nothing was written: {address} on “{sheet}” was edited since it was read. Press Update and try again.',
  ],
  writeFailed: ['没有写入：{reason}工作簿没有改动。', 'Nothing was written: {reason} The workbook is unchanged.'],
  writeLeftBehind: [
    '写到一半中断：{reason}{address} 还留有未清除的内容，请核对后删除。',
    'The write broke off: {reason} Cells at {address} could not be cleared: check and delete them.',
  ],
  changedSince: [
    '没有写入：读取之后台账又有改动。请先按“更新”，核对后再写。',
    'Nothing was written: the ledger has changed since it was read. Press Update first.',
  ],
  formulaDiffers: [
    '没有写入公式：公式与核算有 {count} 户不一致，如第 {row} 行核算为“{own}”，公式为“{formula}”（公式分不清 0 和空白）。请改选“数值”再写。',
    'No formulas were written: they differ from the reading in {count} rows, e.g. row {row}: “{own}” against “{formula}”. Choose values.',
  ],
  formulaRefused: ['没有写入公式：{detail}。请改选“数值”再写。', 'No formulas were written: {detail}. Choose values.'],
  alreadyWritten: [
    '结果已写在 {place}，之后没有变化，不再重写。',
    'The results are at {place} already and have not changed.',
  ],
  placeEarlier: [
    '{columns} 列是以前写的结果，与这次的列不同，原样保留；不需要的话请自己删除',
    'Columns {columns} hold earlier results of other columns and are left as they are',
  ],
  writeTo: ['写到哪里', 'Write to'],
  toEarlier: ['更新 {columns} 列（上次写的结果）', 'Update columns {columns} (written earlier)'],
  toNewColumns: ['写到新列', 'Write to new columns'],
  placeUpdates: [
    '更新 {columns} 列（第 {from}–{to} 行），其他单元格不动',
    'Updates columns {columns} (rows {from}–{to}); no other cell is touched',
  ],
  earlierFollow: [
    '{columns} 列是公式，一直随台账更新，没有重写。要换成数值或另写一份，请选“写到新列”。',
    'Columns {columns} are formulas and follow the ledger; nothing was written. Choose new columns for another copy.',
  ],
  writeStopped: ['已停止，没有写入任何内容。', 'Stopped; nothing was written.'],
  undone: ['已撤销：{place} 恢复为写入前的样子。', 'Undone: {place} is as it was before.'],
  sheetLeftEmpty: [
    '{place}里写的都变了。如果是用 Ctrl+Z 撤回的，空表还留着：按“撤销本次写入”可以去掉它。',
    'All that was written to {place} has changed. If Ctrl+Z did it, an empty sheet is left: Undo takes it away.',
  ],
  undoneSheets: ['已撤销：{place}已去掉，其余没有改动。', 'Undone: {place} is gone again; nothing else has changed.'],
  undoEdited: [
    '{place}的 {address} 写入后有改动，没有撤销。请核对后自己删除。',
    'Not undone: {address} in {place} was edited since and is left alone. Check it and delete it yourself.',
  ],
  undoFailed: [
    '撤销没有做完，写入的内容可能还在，请核对：{reason}',
    'Not undone to the end, what was written may still be there: {reason}',
  ],
} as const satisfies Record<string, Entry>;
