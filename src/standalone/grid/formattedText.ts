import { format } from 'numfmt';
import type { StyleModel } from '../../package/model';
import type { FileCell } from '../../workbook/file/fileSheet';

/** A cell as a spreadsheet would show it under its number format. */
export function formattedText({ value }: FileCell, style: StyleModel | undefined): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  try {
    return format(style?.numberFormat ?? 'General', value, { locale: 'zh-CN' });
  } catch {
    // A format that cannot be read shows the plain number, as other programs do.
    return String(value);
  }
}
