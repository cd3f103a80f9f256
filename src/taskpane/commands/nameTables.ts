import { definedOnly } from '../../engine/column/index';
import type { NamedSheet } from '../../engine/report/index';
import type { WriteReceipt } from '../../workbook/port';
import { without, withPolicyWork } from '../state/paneState';
import type { PaneContext } from './context';

/** Names the sheets that were just written; the names go back to what they stood for when the write is undone. */
export async function nameTables(context: PaneContext, sheets: readonly NamedSheet[]): Promise<void> {
  const { store, port } = context;
  const receipt = store.get().written?.receipt;
  if (!receipt) return;
  const ids = [receipt, ...(receipt.more ?? [])].map(({ sheetId }) => sheetId);
  const names: { name: string; before?: string }[] = [];
  try {
    for (const [index, { name, area }] of sheets.entries()) {
      const before = await port.setName(name, { sheetId: ids[index] ?? '', area });
      names.push({ name, ...definedOnly({ before }) });
    }
  } catch (error) {
    await takeBackUnnamed(context, receipt, names);
    throw error;
  }
  store.update((state) => {
    const { written } = state;
    const named = written?.receipt === receipt ? { ...state, written: { ...written, names } } : state;
    return withPolicyWork(named, { sheetIds: ids, edited: false });
  });
}

/** Sheets that no name stands for are of no use to formulas: what was written and named so far goes back. */
async function takeBackUnnamed(
  { store, port }: PaneContext,
  receipt: WriteReceipt,
  names: readonly { readonly name: string; readonly before?: string }[],
): Promise<void> {
  for (const { name, before } of names) {
    await port.setName(name, before === undefined ? undefined : { formula: before });
  }
  const outcome = await port.undo(receipt);
  if (outcome.kind === 'done') store.update((state) => without(state, 'written'));
}
