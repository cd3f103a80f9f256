import { finish } from '../../../../src/steps/steps';
import { readFileSync } from 'node:fs';
import { copySheets, type CopySource, type MadeCopy } from '../../../../src/engine/share/copySheets';
import { makeBatch } from '../../../../src/engine/share/makeBatch';
import { packHash } from '../../../../src/engine/share/packHash';
import type { HomeRecord, SentCopy, ShareLevel } from '../../../../src/engine/share/sentBatch';
import type { SharedLedger } from '../../../../src/engine/share/sharedLedger';
import { CAREFUL, type SplitRequest } from '../../../../src/engine/share/split';
import { EMPTY_CODES } from '../../../../src/engine/share/stableCodes';
import type { AppliedPolicy } from '../../../../src/engine/assess/index';
import { parseDay } from '../../../../src/engine/quantity/index';
import { assess, type Assessment } from '../../../../src/taskpane/model/verdict/assessment';
import { mappingOf } from '../../../../src/taskpane/model/reading/mapping';
import { appliedPolicy } from '../../../../src/taskpane/state/paneState';
import { sourceOf, type Source } from '../../../../src/taskpane/model/reading/source';
import { noteOf } from '../../../../src/taskpane/plans/results/planResults';
import { unresolvedText } from '../../../../src/text/functions';
import { openPackage } from '../../../../src/package/openPackage';
import type { CellValue } from '../../../../src/workbook/port';
import { fixtureSheet } from '../../../support/fixtureSheet';
import { oneTable } from '../../../../src/sheet/whereCellsStand';

/** A fixture ledger read and judged as the pane does it, by a policy or what `edit` makes of it. */
export function readFixture(
  file: string,
  policyId: string,
  edit: (policy: AppliedPolicy) => AppliedPolicy = (policy) => policy,
): { readonly source: Source; readonly assessment: Assessment } {
  const opened = openPackage(new Uint8Array(readFileSync(new URL(`../../../fixtures/${file}.xlsx`, import.meta.url))));
  const [sheet] = opened.model.sheets;
  const values = fixtureSheet(file) as CellValue[][];
  const source = sourceOf({
    sheet: { id: '1', name: sheet?.name ?? '', visible: true, protected: false },
    area: { row: 0, column: 0, rows: values.length, columns: values[0]?.length ?? 0 },
    ...{ values, hiddenColumns: [], hiddenRows: [], merges: [], tables: [] },
  });
  const asOf = parseDay('2023-06-30');
  const policy = appliedPolicy({ policyId, ...(asOf === undefined ? {} : { asOf }) });
  if (!source) throw new Error('no ledger');
  return { source, assessment: assess(source, mappingOf(source, new Map()).headers, policy && edit(policy)) };
}

export interface SentFixture {
  readonly home: SharedLedger;
  readonly record: HomeRecord;
  readonly source: CopySource;
  readonly copies: readonly SentCopy[];
  readonly sheets: (copy: SentCopy) => MadeCopy;
}

/** A fixture sent out: the batch, and its copies as sheets. */
export function sentFixture(
  file: string,
  policyId: string,
  given: {
    readonly request?: Partial<SplitRequest>;
    readonly level?: ShareLevel;
    readonly edit?: (policy: AppliedPolicy) => AppliedPolicy;
  },
): SentFixture {
  const { source, assessment } = readFixture(file, policyId, given.edit);
  const home: SharedLedger = {
    sheetName: source.contents.sheet.name,
    headerRows: source.headers,
    rows: source.rows,
    headers: assessment.whole.headers,
    kinds: assessment.whole.kinds,
    standing: oneTable({ sheet: source.contents.sheet.name, row: source.body.row, column: source.body.column }),
  };
  const request: SplitRequest = {
    by: 'township',
    departments: [],
    rule: { ...CAREFUL, tax: 'show' },
    ...given.request,
  };
  const before: HomeRecord = { workbook: '0badcafe', codes: EMPTY_CODES, batches: [] };
  const { batch, record } = finish(
    makeBatch(home, before, {
      request,
      level: given.level ?? 'classic',
      time: '2026-03-01T08:00:00Z',
    }),
  );
  const { policy } = assessment;
  const made: CopySource = {
    ...{
      batch,
      codes: record.codes,
      ledger: assessment.whole,
      note: noteOf(assessment),
      status: '征求意见稿',
      unresolved: unresolvedText,
    },
    words: {
      title: source.located.titleText ?? '台账',
      unitLine: '',
      deadline: '2026-03-20',
      returnTo: '经信局综合科',
    },
    provenance: (copy, level) => ({
      ...{
        workbook: record.workbook,
        copy: copy.id,
        level,
        ledgerHash: batch.ledgerHash,
        version: '0.1.0',
        time: batch.time,
      },
      ...(policy ? { packId: policy.pack.id, packHash: packHash(policy.pack) } : {}),
    }),
    ...(policy ? { policy } : {}),
  };
  return { home, record, source: made, copies: batch.copies, sheets: (copy) => finish(copySheets(made, copy)) };
}
