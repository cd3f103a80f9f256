import type { PackageChange, PackageModel, SheetChange, SheetModel, TableModel } from '../../package/model';
import type { Book } from '../book/book';
import type { GridName } from '../book/names';
import { currentSheet } from './currentSheet';
import type { DocumentParts } from '../../workbook/documentParts';
import { nameChange } from './nameChange';
import { sheetDiff } from './sheetDiff';
import { extraChange } from './extraChange';
import { layoutChange } from './layoutChange';
import type { TouchedCells } from './touchedCells';

/** The workbook as it stands and the file it came from. */
export interface WorkbookState {
  readonly book: Book;
  readonly documents: DocumentParts;
  readonly touched: TouchedCells;
  readonly model: PackageModel;
  /** The names the file had, under the grid's ids. */
  readonly names: ReadonlyMap<string, GridName>;
}

/** Everything in which the workbook differs from its file. */
export function workbookChange(state: WorkbookState): PackageChange {
  const { book, documents, model } = state;
  book.context.flush();
  const ids = book.sheets.ids();
  const removed = model.sheets.filter(({ id, cellless }) => cellless !== true && !ids.includes(id));
  const sheets = [
    ...removed.map(({ id }): SheetChange => ({ id, removed: true })),
    ...ids.flatMap((id) => sheetChange(state, id)),
  ];
  const order = finalOrder(model, ids);
  const names = nameChange({
    now: book.names.all().filter((name) => !name.name.startsWith('_xlnm.')),
    loaded: state.names,
    placeOf: (id) => (order.ids.includes(id) ? order.ids.indexOf(id) : undefined),
  });
  const added = book.tables.all().filter((table) => table.added);
  const customXml = documents.change();
  const active = book.sheets.active();
  return {
    sheets,
    ...(order.moved ? { order: order.ids } : {}),
    ...(model.sheets[model.activeSheet]?.id === active ? {} : { activeSheet: active }),
    ...(names === undefined ? {} : { names }),
    ...(added.length === 0 ? {} : { tables: { added: added.map((table) => tableModel(book, table)) } }),
    ...(customXml === undefined ? {} : { customXml }),
  };
}

function sheetChange(state: WorkbookState, id: string): SheetChange[] {
  const before = state.model.sheets.find((sheet) => sheet.id === id) ?? null;
  const cells = sheetDiff(before, currentSheet({ ...state, styles: state.model.styles }, id));
  const name = state.book.sheets.name(id);
  const change: SheetChange = {
    id,
    ...(before === null ? { added: { name } } : {}),
    ...(before !== null && before.name !== name ? { renamed: name } : {}),
    ...(cells.size === 0 ? {} : { cells }),
    ...stateChange(state.book, id, before),
    ...layoutChange(state.book, id, before),
    ...extraChange(state.book, id, before),
  };
  return Object.keys(change).length > 1 ? [change] : [];
}

function stateChange(book: Book, id: string, before: SheetModel | null): Pick<SheetChange, 'state'> {
  const now = ({ Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const)[book.sheets.visibility(id)];
  return now === (before?.state ?? 'visible') ? {} : { state: now };
}

/** Where every sheet will stand in the saved file: sheets the grid does not show keep their places among the others. */
function finalOrder(
  model: PackageModel,
  ids: readonly string[],
): { readonly ids: readonly string[]; readonly moved: boolean } {
  const staying = model.sheets.filter(({ id, cellless }) => cellless === true || ids.includes(id)).map(({ id }) => id);
  const fresh = ids.filter((id) => !staying.includes(id));
  const natural = [...staying, ...fresh];
  const shown = natural.filter((id) => ids.includes(id));
  if (shown.every((id, index) => id === ids[index])) return { ids: natural, moved: false };
  return { ids: [...ids, ...staying.filter((id) => !ids.includes(id))], moved: true };
}

function tableModel(book: Book, table: ReturnType<Book['tables']['all']>[number]): TableModel {
  const { id, name, sheetId, area, totals } = table;
  return { id, name, sheetId, area, columns: book.tables.columns(table), totals };
}
