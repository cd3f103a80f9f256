import { finish } from '../../src/steps/steps';
import { parseDay } from '../../src/engine/quantity/index';
import { DEPARTMENTS, mergeReturned, type HomeRecord } from '../../src/engine/share/index';
import { openPackage } from '../../src/package/openPackage';
import type { SheetModel } from '../../src/package/model';
import { assess } from '../../src/taskpane/model/verdict/assessment';
import { mappingOf } from '../../src/taskpane/model/reading/mapping';
import { appliedPolicy } from '../../src/taskpane/state/paneState';
import { copyFiles, planBatch, type BatchGiven } from '../../src/taskpane/plans/share/makeCopies';
import { returnedFile } from '../../src/taskpane/model/share/returnedFile';
import { sharedLedger } from '../../src/taskpane/model/share/sharedSource';
import { initialShare, type MadeFile } from '../../src/taskpane/state/shareState';
import { sourceOf } from '../../src/taskpane/model/reading/source';
import { sampleWorkbook } from './sampleWorkbook';

/** 1,200 rows sent to 8 townships x 5 departments as 公式版, and all of it taken home again (goals: 10 s and 10 s). */
export function benchSharing(): string {
  const given = batchOf(1_200);
  const plan = finish(planBatch(given));
  const made = timed(() => finish(copyFiles(given, plan)));
  const merged = timed(() => mergeFiles(given, plan.record, made.result));
  const { files, changes, notes } = merged.result;
  const compared = files.filter(({ status }) => status.kind === 'compared').length;
  return [
    `1,200 rows x 30 split to ${String(made.result.length)} copies (8 townships x ${String(DEPARTMENTS.length)} departments): ${made.text}`,
    `${String(compared)} returned copies opened and merged: ${merged.text}; ${String(changes.length)} changes and ${String(notes.length)} notes, none expected`,
  ].join('\n');
}

function timed<Result>(work: () => Result): { readonly result: Result; readonly text: string } {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
  return { result, text: `${seconds(performance.now() - start)} s (CPU ${seconds((user + system) / 1000)} s)` };
}

function mergeFiles({ source, assessment }: BatchGiven, record: HomeRecord, files: readonly MadeFile[]) {
  const returned = files.map(({ name, bytes }) => returnedFile(name, openPackage(bytes).model));
  return finish(mergeReturned(sharedLedger(source, assessment), record, returned));
}

function batchOf(rows: number): BatchGiven {
  const [sheet] = openPackage(sampleWorkbook(rows)).model.sheets;
  const source = sheet && sourceOf(contentsOf(sheet));
  if (!source) throw new Error('no ledger');
  const asOf = parseDay('2023-06-30');
  const policy = appliedPolicy({ policyId: 'shengzhou-2021', ...(asOf === undefined ? {} : { asOf }) });
  const { request } = initialShare();
  return {
    ...{ source, assessment: assess(source, mappingOf(source, new Map()).headers, policy), record: undefined },
    request: { ...request, by: 'both', rule: { ...request.rule, tax: 'show' } },
    ...{ time: '2026-03-01T08:00', version: '0.1.0', addinFunctions: [] },
  };
}

function contentsOf({ name, rows, columns, cells }: SheetModel): Parameters<typeof sourceOf>[0] {
  const line = (row: number) => Array.from({ length: columns }, (_, at) => cells.get(row)?.get(at)?.value ?? '');
  return {
    sheet: { id: '1', name, visible: true, protected: false },
    area: { row: 0, column: 0, rows, columns },
    values: Array.from({ length: rows }, (_, row) => line(row)),
    ...{ hiddenColumns: [], hiddenRows: [], merges: [], tables: [] },
  };
}
