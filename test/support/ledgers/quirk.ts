import type { Draft } from './draft';

export type QuirkFamily = 'structure' | 'words' | 'units' | 'cells';

/** One thing that public ledgers do, as a value of its own. */
export interface Quirk {
  readonly name: string;
  readonly family: QuirkFamily;
  /** How often it is among the quirks of a ledger, against the others. */
  readonly weight: number;
  /** Places of a ledger of which only one quirk may have each: the shape of the tax, the unit of land, the layout ... */
  readonly takes: readonly string[];
  readonly apply: (draft: Draft) => void;
}
