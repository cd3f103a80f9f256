import type { SharedLedger } from '../../../engine/share/index';
import type { Assessment } from '../verdict/assessment';
import type { Source } from '../reading/source';
import { whereCellsStand } from '../reading/whereCellsStand';

/** The ledger of the pane as the sharing of the engine takes it. */
export function sharedLedger(source: Source, { read }: Assessment): SharedLedger {
  return {
    sheetName: nameInCopies(source),
    headerRows: source.headers,
    rows: source.rows,
    headers: read.headers,
    kinds: read.kinds,
    standing: whereCellsStand(source),
  };
}

/** A copy has one sheet: rows of several sheets stand on it under a name that is none of theirs. */
function nameInCopies({ contents, pieces }: Source): string {
  const isSeveral = pieces.some((piece) => piece.contents.sheet.id !== contents.sheet.id);
  return isSeveral ? '台账' : contents.sheet.name;
}
