import type { ColumnChoice, PointedRows } from '../../engine/ledger/index';
import type { FoundCell } from '../model/findings/findingGroup';
import { COLUMNS_KEY, withKeptChoices } from '../model/reading/mappingMemory';
import { withChoices, withPolicy, withSource } from '../state/paneState';
import { READING_KEY, type ReadingChoice } from '../model/reading/book';
import { asideRow } from '../model/reading/setAside';
import { pieceAt, placeAt, sheetColumn } from '../model/reading/places';
import type { Piece } from '../model/reading/source';
import { isOwnSheet } from '../model/reading/ownSheet';
import type { SheetContents } from '../../workbook/port';
import type { Command } from './command';
import { defineCommand, tell, type PaneContext } from './context';
import { dayAsTyped, keepPolicy } from './keptPolicy';
import {
  bookIn,
  readContents,
  readingOf,
  readPointing,
  readLedgerOn,
  rereadForPolicy,
  rereadSource,
  takeContents,
  takeSource,
  type PointedTo,
} from './readLedger';
import { noLedgerIn } from './noLedger';
import { opening } from './opening';
import { understand } from './understand';
import { MAX_COLUMNS } from '../../sheet/address';
import type { Area } from '../../sheet/area';

/** Sheets looked through for the ledger. */
const MOST_SHEETS = 60;

export interface LedgerCommands {
  /** Called once: listens to the workbook, takes up what it kept, and reads the first ledger found. */
  readonly open: Command;
  readonly readActive: Command;
  /** A sheet by its id, or '' for the whole workbook. */
  readonly chooseSheet: Command<string>;
  readonly chooseTable: Command<number>;
  readonly refresh: Command;
  readonly choosePolicy: Command<string>;
  readonly setAsOf: Command<string>;
  readonly answer: Command<ReadonlyMap<number, ColumnChoice>>;
  /** Which tables are read together, and which year counts. */
  readonly chooseReading: Command<ReadingChoice>;
  readonly forgetChoices: Command;
  /** The rows of names by hand: given, or those that are selected on the sheet. */
  readonly pointHeader: Command<PointedTo>;
  readonly pointSelected: Command;
  readonly forgetPointed: Command;
  /** A row that a person calls a total counts no more; 'none' lets all of them count again. */
  readonly setAside: Command<number | 'none'>;
  readonly goTo: Command<FoundCell>;
}

export function ledgerCommands(context: PaneContext): LedgerCommands {
  const { store, port } = context;
  const { begin, open } = opening(context, readBook);
  const hasSource = () => store.get().source !== undefined;
  return {
    open: defineCommand(context, { name: 'open', label: 'readActive', during: 'reading', run: open }),
    readActive: defineCommand(context, {
      name: 'readActive',
      label: 'readActive',
      during: 'reading',
      run: async () => {
        await begin();
        await readLedgerOn(context, (await port.activeSheet()).id);
      },
    }),
    chooseSheet: defineCommand<string>(context, {
      name: 'chooseSheet',
      label: 'changeLedger',
      during: 'reading',
      run: async (sheetId) => {
        await begin();
        await (sheetId === '' ? readBook(context, {}) : readLedgerOn(context, sheetId));
      },
    }),
    chooseTable: defineCommand<number>(context, {
      name: 'chooseTable',
      label: 'tableToRead',
      enabled: hasSource,
      run: async (table) => {
        const { source } = store.get();
        if (source) await takeContents(context, source.contents, table);
      },
    }),
    refresh: defineCommand(context, {
      name: 'refresh',
      label: 'refresh',
      enabled: hasSource,
      during: 'reading',
      run: () => rereadSource(context),
    }),
    ...policyCommands(context),
    ...columnCommands(context),
    ...pointCommands(context, begin),
  };
}

function policyCommands(context: PaneContext): Pick<LedgerCommands, 'choosePolicy' | 'setAsOf'> {
  return {
    choosePolicy: defineCommand<string>(context, {
      name: 'choosePolicy',
      label: 'choosePolicy',
      run: async (id) => {
        await understand(context, (state) => withPolicy(state, { id, asOf: state.asOf }));
        await keepPolicy(context);
        await rereadForPolicy(context);
      },
    }),
    setAsOf: defineCommand<string>(context, {
      name: 'setAsOf',
      label: 'asOf',
      run: async (text) => {
        await understand(context, (state) => withPolicy(state, { id: state.policyId, asOf: dayAsTyped(text) }));
        return keepPolicy(context);
      },
    }),
  };
}

function columnCommands(
  context: PaneContext,
): Pick<LedgerCommands, 'answer' | 'chooseReading' | 'forgetChoices' | 'goTo'> {
  const { store, port } = context;
  const hasSource = () => store.get().source !== undefined;
  return {
    answer: defineCommand<ReadonlyMap<number, ColumnChoice>>(context, {
      name: 'answer',
      label: 'answerQuestion',
      enabled: hasSource,
      run: async (choices) => {
        const merged = withChoices(store.get(), choices).choices;
        await understand(context, (state) => ({ ...state, choices: merged }));
        return keepChoices(context);
      },
    }),
    chooseReading: defineCommand<ReadingChoice>(context, {
      name: 'chooseReading',
      label: 'answerQuestion',
      enabled: hasSource,
      during: 'reading',
      run: async (said) => {
        await rereadSource(context, said);
        const { source } = store.get();
        if (source) await port.saveSetting(READING_KEY, readingOf(source));
      },
    }),
    forgetChoices: defineCommand(context, {
      name: 'forgetChoices',
      label: 'forgetChoices',
      enabled: (state) => state.choices.size > 0,
      run: async () => {
        const none = new Map();
        await understand(context, (state) => {
          const { source, cleanLedger } = state;
          return source ? withSource(state, source, { choices: none, cleanLedger }) : state;
        });
        return keepChoices(context);
      },
    }),
    goTo: defineCommand<FoundCell>(context, {
      name: 'goTo',
      label: 'goToRow',
      enabled: hasSource,
      run: async ({ row, column }) => {
        const { source } = store.get();
        if (!source) return;
        if (row >= 0) store.update((state) => ({ ...state, selectedRow: row }));
        const place = row < 0 || column === undefined ? undefined : placeAt(source, row, column);
        const piece = pieceAt(source, Math.max(0, row));
        if (place) await port.select(place.id, { row: place.row, column: place.column, rows: 1, columns: 1 });
        else await port.select(piece.contents.sheet.id, areaOf(piece, row < 0 ? row : row - piece.from, column));
      },
    }),
  };
}

function pointCommands(
  context: PaneContext,
  begin: () => Promise<void>,
): Pick<LedgerCommands, 'pointHeader' | 'pointSelected' | 'forgetPointed' | 'setAside'> {
  return {
    pointHeader: defineCommand<PointedTo>(context, {
      name: 'pointHeader',
      label: 'pointHeader',
      during: 'reading',
      run: async (pointing) => {
        await begin();
        await readPointing(context, pointing);
      },
    }),
    pointSelected: defineCommand(context, {
      name: 'pointSelected',
      label: 'pointSelected',
      during: 'reading',
      run: async () => {
        await begin();
        const { sheetId, area } = await context.port.selection();
        await readPointing(context, { sheet: sheetId, rows: rowsOf(area) });
      },
    }),
    setAside: defineCommand<number | 'none'>(context, {
      name: 'setAside',
      label: 'setAside',
      enabled: ({ source }) => source !== undefined,
      during: 'reading',
      run: (row) => setAside(context, row),
    }),
    forgetPointed: defineCommand(context, {
      name: 'forgetPointed',
      label: 'forgetPointed',
      enabled: ({ source }) => (source?.pointed?.length ?? 0) > 0,
      during: 'reading',
      run: () => readPointing(context, 'forget'),
    }),
  };
}

async function setAside(context: PaneContext, row: number | 'none'): Promise<void> {
  const { source } = context.store.get();
  if (!source) return;
  const own = row === 'none' ? [] : [...(source.aside ?? []), asideRow(source, row)];
  await rereadSource(context, { aside: own.filter(({ words }) => words.length > 0) });
  const { source: now } = context.store.get();
  if (now) await context.port.saveSetting(READING_KEY, readingOf(now));
}

/** Several columns selected are those of the table; one cell or whole rows say nothing of them. */
function rowsOf({ row, rows, column, columns }: Area): PointedRows {
  const own = { top: row, bottom: row + rows - 1 };
  return columns > 1 && columns < MAX_COLUMNS ? { ...own, from: column, to: column + columns - 1 } : own;
}

/** A cell, a row of the table, or (row -1) the header of a column. */
function areaOf(piece: Piece, row: number, column?: number) {
  const { body } = piece;
  const at = { row: body.row + row, rows: 1 };
  const own = column === undefined ? undefined : sheetColumn(piece, column);
  return own === undefined ? { ...at, column: body.column, columns: body.columns } : { ...at, column: own, columns: 1 };
}

/** The ledger over all sheets of the workbook, by what was said of it. */
async function readBook(context: PaneContext, kept: ReadingChoice): Promise<void> {
  const first = await context.port.activeSheet();
  const sheets = await context.port.sheets();
  const more = sheets.filter((sheet) => sheet.visible && sheet.id !== first.id);
  // 政策参数 and 判定表 have headers and rows too, and are no ledger.
  const own = context.store.get().policyWork.sheetIds;
  const candidates = [first, ...more].filter(({ id }) => !own.includes(id)).slice(0, MOST_SHEETS);
  const read: SheetContents[] = [];
  for (const sheet of sheets.filter(({ id }) => candidates.some((one) => one.id === id))) {
    const contents = await readContents(context, sheet.id);
    if (contents === undefined) return;
    read.push(contents);
  }
  const made = read.filter(isOwnSheet);
  const others = read.filter((contents) => !made.includes(contents));
  const source =
    (await bookIn(context, others, kept, first.id)) ??
    (made.length > 0 ? await bookIn(context, made, kept, first.id) : undefined);
  if (source === 'stopped') return;
  if (source) await takeSource(context, source);
  else tell(context, noLedgerIn(read));
}

async function keepChoices({ store, port }: PaneContext): Promise<void> {
  const { source, choices } = store.get();
  if (!source) return;
  const stored = await port.loadSetting(COLUMNS_KEY);
  await port.saveSetting(COLUMNS_KEY, withKeptChoices(stored, source, choices));
}
