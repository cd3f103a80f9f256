import type { Unit } from '../../quantity/unit';
import type { Kind } from '../words/kinds';

/** What arithmetic says for a candidate. */
export type Proof = 'ratio' | 'sum' | 'growth';

/** A column, or several added up, that may be what a ledger calls its tax or its land. */
export interface Candidate {
  /** The first stands for all; a column that is taken off has the sign -1. */
  readonly columns: readonly { readonly column: number; readonly sign: 1 | -1 }[];
  readonly kind: Kind | 'sum';
  readonly score: number;
  readonly values: Float64Array;
  readonly unit?: Unit;
  readonly year?: number;
  readonly proofs: readonly Proof[];
  readonly hidden?: boolean;
  /** A note says that the ledger goes by it. */
  readonly pointed?: boolean;
}
