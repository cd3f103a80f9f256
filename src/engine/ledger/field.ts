/** How a column's cells are read. `floor` is floor area in ㎡; `perMu` is money per 亩. */
export type FieldKind =
  'text' | 'code' | 'choice' | 'yesNo' | 'area' | 'floor' | 'money' | 'perMu' | 'number' | 'percent' | 'year' | 'date';

/** A field of the ledgers: `label` is the word in 待核实：缺 …; `headers` are the header texts seen for it, likeliest first. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly headers: readonly string[];
}
