import type { Steps } from '../../steps/steps';
import type { AppliedPolicy } from '../assess/context';
import { judge, type Judgement } from '../assess/judge';
import { fieldsRead } from '../assess/readings';
import type { Rows } from '../ledger/cell';
import type { Ledger } from '../ledger/readLedger';
import { decisionSheet, parameterSheet } from '../report/policy/policySheets';
import type { NewSheet } from '../../sheet/sheet';
import { withCarriedLines } from './carriedLines';
import { copyLedgerSheet, FIRST_COLUMN, FIRST_ROW, type CopyWords } from './copyLedgerSheet';
import { groundsSheet } from './groundsSheet';
import { guideSheet } from './guideSheet';
import { linkedLedger } from './linkedLedger';
import { cellsOfPart, maskedSource } from './maskCells';
import { copyTexts } from './copyTexts';
import type { Provenance } from './provenance';
import { placeOfResults, resultColumns, type ResultPlaces } from './resultColumns';
import type { SentBatch, SentCopy, ShareLevel } from './sentBatch';
import { canRecalculate, subLedger } from './subLedger';
import { Masker, type CodeBook } from './stableCodes';
import { sheetRange } from '../../sheet/address';
import { oneTable } from '../../sheet/whereCellsStand';

/** What all copies of a batch are made from. */
export interface CopySource {
  readonly batch: SentBatch;
  readonly codes: CodeBook;
  /** The home ledger read, every field the policy needs among its columns. */
  readonly ledger: Ledger;
  readonly policy?: AppliedPolicy;
  readonly words: CopyWords;
  /** 系统初步研判，须经认定 …, and the policy's status in words. */
  readonly note: string;
  readonly status: string;
  readonly unresolved: (missing: readonly string[]) => string;
  readonly provenance: (copy: SentCopy, level: ShareLevel) => Provenance;
}

/** A copy as sheets, and what had to be less than was asked for. */
export interface MadeCopy {
  readonly sheets: readonly NewSheet[];
  readonly provenance: Provenance;
  /** Results are values because a field they are computed from is not in the copy. */
  readonly onlyValues: boolean;
}

/** The sheets of one copy: the ledger, what to do, what the answers stand on, and what its formulas are computed with. */
export function* copySheets(given: CopySource, copy: SentCopy): Steps<MadeCopy> {
  const source = withHiddenTexts(given, copy);
  const { batch, codes, words } = source;
  const cells = yield* cellsOfPart(maskedSource(batch), copy, new Masker(codes));
  const judged = judgedCopy(source, copy);
  const level: ShareLevel = judged && !judged.live ? 'values' : copy.level;
  const provenance = source.provenance(copy, level);
  const { policy } = source;
  const grounds = groundsSheet(provenance, { ...source, ...(policy ? { policy: judged?.policy ?? policy } : {}) });
  yield;
  const computing = judged?.live ? yield* computingFor(source, copy, { ...judged, cells }) : undefined;
  const results = judged
    ? resultColumns(
        { ...judged, level, unresolved: source.unresolved },
        { results: computing?.places, clauses: grounds.clauses },
      )
    : [];
  const ledgerSheet = copyLedgerSheet(batch, copy, { cells, words, results });
  const first = FIRST_COLUMN + copy.columns.length;
  const area = { row: FIRST_ROW, column: first, rows: copy.rows.length, columns: results.length };
  const ranges = {
    ...(results.length === 0 ? {} : { results: sheetRange(batch.sheetName, area) }),
    ...(computing?.changed === undefined ? {} : { changed: computing.changed }),
    fixed: computing?.places.fixed ?? [],
  };
  const masked = copy.columns.some(({ role }) => role === 'masked');
  const guide = guideSheet(words, { level, copy: copy.id, ranges, masked });
  return {
    sheets: [ledgerSheet, guide, grounds.sheet, ...(computing?.sheets ?? [])],
    provenance,
    onlyValues: judged !== undefined && !judged.live && copy.level !== 'values',
  };
}

/** Sources of copies that hide the same, made once: what was computed for one copy is kept by its source. */
const HIDDEN_TEXTS = new WeakMap<CopySource, Map<string, CopySource>>();

/** Title and name of the sheet as the copy may show them. */
function withHiddenTexts(source: CopySource, copy: SentCopy): CopySource {
  const texts = copyTexts(source, copy);
  const { title } = source.words;
  const [sheetName, hidden] = [texts.sheetName(source.batch.sheetName), texts.plain(title)];
  if (sheetName === source.batch.sheetName && hidden === title) return source;
  const known = HIDDEN_TEXTS.get(source) ?? new Map<string, CopySource>();
  HIDDEN_TEXTS.set(source, known);
  const key = JSON.stringify([sheetName, hidden]);
  const made = known.get(key) ?? {
    ...source,
    batch: { ...source.batch, sheetName },
    words: { ...source.words, title: hidden },
  };
  known.set(key, made);
  return made;
}

/** A copy's rows judged: by its own cells where all that is needed is there, else as at home. */
export interface JudgedCopy {
  readonly part: Ledger;
  readonly policy: AppliedPolicy;
  readonly tiers?: Judgement;
  readonly paths?: Judgement;
  readonly live: boolean;
  /** Rows of the judgements by row of the copy. */
  readonly rows: readonly number[];
}

function judgedCopy({ ledger, policy }: CopySource, copy: SentCopy): JudgedCopy | undefined {
  if (!policy) return undefined;
  const carried = withCarriedLines(policy, ledger);
  const part = subLedger(ledger, copy);
  const live = canRecalculate(ledger, part, fieldsRead(policy.pack));
  const judged = live ? part : ledger;
  const context = { policy: carried, cohort: judged };
  const [tiers, paths] = [judge(judged, context, 'tiers'), judge(judged, context, 'paths')];
  return {
    ...{ part, policy: carried, live, rows: live ? copy.rows.map((_, row) => row) : copy.rows },
    ...(tiers ? { tiers } : {}),
    ...(paths ? { paths } : {}),
  };
}

interface Computing {
  readonly sheets: readonly NewSheet[];
  readonly places: ResultPlaces;
  readonly changed?: string;
}

/** Copies of one township to several departments compute the same: what was made for the one before serves the next. */
const LATEST = new WeakMap<CopySource, { readonly key: string; readonly computing: Computing }>();

function* computingFor(source: CopySource, { rows, columns }: SentCopy, given: JudgedCells): Steps<Computing> {
  const key = JSON.stringify([rows, columns.map(({ column, role }) => [column, role === 'masked'])]);
  const latest = LATEST.get(source);
  const computing = latest?.key === key ? latest.computing : yield* computingSheets(source, given);
  LATEST.set(source, { key, computing });
  return computing;
}

const COPIED = '随副本发出，供结果公式计算，请勿改动。';

type JudgedCells = JudgedCopy & { readonly cells: Rows };

/** 标准台账 following the copy's own cells, the words it understands, and the policy's values. */
function* computingSheets(
  { batch, words, note, status, unresolved }: CopySource,
  { part, policy, tiers, paths, cells }: JudgedCells,
): Steps<Computing> {
  const standing = oneTable({ sheet: batch.sheetName, row: FIRST_ROW, column: FIRST_COLUMN });
  const judged = { ...(tiers ? { tiers } : {}), ...(paths ? { paths } : {}) };
  const { clean, wordSheet } = yield* linkedLedger(
    { title: words.title, standing, rows: cells, ledger: part, note, unresolved, ...judged },
    { policy },
  );
  const said = { policy: `${policy.pack.short}（${status}）`, note: COPIED };
  const decisions = decisionSheet(policy, said);
  const parameters = parameterSheet(policy, said, decisions);
  const places = placeOfResults(clean, { parameters: sheetRange(parameters.model.name, parameters.area) });
  const changed = places.changed;
  return {
    sheets: [...[clean, parameters.model, decisions.model].map((model) => ({ ...model, protect: true })), wordSheet],
    places,
    ...(changed === undefined ? {} : { changed }),
  };
}
