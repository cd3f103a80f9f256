import type { Language } from './language';

type Reason = Readonly<Record<Language, string>>;

const sentence = (zh: string, en: string): Reason => ({ 'zh-CN': zh, en });

/** Excel's names for what went wrong, and the port's own (ValueNotKept). */
const REASONS: Readonly<Record<string, Reason>> = {
  InvalidOperationInCellEditMode: sentence(
    '有单元格正在编辑。请按回车或 Esc 结束编辑后再试。',
    'a cell is being edited. Press Enter or Esc, then try again.',
  ),
  AccessDenied: sentence(
    '工作表或工作簿受保护，或只读打开。请取消保护或取得编辑权限后再试。',
    'the sheet or workbook is protected or read-only. Get permission to edit, then try again.',
  ),
  ItemNotFound: sentence(
    '工作表已经不在，可能被删除。请重新选择台账所在的工作表。',
    'the sheet is gone; it may have been deleted. Choose the sheet of the ledger again.',
  ),
  ItemAlreadyExists: sentence(
    '同名的工作表刚刚出现。请再试一次。',
    'a sheet of that name has just appeared. Try again.',
  ),
  InvalidArgument: sentence(
    '其中的公式或格式写不进去。请改为写入数值。',
    'one of the formulas or formats cannot be written. Write values instead.',
  ),
  InvalidSelection: sentence(
    '选中的不是单元格。请单击台账里的一个单元格后再试。',
    'the selection is no cell. Click a cell of the ledger, then try again.',
  ),
  ValueNotKept: sentence(
    '目标位置有合并单元格，内容放不进去。请换一处没有合并的空白列，或写到新工作表。',
    'there are merged cells in the place, which cannot hold the content. Choose columns without them, or a new sheet.',
  ),
  TakenMeanwhile: sentence(
    '有人刚在要写的位置填了内容，已保留。请按“更新”，核对后再试。',
    'somebody has just typed where it was to be written; that is kept. Press Update and try again.',
  ),
  TextTooLong: sentence(
    '有单元格的文字超过 32,767 个字，一格放不下。请缩短原文后再试。',
    'a cell would hold more than 32,767 characters, which none can. Shorten the text, then try again.',
  ),
  MergedRangeConflict: sentence(
    '目标位置有合并单元格。请换一处没有合并的空白列，或写到新工作表。',
    'there are merged cells in the place. Choose columns without them, or a new sheet.',
  ),
  FilteredRangeConflict: sentence(
    '目标位置有筛选隐藏的行。请清除筛选后再试。',
    'a filter hides rows of the place. Clear the filter, then try again.',
  ),
  PivotTableRangeConflict: sentence(
    '目标位置与数据透视表重叠。请换一处，或写到新工作表。',
    'the place overlaps a PivotTable. Choose another, or a new sheet.',
  ),
  RangeExceedsLimit: sentence(
    '工作表的已用区域太大，可能在很远处有零散的内容。请删除多余的行和列后再试。',
    'the used cells of the sheet reach too far; something may stand far away. Delete spare rows and columns, then try again.',
  ),
  RequestPayloadSizeLimitExceeded: sentence(
    '一次写入的内容太多。请减少要写的列后再试。',
    'too much to write at once. Choose fewer columns, then try again.',
  ),
  ResponsePayloadSizeLimitExceeded: sentence(
    '有一行的文字太长。请缩短长文字后再试。',
    'a row holds too long a text. Shorten it, then try again.',
  ),
  InvalidOperation: sentence(
    'Excel 不许在这个工作簿里做这一步。按“共享工作簿”的旧办法共享的，请先取消共享；不是的，请把工作簿另存为 .xlsx 再试。',
    'Excel does not allow this in this workbook. If it is shared as a “shared workbook” (the old way), stop sharing it; else save it as .xlsx and try again.',
  ),
  RequestAborted: sentence('操作被中断。请再试一次。', 'it was broken off. Try again.'),
  ApiNotFound: sentence(
    '这个版本没有这项功能。请换用新版 Excel 再操作。',
    'this Excel cannot do it. Use a newer version.',
  ),
};

/** Why it did not work and what to do, as a sentence; a code that has none is given by its name. */
export function reasonOf(code: string, language: Language): string {
  const known = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  return known?.[language] ?? unknownReason(code)[language];
}

function unknownReason(code: string): Reason {
  return sentence(
    `操作没有完成（代码 ${code}）。请保存后重新打开工作簿再试，仍不行请反馈这个代码。`,
    `it was not done (code ${code}). Save, open the workbook again and retry; if it stays, report the code.`,
  );
}
