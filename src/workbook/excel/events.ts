import type { Selection, WorkbookChange } from '../port';
import type { MergeMemory } from './merges';
import type { OwnWrites } from './ownWrites';
import { inExcel, portError } from './run';
import { areaOfAddress } from '../../sheet/address';

type Handler = OfficeExtension.EventHandlerResult<unknown>;

/** Listens to selections on every sheet; gives the way to stop. */
export function listenToSelections(listener: (selection: Selection) => void): Promise<() => void> {
  return subscribe(({ worksheets }, ifOpen) => [
    worksheets.onSelectionChanged.add(
      ifOpen(({ worksheetId, address }) => {
        const area = areaOfAddress(address);
        if (area !== undefined) listener({ sheetId: worksheetId, area });
      }),
    ),
  ]);
}

/** Listens to edits that are not ours, and to sheets shown, added and deleted; gives the way to stop. */
export function listenToChanges(
  listener: (change: WorkbookChange) => void,
  { own, merged }: { readonly own: OwnWrites; readonly merged: Pick<MergeMemory, 'forget'> },
): Promise<() => void> {
  const sheetTold = ({ worksheetId }: { worksheetId: string }): void => listener({ sheetId: worksheetId, address: '' });
  return subscribe(({ worksheets }, ifOpen) => [
    worksheets.onChanged.add(
      ifOpen((change) => {
        if (moves(change)) merged.forget(change.worksheetId);
        if (!isOurs(change, own)) listener({ sheetId: change.worksheetId, address: change.address });
      }),
    ),
    worksheets.onActivated.add(ifOpen(sheetTold)),
    worksheets.onAdded.add(ifOpen(sheetTold)),
    worksheets.onDeleted.add(ifOpen(sheetTold)),
  ]);
}

/** Whether cells have changed their place, and merged ones with them. */
function moves({ changeType }: Excel.WorksheetChangedEventArgs): boolean {
  return changeType !== 'RangeEdited';
}

/** Excel says so itself from ExcelApi 1.14 on. */
function isOurs(change: Excel.WorksheetChangedEventArgs, own: OwnWrites): boolean {
  const source = change.triggerSource as string | undefined;
  if (source !== undefined) return source === 'ThisLocalAddin';
  return own.cover(change.worksheetId, change.address);
}

type IfOpen = <T>(hear: (event: T) => void) => (event: T) => Promise<void>;

async function subscribe(register: (workbook: Excel.Workbook, ifOpen: IfOpen) => Handler[]): Promise<() => void> {
  let open = true;
  const ifOpen: IfOpen = (hear) => (event) => {
    if (open) hear(event);
    return Promise.resolve();
  };
  const handlers = await inExcel(async (context) => {
    const registered = register(context.workbook, ifOpen);
    await context.sync();
    return registered;
  });
  return () => {
    open = false;
    void leave(handlers);
  };
}

/** A handler is removed in the context it was added in. Nothing is heard any more even where that fails. */
async function leave(handlers: readonly Handler[]): Promise<void> {
  const [first] = handlers;
  if (first === undefined) return;
  try {
    await Excel.run(first.context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  } catch (error) {
    console.warn('An event handler stayed registered:', portError(error).code);
  }
}
