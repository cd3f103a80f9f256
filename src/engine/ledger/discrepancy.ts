/** What reconciliation finds: totals against their rows, 亩均 against recomputed, the same enterprise or parcel twice. */
export type DiscrepancyCode =
  | 'totalDiffers'
  | 'totalSkipsText'
  | 'ratioSummed'
  | 'ratioAveraged'
  | 'ratioDiffers'
  | 'perMuDiffers'
  | 'perMuBroken'
  | 'perMuOfBlank'
  | 'sameCode'
  | 'sameCodeSameTax'
  | 'sameCodeOtherTax'
  | 'sameParcel'
  | 'sameName'
  | 'otherName'
  | 'otherCode';

/** A cell that does not agree with other cells. `row` and `column` count from 0 in the rows read. */
export interface Discrepancy {
  readonly code: DiscrepancyCode;
  readonly row: number;
  readonly column: number;
  readonly field: string;
  /** What the cell holds. */
  readonly text: string;
  /** What it should hold, in the column's own unit. */
  readonly expected?: number;
  /** For the 亩均 of a total row: what the row's own money and land give, which may themselves be wrong. */
  readonly ofOwnRow?: number;
  /** What a total row calls itself. */
  readonly label?: string;
  /** The first other row with the same code, or the same name. */
  readonly sameAs?: number;
}
