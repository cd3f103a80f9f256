import { cellsOfPart } from './maskCells';
import type { SentBatch, SentCopy } from './sentBatch';
import { hiddenPersonal, type HiddenPersonal, type Sensitivity } from './sensitivity';
import { Masker, type CodeBook } from './stableCodes';

/** A column that would leave the house with names, people or taxes in it, unmasked. */
export interface LeavingColumn {
  readonly title: string;
  readonly sensitivity: Sensitivity;
  readonly copies: number;
}

/** Personal data found inside the cells of a column that would leave. */
export interface LeavingCells {
  readonly title: string;
  readonly kind: HiddenPersonal;
  readonly count: number;
}

/** What a batch would carry out of the house, for a person to look at before anything is saved. */
export interface Leaving {
  readonly copies: number;
  readonly rows: number;
  readonly columns: readonly string[];
  readonly sensitive: readonly LeavingColumn[];
  readonly found: readonly LeavingCells[];
  readonly masked: readonly string[];
  readonly leftOut: readonly string[];
}

/** Looks through every cell that would leave. */
export function leaving(
  { batch, codes }: { readonly batch: SentBatch; readonly codes: CodeBook },
  kinds: readonly (Sensitivity | undefined)[],
): Leaving {
  const shown = new Map<number, number>();
  const masked = new Set<number>();
  const found = new Map<string, LeavingCells>();
  const looked = new Set<string>();
  for (const copy of batch.copies) {
    for (const { column, role } of copy.columns) {
      if (role === 'masked') masked.add(column);
      else shown.set(column, (shown.get(column) ?? 0) + 1);
    }
    searchCopy({ batch, codes }, copy, { found, looked });
  }
  const title = (column: number) => batch.titles[column] ?? '';
  const sensitive = [...shown].flatMap(([column, copies]): LeavingColumn[] => {
    const sensitivity = kinds[column];
    return sensitivity ? [{ title: title(column), sensitivity, copies }] : [];
  });
  const out = batch.titles.filter((text, column) => text !== '' && !shown.has(column) && !masked.has(column));
  return {
    copies: batch.copies.length,
    rows: new Set(batch.copies.flatMap(({ rows }) => rows)).size,
    columns: [...shown.keys()].toSorted((a, b) => a - b).map(title),
    ...{ sensitive, found: [...found.values()], masked: [...masked].map(title), leftOut: out },
  };
}

interface Search {
  readonly found: Map<string, LeavingCells>;
  readonly looked: Set<string>;
}

function searchCopy(
  { batch, codes }: { readonly batch: SentBatch; readonly codes: CodeBook },
  copy: SentCopy,
  { found, looked }: Search,
): void {
  const isData = (row: number) => batch.rowCodes[row] !== '';
  const cells = cellsOfPart({ rows: batch.rows, isData, fields: batch.fields }, copy, new Masker(codes));
  copy.columns.forEach(({ column }, index) => {
    cells.forEach((row, at) => {
      const [cell, place] = [row[index], `${copy.rows[at] ?? ''},${column}`];
      if (looked.has(place) || (typeof cell !== 'string' && typeof cell !== 'number')) return;
      looked.add(place);
      const kind = hiddenPersonal(String(cell));
      if (kind === undefined) return;
      const key = `${column} ${kind}`;
      found.set(key, { title: batch.titles[column] ?? '', kind, count: (found.get(key)?.count ?? 0) + 1 });
    });
  });
}
