import type { Book } from '../../book/book';
import type { Selection } from '../../../workbook/port';
import { refuse } from '../wire/hostError';

/** Why rows, columns and ranges do not move in the workbench; the same sentence is shown to a person. */
export const SHIFT_BLOCKED = '工作台暂不支持插入或删除行列（会影响未显示的批注、图表等）；请在 Excel 中操作';

/** Answers every call that would shift cells. */
export function refuseShift(): never {
  return refuse('NotImplemented', SHIFT_BLOCKED);
}

/** Stops changes of looks and layout on a protected sheet, as Excel does. */
export function requireUnprotected(book: Book, sheetId: string): void {
  if (book.sheets.protected(sheetId)) refuseProtected();
}

/** Stops writes to locked cells of a protected sheet, as Excel does. */
export function requireWritable(book: Book, { sheetId, area }: Selection): void {
  if (!book.locks.mayWrite(sheetId, area)) refuseProtected();
}

function refuseProtected(): never {
  return refuse('AccessDenied', "You can't perform the requested operation because the worksheet is protected.");
}
