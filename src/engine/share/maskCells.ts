import type { Cell } from '../ledger/cell';
import type { CopyColumn, CopyPart } from './split';
import type { Grid } from './sharedLedger';
import type { Masker } from './stableCodes';

/** The cells of a ledger, and the field of every column. */
export interface MaskedSource {
  readonly rows: Grid;
  readonly isData: (row: number) => boolean;
  readonly fields: readonly string[];
}

/** What stands for a number or a remark that the recipient may not see. */
export const HIDDEN = '已隐去';
/** Fields whose texts get a code of their own; other masked cells are just 已隐去. */
const CODED: readonly string[] = ['enterprise', 'creditCode', 'parcelId'];
/** Shorter texts are words (是, 工业, 城东街道), not names. */
const SHORTEST_NAME = 4;

/**
 * The cells of a copy, row by row, columns as in the part: masked ones by their codes. A name that is masked in its own column is
 * masked in every other text too, for remarks name enterprises.
 */
export function cellsOfPart(ledger: MaskedSource, { rows, columns }: CopyPart, masker: Masker): Cell[][] {
  const names = new NameFinder(maskedNames(ledger, columns, masker));
  return rows.map((row) =>
    columns.map(({ column, role }) => {
      const cell = ledger.rows[row]?.[column] ?? '';
      if (role === 'masked') return maskedCell(ledger, column, { cell, masker });
      return typeof cell === 'string' ? names.masked(cell) : cell;
    }),
  );
}

function maskedCell(
  { fields }: MaskedSource,
  column: number,
  { cell, masker }: { readonly cell: Cell; readonly masker: Masker },
): Cell {
  if ((cell ?? '') === '') return '';
  const field = fields[column] ?? '';
  return CODED.includes(field) ? masker.mask(field, String(cell).trim()) : HIDDEN;
}

/** Every masked text of the whole ledger: a row may name an enterprise of another township. */
function maskedNames(ledger: MaskedSource, columns: readonly CopyColumn[], masker: Masker): Map<string, string> {
  const names = new Map<string, string>();
  for (const { column, role } of columns) {
    if (role !== 'masked') continue;
    const field = ledger.fields[column] ?? '';
    ledger.rows.forEach((row, index) => {
      const text = String(row[column] ?? '').trim();
      if (!ledger.isData(index) || [...text].length < SHORTEST_NAME) return;
      names.set(text, CODED.includes(field) ? masker.mask(field, text) : HIDDEN);
    });
  }
  return names;
}

/** Finds any of many names inside a text, by their first two characters. */
class NameFinder {
  private readonly byStart = new Map<string, [name: string, mask: string][]>();

  constructor(names: ReadonlyMap<string, string>) {
    for (const entry of [...names].toSorted(([a], [b]) => b.length - a.length)) {
      const start = entry[0].slice(0, 2);
      this.byStart.set(start, [...(this.byStart.get(start) ?? []), entry]);
    }
  }

  masked(text: string): string {
    if (this.byStart.size === 0 || text.length < SHORTEST_NAME) return text;
    let result = '';
    for (let at = 0; at < text.length;) {
      const found = this.byStart.get(text.slice(at, at + 2))?.find(([name]) => text.startsWith(name, at));
      result += found ? found[1] : text.charAt(at);
      at += found ? found[0].length : 1;
    }
    return result;
  }
}
