import type { Entry } from './entry';

/** Reading a ledger right: doubts, rows as units, what is wrong with cells, and tidying them. */
export const INTAKE = {
  questionMeaning: ['“{header}”指的是哪一项？暂按“{field}”', 'What does “{header}” mean? For now “{field}”'],
  questionUnitNamed: [
    '“{header}”写的单位与数不相称，中位数 {median}。是哪一种？暂按{unit}',
    'The unit in “{header}” hardly fits its numbers (median {median}). For now {unit}',
  ],
  questionShare: [
    '“{header}”写的是百分数还是小数？列里有超过 1 的数，1.2 可能是 1.2%，也可能是 120%。答之前这些数不采用',
    'Is “{header}” written in percent or as fractions? 1.2 may be 1.2 % or 120 %. Not used until you say',
  ],
  neither: ['都不是', 'Neither'],
  severityError: ['须处理', 'To mend'],
  severityWarning: ['请核对', 'To check'],
  severityNote: ['提示', 'For information'],
  cellMaybe: ['第 {row} 行 {name}：{text}，可能是 {meant}', 'Row {row} {name}: {text}, perhaps {meant}'],
  cellByUnit: ['第 {row} 行 {name}：{text}，按{meant}换算', 'Row {row} {name}: {text}, by {meant}'],
  cellIfSquare: ['第 {row} 行 {name}：{text}，若为平方米是 {meant} 亩', 'Row {row} {name}: {text}; if ㎡, {meant} mu'],
  cellMerged: ['第 {row}–{meant} 行合并：{text}', 'Rows {row}–{meant} merged: {text}'],
  cellColumn: ['{column} 列“{text}”', 'Column {column} “{text}”'],

  fixes: ['可整理的单元格', 'Cells to tidy'],
  fixesNone: ['没有可整理的单元格。', 'Nothing to tidy.'],
  fixesHint: [
    '按下后才改原表；改动记入新工作表“修改记录”，可一次撤销。公式和有疑问的单元格不改。',
    'The ledger is changed only when you press. Changes are logged on a new sheet and can be undone together. Formulas are left alone.',
  ],
  fixNumberText: ['以文本保存的数字，改为数字', 'Numbers kept as text → numbers'],
  fixUnitInCell: ['数字后带单位，改为本列单位的数字', 'Numbers with units → numbers in the column’s unit'],
  fixDayText: ['以文本保存的日期，改为日期', 'Days kept as text → dates'],
  fixPeriodText: ['只写到年月（如 2021年6月底前），改为当期最后一天', 'Months and periods → their last day'],
  fixCodeText: ['信用代码的大小写、空格、数值，改为规范文本', 'Credit codes → proper text'],
  fixSpareBlanks: ['名称、文字前后的空格和全角字母数字', 'Blanks and full-width letters in words'],
  fixCell: ['第 {row} 行：{before} → {after}', 'Row {row}: {before} → {after}'],
  applyFix: ['整理这 {count} 处', 'Tidy these {count}'],
  applyAllFixes: ['全部整理（{count} 处）', 'Tidy all ({count})'],
  applyFixes: ['整理单元格', 'Tidy cells'],
  fixesWritten: [
    '已整理 {count} 处，逐格记在工作表“{sheet}”。按“撤销本次写入”可全部恢复。',
    'Tidied {count} cells, logged on “{sheet}”. Undo takes all of it back.',
  ],
  fixesSkipped: [
    '已整理 {count} 处，逐格记在工作表“{sheet}”；另有 {skipped} 处是公式，没有改。',
    'Tidied {count} cells, logged on “{sheet}”; {skipped} hold formulas and were left alone.',
  ],
  fixesOnlyFormulas: ['没有改动：这 {count} 处都是公式。', 'Nothing was changed: all {count} hold formulas.'],
  writeFindings: ['写出问题清单', 'Write the list'],
  wroteFindings: ['已写入新工作表“{sheet}”：{count} 条。原表没有改动。', 'Wrote the sheet “{sheet}”: {count} lines.'],
  writeReconciliation: ['写出对账表', 'Write the reconciliation'],
  wroteReconciliation: [
    '已写入新工作表“{sheet}”：{count} 处不符。原表没有改动。',
    'Wrote the sheet “{sheet}”: {count} differences.',
  ],

  units: ['一户怎么算', 'Rows as units'],
  unitsHint: [
    '默认每行一户。勾选后按所选的算法判定，结果仍写回每一行；原表不动。',
    'By default every row is a unit. What is ticked changes how rows are judged; results still go to every row.',
  ],
  ruleLeaveOutInactive: ['注销、迁出的企业不参评', 'Leave out enterprises that are not 正常'],
  ruleDropRepeats: ['重复的行只算一次', 'Count repeated rows once'],
  ruleNetRented: ['面积按自有＋租入－租出', 'Land is own + rented in - rented out'],
  ruleTenantsFollowOwner: [
    '无地租户随地块权利人，其税收不计',
    'Tenants without land follow the owner; their tax is not counted',
  ],
  ruleMergeEnterprises: ['同一信用代码合为一户（一企多地）', 'One credit code is one enterprise'],
  ruleShareParcels: ['同一地块的企业合并计算、共享结果（一地多企）', 'Enterprises on one parcel are judged together'],
  ruleEffect: [
    '{units} 户 → {unitsAfter} 户，{area} 亩 → {areaAfter} 亩，税收 {tax} 万元 → {taxAfter} 万元',
    '{units} → {unitsAfter}, {area} → {areaAfter} mu, tax {tax} → {taxAfter}',
  ],
  ruleNoEffect: ['在这份台账里没有影响', 'No effect in this ledger'],
  rulesIdle: ['本台账用不到的 {count} 项', '{count} of no use here'],
  setRules: ['更改一户怎么算', 'Change how rows count'],
  unitsTold: [
    '{merged} 户由多行合成；税收相同只取一次 {once} 户，不同相加 {added} 户',
    '{merged} units of several rows; tax taken once for {once}, added for {added}',
  ],
  unitsConflicts: [
    '合并的行有 {count} 处说法不一，按不明处理',
    '{count} fields differ among merged rows; taken as unknown',
  ],
  leftOutMerged: ['并入他户 {count} 行', '{count} rows counted with others'],
  leftOutInactive: ['注销、迁出等 {count} 户', '{count} not 正常'],
  formulaByUnits: [
    '没有写入公式：公式逐行判定，与现在选的“一户怎么算”不同。请改选“数值”，或在“一户怎么算”里改回每行一户并计入全部状态。',
    'No formulas were written: they judge row by row, which is not how rows count now. Choose values.',
  ],
  sheetGone: [
    '没有读成工作表：它已被删除。请重新选择台账所在的工作表。',
    'The sheet was deleted while it was read. Choose the sheet again.',
  ],
  rangeTooLarge: [
    '没有读成工作表：已用区域太大，可能在很远处有零散的内容。请删除多余的行和列后再读。',
    'Not read: the used cells of the sheet reach too far. Delete spare rows and columns and read again.',
  ],
  formOfOne: [
    '“{sheet}”是一户一表（项目在左、填写内容在右），不是每行一家企业的台账。请把各户汇成一张表，一行一家企业，列名如 企业名称、用地面积（亩）、实缴税收（万元），再读取。',
    '“{sheet}” is a form of one enterprise, not a list with a row for each. Put the enterprises into one table, a row each, and read again.',
  ],
  listOnItsSide: [
    '“{sheet}”是横过来的表（项目在左，每列一家企业）。请选中后复制，用“选择性粘贴→转置”贴到新工作表，成为一行一家企业，再读取。',
    '“{sheet}” is turned on its side: items down, enterprises across. Copy it, paste it transposed onto a new sheet, and read again.',
  ],
  headersUnknown: [
    '工作表“{sheet}”第 {row} 行像是列名，但一个也认不出。请把列名改为常用写法（如 企业名称、用地面积、税收）后再读。',
    'Row {row} of “{sheet}” looks like headers, but none is known. Use common names and read again.',
  ],
} as const satisfies Record<string, Entry>;
