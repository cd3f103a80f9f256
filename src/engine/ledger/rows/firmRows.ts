import { cellText, isBlank, isMissingMark, type Cell } from '../cell';
import type { HeaderMatch } from '../matchHeaders';
import { plainText } from '../normalise';

/** Rows that follow each other and seem to be one enterprise's: the first, and how many. */
export interface FirmRows {
  readonly row: number;
  readonly rows: number;
}

/**
 * Enterprises that seem to stand on several rows, a parcel each: the same name on rows that follow each other, land on each, the
 * tax on the first alone or merged over them (domain/ledgers.md, quirk 18). A row with a tax or a code of its own is not among them.
 * Whether they are one enterprise a person says.
 */
export function firmRows(rows: readonly (readonly Cell[])[], { byField }: HeaderMatch): FirmRows[] {
  const [name, land, tax] = ['enterprise', 'landArea', 'taxPaid'].map((id) => byField.get(id)?.column);
  if (name === undefined || land === undefined || tax === undefined) return [];
  const code = byField.get('creditCode')?.column;
  const taxes = [tax, ...(byField.get('taxPaid')?.plus ?? []).map(({ column }) => column)];
  const hasTax = (row: readonly Cell[]) => taxes.some((column) => !isBlank(row[column]));
  const hasOtherCode = (row: readonly Cell[], lead: readonly Cell[]) =>
    code !== undefined && !isBlank(row[code]) && cellText(row[code]) !== cellText(lead[code]);
  const found: { row: number; rows: number }[] = [];
  let block: { row: number; rows: number } | undefined;
  rows.forEach((row, at) => {
    const lead = rows[block?.row ?? -1];
    const isBlock = !isBlank(row[land]) && !isBlank(row[name]);
    if (isBlock && hasTax(row)) block = { row: at, rows: 1 };
    else if (block && lead && isBlock && !hasOtherCode(row, lead) && isSameName(row[name], lead[name])) {
      block.rows++;
      if (block.rows === 2) found.push(block);
    } else block = undefined;
  });
  return found;
}

function isSameName(own: Cell, other: Cell): boolean {
  const text = cellText(own);
  return !isMissingMark(text) && plainText(text) === plainText(cellText(other));
}
