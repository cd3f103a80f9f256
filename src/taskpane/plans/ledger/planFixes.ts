import type { Fix } from '../../../engine/ledger/index';
import type { WritePlan } from '../../../workbook/port';
import type { Source } from '../../model/reading/source';
import { editsBySheet } from '../cellEdits';

/** The plan that puts fixes into the ledger: each cell is changed only while it holds what was read. */
export function planFixes(source: Source, fixes: readonly Fix[]): WritePlan {
  const [first, ...more] = editsBySheet(source, fixes);
  const title = '整理单元格';
  if (!first) return { title, sheet: { id: source.contents.sheet.id }, blocks: [] };
  return { title, ...first, ...(more.length > 0 ? { more } : {}) };
}
