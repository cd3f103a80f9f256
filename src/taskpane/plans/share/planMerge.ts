import { changeLog, writesOf, type MergeWrite } from '../../../engine/share/index';
import { noteText } from '../../../text/share';
import type { CellValue, WritePlan } from '../../../workbook/port';
import { nameAt, type Assessment } from '../../model/verdict/assessment';
import type { Source } from '../../model/reading/source';
import { editsBySheet } from '../cellEdits';
import { planSheets } from '../planSheets';
import { sharedLedger } from '../../model/share/sharedSource';
import type { Collected } from '../../state/shareState';

/** One write for both: the accepted cells, each replaced only while it holds what was compared, and the record of it all. */
export interface MergePlan {
  readonly plan: WritePlan;
  readonly writes: readonly MergeWrite[];
}

export function planMerge(source: Source, assessment: Assessment, collected: Collected, time: string): MergePlan {
  const { result, decisions, consequences } = collected;
  const writes = writesOf(result.changes, decisions);
  const model = changeLog(
    sharedLedger(source, assessment),
    { result, writes, consequences },
    {
      noteText: (note) => noteText(note, 'zh-CN'),
      fileText: (file) => result.files[file]?.label ?? '',
      rowName: (row) => nameAt(assessment.read, row) ?? '',
      time,
    },
  );
  const log = planSheets('收回', [model]);
  if (writes.length === 0) return { plan: { ...log, activate: true }, writes };
  const value = (cell: unknown): CellValue => (cell === null || cell === undefined ? '' : (cell as CellValue));
  const edits = writes.map(({ row, column, before, after }) => ({
    ...{ row, column, before: value(before), after: value(after) },
  }));
  const [first = log, ...more] = editsBySheet(source, edits);
  return { plan: { title: '收回', ...first, more: [...more, log], activate: true }, writes };
}
