import type { Fix } from '../../../engine/ledger/index';
import type { WritePlan } from '../../../workbook/port';
import type { Source } from '../../model/reading/source';
import type { Assessment } from '../../model/verdict/assessment';
import { editsBySheet } from '../cellEdits';
import { planChangeLog } from './planChangeLog';

/** One write for both: fixes in the ledger, each cell changed only while it holds what was read, and the log of them. */
export function planFixes(source: Source, assessment: Assessment, fixes: readonly Fix[]): WritePlan {
  const log = planChangeLog(source, assessment, fixes);
  const [first, ...more] = editsBySheet(source, fixes);
  return first ? { title: '整理单元格', ...first, more: [...more, log] } : log;
}
