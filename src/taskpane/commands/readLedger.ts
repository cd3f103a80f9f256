import type { PaneCode } from '../../text/pane';
import type { SheetContents } from '../../workbook/port';
import { PortError } from '../../workbook/portError';
import { COLUMNS_KEY, keptChoices } from '../model/reading/mappingMemory';
import { wantedFields } from '../model/verdict/assessment';
import { appliedPolicy, without, withoutSource, withSource } from '../state/paneState';
import { offered, type PointedRows } from '../../engine/ledger/index';
import { besideSaid } from '../model/reading/besides';
import { bookSteps, READING_KEY, type ReadingChoice } from '../model/reading/book';
import { piecesRead } from '../model/reading/places';
import { pointedHeader, withPointed } from '../model/reading/pointed';
import { sourceSteps, type Piece, type Source } from '../model/reading/source';
import { unknownHeaderRow } from '../model/reading/unknownHeaders';
import { cleanLedgerOf } from './cleanLedgerSheet';
import { failureOf, message, report, tell, type PaneContext } from './context';
import { inSlices, stopper } from './inSlices';
import { understand } from './understand';

/** Reads a sheet and takes the ledger found on it; a sheet without one leaves what was there. */
export async function readLedgerOn(context: PaneContext, sheetId: string): Promise<void> {
  const contents = await readContents(context, sheetId);
  const source = contents && (await bookIn(context, [contents], {}));
  if (contents === undefined || source === 'stopped') return;
  if (source) {
    await takeSource(context, source);
    return;
  }
  // The ledger that was open stays, unless it is its own sheet that holds none any more.
  if (context.store.get().source?.contents.sheet.id === sheetId) context.store.update(withoutSource);
  const sheet = contents.sheet.name;
  const row = unknownHeaderRow(contents.values);
  if (row === undefined) tell(context, message('warning', 'noTable', { sheet }));
  else tell(context, message('warning', 'headersUnknown', { sheet, row: String(contents.area.row + row + 1) }));
}

/** Reads the ledger again, as it is now, with other words on its tables or its year if some are given, and more sheets; the row looked at stays. */
export async function rereadSource(
  context: PaneContext,
  said: ReadingChoice = {},
  more: readonly string[] = [],
): Promise<void> {
  const { source, selectedRow } = context.store.get();
  if (!source) return;
  const again = await readAgain(context, source, { said, more });
  if (again === 'stopped') return;
  if (!again) {
    await readLedgerOn(context, source.contents.sheet.id);
    return;
  }
  await takeSource(context, again);
  context.store.update((state) => (selectedRow === undefined ? state : { ...state, selectedRow }));
}

/** Reads the ledger again after cells of it were written; where that fails, what was computed before stays marked as no longer true. */
export async function rereadWritten(context: PaneContext): Promise<void> {
  context.store.update((state) => (state.source ? { ...state, stale: true } : state));
  await rereadSource(context);
}

/** The same ledger from its sheets as they are now: 'stopped' after a stop or a failure, which has then been told. */
export async function readAgain(
  context: PaneContext,
  source: Source,
  { said = {}, more = [] }: { readonly said?: ReadingChoice; readonly more?: readonly string[] } = {},
): Promise<Source | 'stopped' | undefined> {
  const contents = await contentsAgain(context, source, more);
  if (contents === 'stopped') return contents;
  const again = await bookIn(context, contents, { ...readingOf(source), ...said });
  return again === 'stopped' || !again ? again : withListsOf(again, source);
}

/** Other lists whose sheets were not read this time are still there. */
function withListsOf(again: Source, { further }: Source): Source {
  const { said = [], open = [], lists: now = [] } = again.further ?? {};
  const lists = [...now, ...(further?.lists ?? []).filter((one) => !now.some(({ sheet }) => sheet === one.sheet))];
  return lists.length === 0 ? again : { ...again, further: { said, open, lists } };
}

/** Reads the ledger again where a policy that was chosen reads what it lacks and another list has, or no more what was read there. */
export async function rereadForPolicy(context: PaneContext): Promise<void> {
  const state = context.store.get();
  const { located, attached = [], further } = state.source ?? {};
  const wanted = [...wantedFields(appliedPolicy(state))];
  const offering = (further?.lists ?? []).filter(
    ({ headers }) => located && offered(located.headers, headers, wanted).length > 0,
  );
  if (offering.length === 0 && !attached.some((beside) => beside.further)) return;
  const here = new Set((await context.port.sheets()).map(({ id }) => id));
  const sheets = offering.map(({ sheet }) => sheet);
  await rereadSource(
    context,
    {},
    [...new Set(sheets)].filter((id) => here.has(id)),
  );
}

/** The cells of a ledger's sheets, and of those that explain it, as they are now: 'stopped' after a stop or a failure, which has then been told. */
export function contentsAgain(
  context: PaneContext,
  source: Source,
  more: readonly string[] = [],
): Promise<SheetContents[] | 'stopped'> {
  return contentsOf(context, [...new Set([...sheetsOf(source), ...more])]);
}

async function contentsOf(context: PaneContext, ids: readonly string[]): Promise<SheetContents[] | 'stopped'> {
  const contents: SheetContents[] = [];
  for (const id of ids) {
    const sheet = await readContents(context, id);
    if (!sheet) return 'stopped';
    contents.push(sheet);
  }
  return contents;
}

/** What a person points to: rows of the sheet that are the names of columns, or none any more. */
export type PointedTo = { readonly sheet: string; readonly rows: PointedRows } | 'forget';

/** Reads the ledger anew by what a person has pointed to; nothing changes where no rows stand below it. */
export async function readPointing(context: PaneContext, pointing: PointedTo): Promise<void> {
  const { source } = context.store.get();
  const { tables: _, pointed: said = [], ...rest } = source ? readingOf(source) : {};
  const own = pointing === 'forget' ? [] : [pointing.sheet];
  const contents = await contentsOf(context, [...new Set([...(source ? sheetsOf(source) : []), ...own])]);
  if (contents === 'stopped') return;
  const sheet = contents.find((one) => pointing !== 'forget' && one.sheet.id === pointing.sheet);
  const pointed = sheet && pointing !== 'forget' ? withPointed(said, pointedHeader(sheet, pointing.rows)) : [];
  const again = await bookIn(context, contents, { ...rest, pointed });
  if (again === 'stopped') return;
  const isRead = pointing === 'forget' || again?.pieces.some((piece) => isUnder(piece, pointing)) === true;
  if (!again || !isRead) {
    tell(context, message('warning', 'pointedNone'));
    return;
  }
  await takeSource(context, again);
  await context.port.saveSetting(READING_KEY, readingOf(again));
  if (pointing === 'forget') return;
  const { top, bottom } = pointing.rows;
  const rows = top === bottom ? String(top + 1) : `${String(top + 1)}–${String(bottom + 1)}`;
  tell(context, message('success', 'pointedRead', { rows }));
}

function isUnder({ contents, area }: Piece, { sheet, rows }: Exclude<PointedTo, 'forget'>): boolean {
  return contents.sheet.id === sheet && area.row === rows.top;
}

/** The sheets that the ledger stands on, or might, and those that explain it. */
function sheetsOf(source: Source): string[] {
  const { choice, further, explainedOn = [] } = source;
  const ways = (choice?.ways ?? []).flatMap(({ tables, beside }) => [...tables, ...(beside?.ids ?? [])]);
  const open = (further?.open ?? []).flatMap(({ beside }) => beside.ids);
  const ids = [...piecesRead(source).map(({ id }) => id), ...ways, ...open];
  const own = ids.map((id) => id.slice(0, id.lastIndexOf('#')));
  return [...new Set([...own, ...explainedOn])];
}

/** What a person has said of a ledger's tables and year. */
export function readingOf(source: Source): ReadingChoice {
  const { pieces, choice, years, shared, sharedTax, firms, nameless } = source;
  const { attached = [], further, said = [], pointed = [], aside = [] } = source;
  const lines = pieces.find((piece) => piece.lines)?.lines;
  const isOpen = choice?.open === true;
  return {
    ...(isOpen
      ? {}
      : { tables: pieces.map(({ id }) => id), beside: attached.filter((beside) => !beside.further).map(besideSaid) }),
    ...(further && further.said.length > 0 ? { further: further.said } : {}),
    ...(years && !years.open ? { year: years.chosen } : {}),
    ...(said.length > 0 ? { columns: said } : {}),
    ...(pointed.length > 0 ? { pointed } : {}),
    ...(aside.length > 0 ? { aside } : {}),
    ...(lines && !lines.open ? { line: lines.chosen } : {}),
    ...(shared && !shared.open ? { shared: shared.chosen } : {}),
    ...(sharedTax && !sharedTax.open ? { sharedTax: sharedTax.chosen } : {}),
    ...(firms ? { firms } : {}),
    ...(nameless ? { nameless } : {}),
  };
}

/** The ledger in the cells of several sheets, found in slices; a stop is told. */
export async function bookIn(
  context: PaneContext,
  contents: readonly SheetContents[],
  said: ReadingChoice,
  active?: string,
): Promise<Source | 'stopped' | undefined> {
  const wanted = [...wantedFields(appliedPolicy(context.store.get()))];
  const source = await inSlices(context, bookSteps(contents, said, { active, wanted }));
  if (source === 'stopped') tell(context, message('info', 'stopped'));
  return source;
}

/** Failures of a reading that have a sentence of their own. */
const READ_FAILURES: Readonly<Record<string, PaneCode>> = {
  ItemNotFound: 'sheetGone',
  RangeExceedsLimit: 'rangeTooLarge',
};

/** The cells of a sheet; undefined after a stop or a failure, which has then been told. */
export async function readContents(context: PaneContext, sheetId: string): Promise<SheetContents | undefined> {
  const { signal } = context.stopping;
  try {
    const sheets = await context.port.sheets();
    context.store.update((state) => ({ ...state, sheets }));
    const contents = await context.port.read(sheetId, {
      onProgress: (done, total) => report(context, done, total),
      stop: () => signal.aborted,
    });
    if (contents === undefined) tell(context, message('info', 'stopped'));
    return contents;
  } catch (error) {
    const code = error instanceof PortError ? READ_FAILURES[error.code] : undefined;
    tell(context, code ? message('warning', code) : failureOf(error, 'readFailed'));
    return undefined;
  }
}

/** Takes a table of a sheet's cells as the ledger; 'none' where the sheet holds none. A stop is told. */
export async function takeContents(
  context: PaneContext,
  contents: SheetContents,
  table = 0,
): Promise<'taken' | 'none' | 'stopped'> {
  const source = await sourceIn(context, contents, table);
  if (source === undefined || source === 'stopped') return source ?? 'none';
  return (await takeSource(context, source)) ? 'taken' : 'stopped';
}

/** The ledger in a sheet's cells, found in slices; a stop is told. */
async function sourceIn(
  context: PaneContext,
  contents: SheetContents,
  table: number,
): Promise<Source | 'stopped' | undefined> {
  const source = await inSlices(context, sourceSteps(contents, table));
  if (source === 'stopped') tell(context, message('info', 'stopped'));
  return source;
}

/** Takes a ledger that was found; false after a stop, which is told. */
export async function takeSource(context: PaneContext, source: Source): Promise<boolean> {
  const choices = keptChoices(await context.port.loadSetting(COLUMNS_KEY), source);
  const isStopped = stopper(context);
  const cleanLedger = await cleanLedgerOf(context, source, isStopped);
  const given = { choices, cleanLedger };
  // Without the decisions on it a ledger would be understood wrongly.
  const taken =
    !isStopped() && (await understand(context, (state) => withSource(without(state, 'message'), source, given)));
  if (!taken) tell(context, message('info', 'stopped'));
  return taken;
}
