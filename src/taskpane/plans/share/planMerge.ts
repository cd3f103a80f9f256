import { changeLog, writesOf, type MergeWrite } from '../../../engine/share/index';
import { noteText } from '../../../text/share';
import type { CellBlock, CellValue, WritePlan } from '../../../workbook/port';
import { nameAt, type Assessment } from '../../model/verdict/assessment';
import type { Source } from '../../model/reading/source';
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
  const cells = {
    sheet: { id: source.contents.sheet.id },
    blocks: runsOf(writes).map((run) => blockOf(source, run)),
  };
  return { plan: { title: '收回', ...cells, more: [log], activate: true }, writes };
}

/** Writes that stand side by side in a column are one block: every block costs the spreadsheet a round trip. */
function runsOf(writes: readonly MergeWrite[]): MergeWrite[][] {
  const runs: MergeWrite[][] = [];
  for (const write of writes.toSorted((a, b) => a.column - b.column || a.row - b.row)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.column === write.column && last.row + 1 === write.row) run.push(write);
    else runs.push([write]);
  }
  return runs;
}

function blockOf({ body }: Source, run: readonly MergeWrite[]): CellBlock {
  const [first] = run;
  const area = {
    row: body.row + (first?.row ?? 0),
    column: body.column + (first?.column ?? 0),
    rows: run.length,
    columns: 1,
  };
  const cell = (value: unknown): CellValue => (value === null || value === undefined ? '' : (value as CellValue));
  return { area, values: run.map(({ after }) => [cell(after)]), replaces: run.map(({ before }) => [cell(before)]) };
}
