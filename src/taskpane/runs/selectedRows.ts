import { ledgerRow } from '../model/reading/places';
import type { Source } from '../model/reading/source';
import type { PaneContext } from '../commands/context';

/** The data rows selected on the ledger's sheet, else the row that the pane explains. */
export async function selectedRows({ port, store }: PaneContext, source: Source): Promise<readonly number[]> {
  const { sheetId, rows } = await port.selectedRows();
  const kinds = store.get().understanding?.assessment.read.kinds;
  const isData = (row: number | undefined): row is number => row !== undefined && kinds?.[row] === 'data';
  const selected = rows
    .map((row) => ledgerRow(source, sheetId, { row, column: 0, rows: 1, columns: 1 }))
    .filter(isData);
  const explained = store.get().selectedRow;
  return selected.length > 0 || !isData(explained) ? selected : [explained];
}
