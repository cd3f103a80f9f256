import { columnLetters } from '../../workbook/address';
import type { SheetContents, WriteOutcome, WritePlan } from '../../workbook/port';
import type { Message, PaneState } from '../state/paneState';
import { without } from '../state/paneState';
import { sheetRow, sourceOf, type Source } from '../state/source';
import { planResults } from '../state/write/planResults';
import type { PaneCode, PaneValues } from '../../text/pane';
import type { Command } from './command';
import { defineCommand, failureOf, message, tell, type PaneContext } from './context';
import { readContents } from './ledgerCommands';

export interface WriteCommands {
  readonly writeResults: Command;
  readonly setWriteAs: Command<PaneState['writeAs']>;
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
      run: () => writeResults(context),
    }),
    setWriteAs: defineCommand<PaneState['writeAs']>(context, {
      name: 'setWriteAs',
      label: 'writeAs',
      enabled: ({ customFunctions }) => customFunctions,
      run: (writeAs) => store.update((state) => ({ ...state, writeAs })),
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
  return understanding?.assessment.policy !== undefined && !stale;
}

async function writeResults(context: PaneContext): Promise<void> {
  const source = await sameSource(context);
  if (!source) return;
  const plan = plannedResults(context);
  if (plan) await carryOut(context, plan, (outcome) => wroteResults(context, plan, outcome));
}

/** Reads the sheet again: what is written must be about the cells as they are now, whoever edited them meanwhile. */
async function sameSource(context: PaneContext): Promise<Source | undefined> {
  const { source } = context.store.get();
  if (!source) return undefined;
  const contents = await readContents(context, source.contents.sheet.id);
  if (!contents) return undefined;
  if (!sameCells(source, contents)) {
    context.store.update((state) => ({ ...state, stale: true }));
    tell(context, message('warning', 'changedSince'));
    return undefined;
  }
  // The cells beside the table may differ: where there is room is judged by what is there now.
  const now = { ...source, contents };
  context.store.update((state) => ({ ...state, source: now }));
  return now;
}

function sameCells(source: Source, contents: SheetContents): boolean {
  const now = sourceOf(contents, source.tables.indexOf(source.located));
  return (
    JSON.stringify([now?.area, now?.headers, now?.rows]) === JSON.stringify([source.area, source.headers, source.rows])
  );
}

function plannedResults(context: PaneContext): WritePlan | undefined {
  const state = context.store.get();
  try {
    const result = planResults(state, context.answers);
    if (result?.kind === 'plan') return result.plan;
    if (result && state.source) {
      const { count, own, formula } = result;
      const row = String(sheetRow(state.source, result.row));
      tell(context, message('warning', 'formulaDiffers', { count, row, own, formula }));
    }
  } catch (error) {
    tell(context, failureOf(error, 'formulaRefused'));
  }
  return undefined;
}

/** Writes a plan and tells how it went; what was written can be taken back. */
export async function carryOut(
  { store, port }: PaneContext,
  plan: WritePlan,
  told: (outcome: WriteOutcome & { kind: 'done' }) => { readonly place: string; readonly message: Message },
): Promise<void> {
  const outcome = await port.write(plan);
  if (outcome.kind !== 'done') {
    store.update((state) => ({ ...state, message: refusal(outcome) }));
    return;
  }
  const { place, message: success } = told(outcome);
  store.update((state) => ({ ...state, message: success, written: { receipt: outcome.receipt, place } }));
}

function refusal(outcome: Exclude<WriteOutcome, { kind: 'done' }>): Message {
  switch (outcome.kind) {
    case 'occupied':
      return message('warning', 'occupied', { sheet: outcome.sheet, address: outcome.address, text: outcome.text });
    case 'protected':
      return message('warning', 'protectedSheet', { sheet: outcome.sheet });
    case 'inTable':
      return message('warning', 'inTable', { sheet: outcome.sheet, table: outcome.table });
    case 'failed': {
      const left = outcome.leftBehind;
      if (outcome.code === 'InvalidOperationInCellEditMode') return message('warning', 'cellEdit');
      const code: PaneCode = left === undefined ? 'writeFailed' : 'writeLeftBehind';
      const values: PaneValues = { detail: outcome.message, address: left ?? '' };
      return message('error', code, values);
    }
  }
}

function wroteResults({ store }: PaneContext, plan: WritePlan, outcome: WriteOutcome & { kind: 'done' }) {
  const assessment = store.get().understanding?.assessment;
  const count = assessment?.dataRows.length ?? 0;
  const open = assessment?.incomplete.length ?? 0;
  if ('newName' in plan.sheet) {
    const sheet = outcome.sheet.name;
    return {
      place: sheet,
      message: message('success', 'wroteSheet', { sheet, count, open }),
    };
  }
  const columns = columnsOf(plan);
  return { place: columns, message: message('success', 'wroteColumns', { columns, count, open }) };
}

/** AB:AD, the columns that a plan fills. */
function columnsOf({ blocks }: WritePlan): string {
  const areas = blocks.map(({ area, spill }) => spill ?? area);
  const first = Math.min(...areas.map(({ column }) => column));
  const last = Math.max(...areas.map(({ column, columns }) => column + columns - 1));
  return first === last ? columnLetters(first) : `${columnLetters(first)}:${columnLetters(last)}`;
}

async function undoWrite({ store, port }: PaneContext): Promise<void> {
  const { written } = store.get();
  if (!written) return;
  const outcome = await port.undo(written.receipt);
  if (outcome.kind === 'done') {
    const told = message('success', 'undone', { place: written.place });
    store.update((state) => ({ ...without(state, 'written'), message: told }));
    return;
  }
  const told =
    outcome.kind === 'edited'
      ? message('warning', 'undoEdited', { address: outcome.address })
      : message('error', 'undoFailed', { detail: outcome.message });
  store.update((state) => ({ ...state, message: told }));
}
