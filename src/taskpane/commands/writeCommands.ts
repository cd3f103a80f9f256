import { plannedSheets, sheetReceipts } from '../../workbook/plannedSheets';
import type { UndoOutcome, WriteOutcome, WritePlan } from '../../workbook/port';
import { without, type Message, type PaneState, type Written } from '../state/paneState';
import { definedOnly } from '../../engine/column/index';
import { piecesRead, sheetRow } from '../model/reading/places';
import type { Piece, Source } from '../model/reading/source';
import { needsGrounds, planResults } from '../plans/results/planResults';
import { groundsOfRows, type WrittenGrounds } from '../model/verdict/resultRows';
import type { PaneCode } from '../../text/pane';
import type { Command } from './command';
import { defineCommand, detailOf, message, tell, type PaneContext } from './context';
import { inSlices } from './inSlices';
import { readAgain, rereadWritten } from './readLedger';
import { filledColumns, overEarlier } from './overEarlier';

export interface WriteCommands {
  /** Told first while questions are open: the rows they touch would be written as 待核实. */
  readonly writeResults: Command;
  /** The same, on a person's word. */
  readonly writeAnyway: Command;
  /** Takes formulas that this spreadsheet does not know back, and writes their values. */
  readonly writeAsValues: Command;
  readonly setWriteAs: Command<PaneState['writeAs']>;
  /** Whether results of an earlier time are brought up to date, or the new ones stand beside them. */
  readonly setWriteTo: Command<PaneState['writeTo']>;
  readonly undoWrite: Command;
}

export function writeCommands(context: PaneContext): WriteCommands {
  const { store } = context;
  return {
    writeResults: defineCommand(context, {
      name: 'writeResults',
      label: 'writeResults',
      enabled: canWrite,
      during: 'writing',
      run: () => (hasQuestions(store.get()) ? tellQuestions(context) : writeResults(context)),
    }),
    writeAnyway: defineCommand(context, {
      name: 'writeAnyway',
      label: 'writeAnyway',
      enabled: (state) => canWrite(state) && hasQuestions(state),
      during: 'writing',
      run: () => writeResults(context),
    }),
    writeAsValues: defineCommand(context, {
      name: 'writeAsValues',
      label: 'writeAsValues',
      enabled: (state) => canWrite(state) && state.written?.of?.writeAs === 'formulas',
      during: 'writing',
      run: () => {
        store.update((state) => ({ ...state, writeAs: 'values' }));
        return writeResults(context);
      },
    }),
    setWriteAs: defineCommand<PaneState['writeAs']>(context, {
      name: 'setWriteAs',
      label: 'writeAs',
      enabled: ({ customFunctions }) => customFunctions,
      run: (writeAs) => store.update((state) => ({ ...state, writeAs })),
    }),
    setWriteTo: defineCommand<PaneState['writeTo']>(context, {
      name: 'setWriteTo',
      label: 'writeTo',
      run: (writeTo) => store.update((state) => ({ ...state, writeTo })),
    }),
    undoWrite: defineCommand(context, {
      name: 'undoWrite',
      label: 'undoWrite',
      enabled: (state) => state.written !== undefined,
      during: 'undoing',
      run: () => undoWrite(context),
    }),
  };
}

function canWrite({ understanding, stale }: PaneState): boolean {
  const { tiers, paths, grades, measures = [] } = understanding?.assessment ?? {};
  return ((tiers ?? paths ?? grades) !== undefined || measures.length > 0) && !stale;
}

function hasQuestions({ understanding }: PaneState): boolean {
  return (understanding?.questions.length ?? 0) > 0;
}

function tellQuestions(context: PaneContext): void {
  const count = context.store.get().understanding?.questions.length ?? 0;
  tell(context, message('warning', 'questionsOpen', { count }));
}

async function writeResults(context: PaneContext): Promise<void> {
  if (isWritten(context) || !(await isSameSource(context))) return;
  const grounds = await groundsNeeded(context);
  if (!grounds || !(await takeBackEarlier(context))) return;
  const planned = plannedResults(context, grounds);
  const plan = planned && (await overEarlier(context, planned));
  if (plan) await carryOut(context, plan, (outcome) => wroteResults(context, plan, outcome));
}

/** The same results are not written twice: that would only pile up columns. */
function isWritten(context: PaneContext): boolean {
  const { written, understanding, writeAs } = context.store.get();
  const same = written?.of?.assessment === understanding?.assessment && written?.of?.writeAs === writeAs;
  if (written?.of && same) tell(context, message('info', 'alreadyWritten', { place: written.place }));
  return written?.of !== undefined && same;
}

/** Results of this session that are out of date make room for the new ones; edited ones stay, and nothing is written. */
async function takeBackEarlier(context: PaneContext): Promise<boolean> {
  const { store, port } = context;
  const { written } = store.get();
  if (!written?.of) return true;
  const outcome = await port.undo(written.receipt);
  if (outcome.kind === 'done') {
    store.update((state) => without(state, 'written'));
    return isSameSource(context);
  }
  store.update((state) => ({ ...state, message: undoRefusal(outcome, written.place) }));
  return false;
}

/** Reads the sheet again: what is written must be about the cells as they are now, whoever edited them meanwhile. */
export async function isSameSource(context: PaneContext): Promise<boolean> {
  const { source } = context.store.get();
  const now = source && (await readAgain(context, source));
  if (!source || now === 'stopped') return false;
  if (!now || !sameCells(source, now)) {
    context.store.update((state) => ({ ...state, stale: true }));
    tell(context, message('warning', 'changedSince'));
    return false;
  }
  // The cells beside the table may differ: where there is room is judged by what is there now.
  context.store.update((state) => ({ ...state, source: withContents(source, now) }));
  return true;
}

/** The same ledger over its sheets as they are now. */
function withContents(source: Source, now: Source): Source {
  const contentsOf = new Map(piecesRead(now).map(({ id, contents }) => [id, contents]));
  const anew = <P extends Piece>(piece: P): P => ({ ...piece, contents: contentsOf.get(piece.id) ?? piece.contents });
  const pieces = source.pieces.map(anew);
  const attached = source.attached?.map((beside) => ({ ...beside, pieces: beside.pieces.map(anew) }));
  return { ...source, pieces, contents: pieces[0]?.contents ?? source.contents, ...definedOnly({ attached }) };
}

function sameCells(source: Source, now: Source): boolean {
  const areas = (of: Source) => JSON.stringify(piecesRead(of).map(({ id, area }) => [id, area]));
  const sameArea = areas(now) === areas(source);
  return sameArea && sameRows(now.headers, source.headers) && sameRows(now.rows, source.rows);
}

/** Cell by cell: as texts a large ledger would take seconds. */
function sameRows(now: Source['rows'], before: Source['rows']): boolean {
  if (now.length !== before.length) return false;
  return now.every((row, at) => {
    const other = before[at];
    return row === other || (row.length === other?.length && row.every((cell, column) => cell === other[column]));
  });
}

/** Every row's grounds where they are written; undefined once the person has stopped it, which is told. */
async function groundsNeeded(context: PaneContext): Promise<readonly WrittenGrounds[] | undefined> {
  const state = context.store.get();
  const assessment = state.understanding?.assessment;
  if (!assessment || !state.source || !needsGrounds(state)) return [];
  const grounds = await inSlices(context, groundsOfRows(state.source, assessment), assessment.whole.rows);
  if (grounds !== 'stopped') return grounds;
  tell(context, message('info', 'writeStopped'));
  return undefined;
}

function plannedResults(context: PaneContext, grounds: readonly WrittenGrounds[]): WritePlan | undefined {
  const state = context.store.get();
  try {
    const result = planResults(state, context.answers, grounds);
    if (result?.kind === 'plan') return result.plan;
    if (result?.kind === 'byUnits') {
      tell(context, message('warning', 'formulaByUnits'));
      return undefined;
    }
    if (result?.kind === 'unwritten') {
      tell(context, message('warning', 'ownPolicyUnwritten', { policy: result.policy }));
      return undefined;
    }
    if (result && state.source) {
      const { count, own, formula } = result;
      const row = String(sheetRow(state.source, result.row));
      tell(context, message('warning', 'formulaDiffers', { count, row, own, formula }));
    }
  } catch (error) {
    tell(context, message('error', 'formulaRefused', { detail: detailOf(error) }));
  }
  return undefined;
}

/** What is told and kept of a write that was done. */
type Told = Omit<Written, 'receipt'> & { readonly message: Message };

/** Writes a plan and tells how it went, and whether it was done; what was written can be taken back. */
export async function carryOut(
  { store, port, files }: PaneContext,
  plan: WritePlan,
  told: (outcome: WriteOutcome & { kind: 'done' }) => Told,
): Promise<boolean> {
  // From here on it is the spreadsheet's work, all or nothing: there is no count, and no stopping half way.
  store.update((state) =>
    state.busy ? { ...state, busy: { ...state.busy, done: 0, total: 0, stoppable: false } } : state,
  );
  const outcome = await port.write(plan);
  if (outcome.kind !== 'done') {
    store.update((state) => ({ ...state, message: refusalMessage(outcome) }));
    return false;
  }
  const { message: success, ...written } = told(outcome);
  store.update((state) => ({ ...state, message: success, written: { ...written, receipt: outcome.receipt } }));
  if (outcome.nameUnknown === true && calls(plan, files.addinFunctions)) withoutFunctions(store, written.place);
  return true;
}

/** Whether a plan writes a formula that calls one of these functions. */
function calls(plan: WritePlan, functions: readonly string[]): boolean {
  const formulas = plannedSheets(plan).flatMap(({ blocks }) => blocks.flatMap((block) => block.formulas ?? []));
  return formulas.some((line) => line.some((formula) => functions.some((name) => formula.includes(`${name}(`))));
}

/** From now on no function is offered here: they are not what this spreadsheet claims to have. */
function withoutFunctions(store: PaneContext['store'], place: string): void {
  const told = message('warning', 'functionsUnknown', { place });
  store.update((state) => ({ ...state, customFunctions: false, message: told }));
}

/** What a person is told of a write that was not done. */
export function refusalMessage(outcome: Exclude<WriteOutcome, { kind: 'done' }>): Message {
  switch (outcome.kind) {
    case 'occupied':
      return message('warning', 'occupied', { sheet: outcome.sheet, address: outcome.address, text: outcome.text });
    case 'protected':
      return message('warning', 'protectedSheet', { sheet: outcome.sheet });
    case 'inTable':
      return message('warning', 'inTable', { sheet: outcome.sheet, table: outcome.table });
    case 'changed': {
      const { sheet, cells } = outcome;
      return message('warning', 'changedCell', { sheet, address: cells[0]?.address ?? '' });
    }
    case 'failed': {
      const left = outcome.leftBehind;
      if (outcome.code === 'InvalidOperationInCellEditMode') return message('warning', 'cellEdit');
      const code: PaneCode = left === undefined ? 'writeFailed' : 'writeLeftBehind';
      return message('error', code, { reason: outcome.code, address: left ?? '' });
    }
  }
}

function wroteResults({ store }: PaneContext, plan: WritePlan, outcome: WriteOutcome & { kind: 'done' }): Told {
  const { understanding, writeAs } = store.get();
  const assessment = understanding?.assessment;
  const counts = { count: assessment?.dataRows.length ?? 0, open: assessment?.incomplete.length ?? 0 };
  const of = assessment ? { of: { assessment, writeAs } } : {};
  if ('newName' in plan.sheet) {
    const sheet = outcome.sheet.name;
    return { ...of, place: `“${sheet}”`, message: message('success', 'wroteSheet', { sheet, ...counts }) };
  }
  const columns = filledColumns(plan);
  const sheets = outcome.sheets.length;
  if (sheets === 1)
    return { ...of, place: columns, message: message('success', 'wroteColumns', { columns, ...counts }) };
  const place = `“${outcome.sheet.name}”等 ${String(sheets)} 张表`;
  return { ...of, place, message: message('success', 'wroteInSheets', { sheets, ...counts }) };
}

async function undoWrite(context: PaneContext): Promise<void> {
  const { store, port } = context;
  const { written } = store.get();
  if (!written) return;
  for (const receipt of [written.receipt, ...(written.also ?? [])]) {
    const outcome = await port.undo(receipt);
    if (outcome.kind === 'done') continue;
    store.update((state) => ({ ...state, message: undoRefusal(outcome, written.place) }));
    return;
  }
  for (const { name, before } of written.names ?? []) {
    await port.setName(name, before === undefined ? undefined : { formula: before });
  }
  if (written.changesSource === true) await rereadWritten(context);
  const isGone = [written.receipt, ...(written.also ?? [])]
    .flatMap(sheetReceipts)
    .every(({ addedSheet }) => addedSheet);
  const told = message('success', isGone ? 'undoneSheets' : 'undone', { place: written.place });
  store.update((state) => ({ ...without(state, 'written'), message: told }));
}

function undoRefusal(outcome: Exclude<UndoOutcome, { kind: 'done' }>, written: string): Message {
  if (outcome.kind === 'edited') {
    const place = outcome.sheet === undefined ? written : `“${outcome.sheet}”`;
    return message('warning', 'undoEdited', { place, address: outcome.address });
  }
  return message('error', 'undoFailed', { reason: outcome.code });
}
