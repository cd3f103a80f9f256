import { areasOfAddress } from '../../sheet/address';
import { sharedCells, type Area } from '../../sheet/area';
import { sheetReceipts } from '../../workbook/plannedSheets';
import { ledgerRow, touchesLedger } from '../model/reading/places';
import type { Source } from '../model/reading/source';
import { without, withChangedCells, withSheets, type PaneState } from '../state/paneState';
import { failureOf, message, type PaneContext } from './context';
import { checkEntered } from './enteredFormulas';

/** The pane follows the sheet: the selected row is the one explained. */
export async function followSelection({ store, port }: PaneContext): Promise<void> {
  await port.onSelectionChanged(({ sheetId, area }) => {
    store.update((state) => {
      const { source } = state;
      const row = source && ledgerRow(source, sheetId, area);
      return row === undefined || row === state.selectedRow ? state : { ...state, selectedRow: row };
    });
  });
}

/** Edits of the ledger make results stale; sheets come and go. */
export async function followChanges(context: PaneContext): Promise<void> {
  const { store, port } = context;
  await port.onChanged(({ sheetId, address }) => {
    const changed = areasOfAddress(address);
    if (changed.length === 0) {
      void followSheets(context);
      return;
    }
    const touches = (source: Source) => changed.some((area) => touchesLedger(source, sheetId, area));
    store.update((state) => withUndone(withChangedCells(state, { sheetId, touches }), sheetId, changed));
    for (const area of changed) void checkEntered(context, sheetId, area);
  });
}

/** That something was written is news no more once all of it has been changed at one stroke, as Ctrl+Z does. */
function withUndone(state: PaneState, sheetId: string, changed: readonly Area[]): PaneState {
  const { written } = state;
  if (!written || state.message?.intent !== 'success') return state;
  const receipt = sheetReceipts(written.receipt).find((one) => one.sheetId === sheetId);
  const areas = receipt?.areas ?? [];
  const isChanged = (area: Area) =>
    changed.some((one) => {
      const shared = sharedCells(one, area);
      return shared?.rows === area.rows && shared.columns === area.columns;
    });
  if (areas.length === 0 || !areas.every(isChanged)) return state;
  // By Ctrl+Z Excel leaves a sheet that was added for it, with nothing on it.
  if (receipt?.addedSheet !== true) return without(state, 'message');
  return { ...state, message: message('info', 'sheetLeftEmpty', { place: written.place }) };
}

/** Sheets come and go; a ledger whose sheet was deleted is gone too. */
async function followSheets(context: PaneContext): Promise<void> {
  try {
    const sheets = await context.port.sheets();
    context.store.update((state) => withSheets(state, sheets));
  } catch (error) {
    // What a command has just told of its own work stays: nothing was asked for here.
    const told = failureOf(error, 'sheetsNotFollowed');
    context.store.update((state) => (state.message ? state : { ...state, message: told }));
  }
}
