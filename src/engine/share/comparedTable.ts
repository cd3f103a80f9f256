import type { Rows } from '../ledger/cell';
import type { CellOffers } from './cellOffers';
import type { MaskReader } from './maskReader';
import type { RowMatching } from './matchRows';
import type { MergeNote } from './mergeTypes';
import type { Recognised, ReturnedFile, ReturnedTable } from './returned';
import type { Shifted } from './shiftedCells';

/** A returned file, and where what it says is gathered. */
export interface FileToCompare {
  readonly file: number;
  readonly returned: ReturnedFile;
  readonly recognised: Extract<Recognised, { kind: 'copy' }>;
  readonly offers: CellOffers;
  readonly notes: MergeNote[];
}

/** A sheet of a returned file whose rows have been found in the copy. */
export interface ComparedTable {
  readonly table: ReturnedTable;
  readonly matching: RowMatching;
  /** Cells of the copy's rows as they were sent. */
  readonly sent: Rows;
  readonly shifted: Shifted;
  /** Rows of the copy that may be another one's by what else stands in them. */
  readonly contested: ReadonlySet<number>;
  readonly masks: MaskReader;
}
