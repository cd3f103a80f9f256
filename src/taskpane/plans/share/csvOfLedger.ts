import type { Steps } from '../../../engine/column/index';
import type { Cell } from '../../../engine/ledger/index';
import type { Judgement } from '../../../engine/assess/index';
import { cellsOfPart, copyTexts, csvText, maskedSource, Masker, type HomeRecord } from '../../../engine/share/index';
import { PATH_HEADER, TIER_HEADER } from '../../model/reading/resultHeaders';
import { verdictText } from '../../model/verdict/resultRows';
import { planBatch, type BatchGiven } from './makeCopies';
import { ledgerTitle } from '../../model/reading/whereCellsStand';

/** A ledger as a CSV file, and the record to be kept at home where masks were given. */
export interface LedgerCsv {
  readonly name: string;
  readonly text: string;
  readonly record: HomeRecord | undefined;
}

/** All rows with their tier and path; columns left out or masked as the request says. Texts that look like formulas are marked. */
export function* csvOfLedger(given: BatchGiven): Steps<LedgerCsv> {
  const { source, assessment, request, record: kept } = given;
  const { batch, record } = yield* planBatch({ ...given, request: { ...request, by: 'whole', departments: [] } });
  const [copy] = batch.copies;
  const part = copy ?? { rows: [], columns: [] };
  const cells = yield* cellsOfPart(maskedSource(batch), part, new Masker(record.codes));
  const results = resultsOf(assessment);
  const titles: Cell[] = [
    ...part.columns.map(({ column }) => batch.titles[column] ?? ''),
    ...results.map(({ title }) => title),
  ];
  const lines = part.rows.map((row, at): Cell[] => [
    ...(cells[at] ?? []),
    ...results.map(({ judgement }) => verdictText(judgement, row)),
  ]);
  const heading = ledgerTitle(source);
  const shown = copy ? copyTexts({ batch, codes: record.codes }, copy).plain(heading) : heading;
  const title = shown.replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ');
  const isMasked = part.columns.some(({ role }) => role === 'masked');
  const codes: HomeRecord = { ...record, batches: kept?.batches ?? [] };
  return { name: `${title}.csv`, text: csvText([titles, ...lines]), record: isMasked ? codes : kept };
}

function resultsOf({ tiers, paths }: BatchGiven['assessment']): { title: string; judgement: Judgement }[] {
  return [
    ...(tiers ? [{ title: TIER_HEADER, judgement: tiers }] : []),
    ...(paths ? [{ title: PATH_HEADER, judgement: paths }] : []),
  ];
}
