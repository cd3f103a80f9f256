import { ledgerRow } from '../model/reading/places';
import type { Source } from '../model/reading/source';
import type { Assessment } from '../model/verdict/assessment';
import type { PaneContext } from '../commands/context';

/** What was selected on a ledger when last asked: what was made of it may be the sheet that is shown now. */
const LAST = new WeakMap<Assessment, readonly number[]>();

/** The data rows selected on the ledger's sheet, or selected there before another was shown; else the row that the pane explains. */
export async function selectedDataRows({ port, store }: PaneContext, source: Source): Promise<readonly number[]> {
  const { sheetId, rows } = await port.selectedRows();
  const { understanding, selectedRow: explained } = store.get();
  if (!understanding) return [];
  const { assessment } = understanding;
  const isData = (row: number | undefined): row is number => row !== undefined && assessment.read.kinds[row] === 'data';
  const selected = rows
    .map((row) => ledgerRow(source, sheetId, { row, column: 0, rows: 1, columns: 1 }))
    .filter(isData);
  if (selected.length > 0) LAST.set(assessment, selected);
  const isShown = source.pieces.some(({ contents }) => contents.sheet.id === sheetId);
  const chosen = isShown ? selected : (LAST.get(assessment) ?? []);
  return chosen.length > 0 || !isData(explained) ? chosen : [explained];
}
