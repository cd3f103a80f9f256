import { definedOnly, type Steps } from '../../../engine/column/index';
import { freeName } from '../../../sheet/freeName';
import {
  copySheets,
  copyTexts,
  EMPTY_CODES,
  ledgerHashSteps,
  makeBatch,
  packHash,
  provenanceXml,
  sensitivities,
  leaving,
  type CopySource,
  type HomeRecord,
  type Leaving,
  type Provenance,
  type SentBatch,
  type SentCopy,
} from '../../../engine/share/index';
import { fileSteps, type FileExtras } from '../../../package/sheetsToFile';
import { unresolvedText } from '../../../text/functions';
import { STANDINGS } from '../../../text/why';
import type { Assessment } from '../../model/verdict/assessment';
import type { Source } from '../../model/reading/source';
import { noteOf } from '../results/planResults';
import { sharedLedger } from '../../model/share/sharedSource';
import type { OwnPolicy } from '../../state/ownPolicies';
import type { MadeFile, ShareRequest } from '../../state/shareState';
import { ledgerTitle } from '../../model/reading/whereCellsStand';
import { policyAlong, type PolicyAlong } from './policyAlong';

/** What a batch needs of the pane and of the world: the ledger, and the time, which the engine does not know. */
export interface BatchGiven {
  readonly source: Source;
  readonly assessment: Assessment;
  readonly request: ShareRequest;
  readonly record: HomeRecord | undefined;
  /** ISO time. */
  readonly time: string;
  readonly version: string;
  readonly addinFunctions: readonly string[];
  /** The projection that stands in the pane: a fingerprint of its levers and assumptions, and its random numbers' seed. */
  readonly simulated?: Pick<Provenance, 'scenario' | 'seed'>;
  /** The policy in force, where it is one of the workbook's own. */
  readonly own?: OwnPolicy;
}

const STAMP_ID = '{5D1A3C51-6A0B-4B8E-9C55-0D9C3E1F7A10}';
const POLICY_ID = '{8C0E2B7D-3F54-4E19-B6A2-71D5C94F0E23}';

/** The batch of a request, and the record that must be kept at home for it to come back. */
export function* planBatch({ source, assessment, request, record, time }: BatchGiven): Steps<{
  readonly batch: SentBatch;
  readonly record: HomeRecord;
}> {
  const home = sharedLedger(source, assessment);
  const own = record ?? {
    workbook: (yield* ledgerHashSteps({ headerRows: [[time]], rows: home.rows })).slice(0, 8),
    codes: EMPTY_CODES,
    batches: [],
  };
  return yield* makeBatch(home, own, { request, level: request.level, time });
}

/** What a request would carry out of the house, and whether its copies could only be read: what they are calculated from stays here. */
export function* leavingOf(given: BatchGiven): Steps<{
  readonly found: Leaving;
  readonly onlyValues: boolean;
  readonly policy?: PolicyAlong;
}> {
  const { batch, record } = yield* planBatch(given);
  const title = ledgerTitle(given.source);
  const all = sensitivities(sharedLedger(given.source, given.assessment));
  const [first] = batch.copies;
  const onlyValues = first !== undefined && (yield* copySheets(copySource(given, batch, record), first)).onlyValues;
  const policy = policyAlong(given.own, { batch, codes: record.codes });
  return { found: yield* leaving({ batch, codes: record.codes, title }, all), onlyValues, ...definedOnly({ policy }) };
}

/** Makes every copy's file, in steps: it yields how many are done. */
export function* copyFiles(
  given: BatchGiven,
  { batch, record }: { readonly batch: SentBatch; readonly record: HomeRecord },
): Generator<number | undefined, readonly MadeFile[]> {
  const source = copySource(given, batch, record);
  const policy = policyAlong(given.own, source)?.xml;
  const files: MadeFile[] = [];
  const names = new Set<string>();
  const packed: NonNullable<FileExtras['packed']> = new Map();
  for (const copy of batch.copies) {
    const { sheets, provenance, onlyValues } = yield* copySheets(source, copy);
    yield files.length;
    const customXml = [
      { id: STAMP_ID, xml: provenanceXml(provenance) },
      ...(policy === undefined ? [] : [{ id: POLICY_ID, xml: policy }]),
    ];
    const bytes = yield* fileSteps(sheets, { customXml, addinFunctions: given.addinFunctions, packed });
    files.push({ name: fileName(source, copy, names), rows: copy.rows.length, bytes, onlyValues });
    yield files.length;
  }
  return files;
}

function copySource(
  { source, assessment, request, version, simulated }: BatchGiven,
  batch: SentBatch,
  record: HomeRecord,
): CopySource {
  const { policy, standing, read } = assessment;
  const units = source.located.unitNotes;
  return {
    ...{ batch, codes: record.codes, ledger: read, note: noteOf(assessment), unresolved: unresolvedText },
    status: standing === undefined ? '' : STANDINGS[standing],
    words: {
      title: ledgerTitle(source),
      unitLine: units.length === 0 ? '' : `单位：${units.join('、')}`,
      deadline: request.deadline,
      returnTo: request.returnTo,
    },
    provenance: (copy, level) => ({
      ...{ workbook: record.workbook, copy: copy.id, level, ledgerHash: batch.ledgerHash, version, time: batch.time },
      ...(policy ? { packId: policy.pack.id, packHash: packHash(policy.pack) } : {}),
      ...(policy?.asOf === undefined ? {} : { asOf: policy.asOf }),
      ...simulated,
    }),
    ...(policy ? { policy } : {}),
  };
}

/** 台账 剡湖街道 税务.xlsx, without what a file system forbids, and none twice. */
function fileName(source: CopySource, copy: SentCopy, taken: Set<string>): string {
  const { township, department } = copy;
  const title = copyTexts(source, copy).plain(source.words.title);
  const parts = [title, township === '' ? '未填镇街' : township, department].filter((part) => part !== undefined);
  const base = parts
    .join(' ')
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ')
    .slice(0, 80)
    .trim();
  const name = freeName(
    base,
    (other) => taken.has(other),
    (number) => `${base} (${number})`,
  );
  taken.add(name);
  return `${name}.xlsx`;
}
