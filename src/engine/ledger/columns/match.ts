import type { Unit } from '../../quantity/unit';
import type { Field } from '../fields';
import type { Kind } from '../words/kinds';
import type { Proof } from './candidate';

/** What a column was understood as. `column` counts from 0 in the range of the headers. */
export interface ColumnMatch {
  readonly column: number;
  /** The header as the sheet has it, upper rows first, joined by "/". */
  readonly header: string;
  readonly field: Field;
  /** By its very name, or by a name with words around it, by its cells or by arithmetic. */
  readonly confidence: 'exact' | 'contains';
  readonly unit?: Unit;
  readonly year?: number;
  readonly negated: boolean;
  /** Further columns that are added to this one, or taken off. */
  readonly plus?: readonly SignedColumn[];
  /** For a tax that may be chosen: the column of land of its year, where that is not the one in use. */
  readonly land?: number;
  /** What arithmetic between the columns says for it. */
  readonly proofs?: readonly Proof[];
}

/** A column that is added (1) or taken off (-1). */
export interface SignedColumn {
  readonly column: number;
  readonly sign: 1 | -1;
}

/**
 * Columns that compete for a field without a clear best, likeliest first; `guessed` where no words speak for any of them, `against`
 * where none of them is it: the table lacks it, unless a person points to another, and these are set aside.
 */
export interface Doubt {
  readonly field: Field;
  readonly columns: readonly ColumnMatch[];
  readonly guessed?: boolean;
  readonly against?: true;
}

/** The columns understood, the best one for each field, and the fields that only a person can decide. */
export interface HeaderMatch {
  readonly columns: readonly (ColumnMatch | undefined)[];
  readonly byField: ReadonlyMap<string, ColumnMatch>;
  readonly doubts: readonly Doubt[];
  /** The bottom text of each column. */
  readonly texts: readonly string[];
  /** The unit that each column's texts name. */
  readonly units: readonly (Unit | undefined)[];
  /** The unit that the number format of most of each column's figures shows. */
  readonly shown?: readonly (Unit | undefined)[];
  /** Figures of tax or land that are not what the ledger is judged by, and why: 应纳税额 is due, not paid. */
  readonly apart: ReadonlyMap<number, Kind>;
  /** Columns of a policy's own that were looked for already: one that a person has set aside stays so. */
  readonly sought?: ReadonlySet<string>;
  /** Every header row's texts, cleaned, for telling a header row that is repeated among the data. */
  readonly rows: readonly (readonly string[])[];
}
