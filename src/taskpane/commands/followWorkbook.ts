import { areasOfAddress } from '../../sheet/address';
import { ledgerRow, touchesLedger } from '../model/reading/places';
import type { Source } from '../model/reading/source';
import { withChangedCells, withSheets } from '../state/paneState';
import { failureOf, type PaneContext } from './context';
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
    store.update((state) => withChangedCells(state, { sheetId, touches }));
    for (const area of changed) void checkEntered(context, sheetId, area);
  });
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
