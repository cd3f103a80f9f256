import { PortError } from '../portError';

/** From this set on Excel keeps all syncs of one run as one step of its undo list. */
const UNDO_GROUPS = { set: 'ExcelApi', version: '1.20' } as const;

/** Runs a batch once the user has left the cell being edited; rejects with a PortError. */
export function inExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return run({ delayForCellEdit: true }, batch);
}

/** The same, as one step of Excel's undo list. */
export function inUndoGroup<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return run({ delayForCellEdit: true, mergeUndoGroup: true }, batch);
}

/** Whether this Excel can undo a whole run in one step. */
export function hasUndoGroups(): boolean {
  return Office.context.requirements.isSetSupported(UNDO_GROUPS.set, UNDO_GROUPS.version);
}

/** Any failure as a PortError, with Excel's own code where there is one. */
export function portError(error: unknown): PortError {
  if (error instanceof PortError) return error;
  if (error instanceof OfficeExtension.Error) return new PortError(error.code, error.message);
  return new PortError('GeneralException', error instanceof Error ? error.message : String(error));
}

async function run<T>(options: Excel.RunOptions, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(options, batch);
  } catch (error) {
    throw portError(error);
  }
}
