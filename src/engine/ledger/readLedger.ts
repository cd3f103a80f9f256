import { numberColumn, WordBuilder, type Column } from '../column/column';
import type { Cell } from './cell';
import { fieldOf } from './fields';
import type { HeaderMatch } from './matchHeaders';
import { readColumn, type Finding } from './readColumn';
import { rowKinds, type RowKind } from './rowKind';

/** A ledger's rows as typed columns: land in 亩, money in 万元, yields in 万元/亩, floors in ㎡. */
export interface Ledger {
  readonly rows: number;
  readonly kinds: readonly RowKind[];
  readonly headers: HeaderMatch;
  readonly columns: ReadonlyMap<string, Column>;
  readonly findings: readonly Finding[];
  /** How cells were read: a formula's arguments deliver blanks as 0. */
  readonly zeroIsBlank: boolean;
}

/** Reads the wanted fields of the rows under matched headers. A field without a column of its own is a column of blanks. */
export function readLedger(
  headers: HeaderMatch,
  rows: readonly (readonly Cell[])[],
  options: { readonly fields: readonly string[]; readonly zeroIsBlank: boolean },
): Ledger {
  const { zeroIsBlank } = options;
  const kinds = rowKinds(rows, headers, { zeroIsBlank });
  const isData = kinds.map((kind) => kind === 'data');
  const columns = new Map<string, Column>();
  const findings: Finding[] = [];
  for (const id of new Set(options.fields)) {
    const match = headers.byField.get(id);
    const read = match ? readColumn(rows, match, { zeroIsBlank, isData }) : undefined;
    columns.set(id, read?.column ?? blankColumn(id, rows.length));
    if (read) findings.push(...read.findings);
  }
  return { rows: rows.length, kinds, headers, columns, findings, zeroIsBlank };
}

const WORD_KINDS: readonly string[] = ['text', 'code', 'choice', 'yesNo', 'date'];

function blankColumn(id: string, rows: number): Column {
  return WORD_KINDS.includes(fieldOf(id).kind) ? new WordBuilder(rows).build() : numberColumn(rows);
}
