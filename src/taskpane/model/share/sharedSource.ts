import type { SharedLedger } from '../../../engine/share/index';
import type { Assessment } from '../verdict/assessment';
import type { Source } from '../reading/source';

/** The ledger of the pane as the sharing of the engine takes it. */
export function sharedLedger(source: Source, { read }: Assessment): SharedLedger {
  return {
    sheetName: source.contents.sheet.name,
    headerRows: source.headers,
    rows: source.rows,
    headers: read.headers,
    kinds: read.kinds,
    top: source.body.row,
    left: source.body.column,
  };
}
