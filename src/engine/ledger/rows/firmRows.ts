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
  let block: { row: number; rows: number; name: string } | undefined;
  rows.forEach((row, at) => {
    const own = nameOf(row[name]);
    const lead = rows[block?.row ?? -1];
    if (block && lead && own === block.name && !isBlank(row[land]) && !hasTax(row) && !hasOtherCode(row, lead)) {
      block.rows++;
      if (block.rows === 2) found.push(block);
    } else block = own !== '' && !isBlank(row[land]) && hasTax(row) ? { row: at, rows: 1, name: own } : undefined;
  });
  return found.map(({ row, rows: count }) => ({ row, rows: count }));
}

function nameOf(cell: Cell): string {
  const text = cellText(cell);
  return isMissingMark(text) ? '' : plainText(text);
}
