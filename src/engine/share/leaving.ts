import { eachRow, type Steps } from '../../steps/steps';
import { cellsOfPart, maskedSource } from './maskCells';
import { copyTexts } from './copyTexts';
import type { SentBatch, SentCopy } from './sentBatch';
import { hiddenPersonal, isPersonalColumn, possibleName, type HiddenPersonal, type Sensitivity } from './sensitivity';
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

/** Looks through every cell that would leave, and through the names that copies carry outside their cells. */
export function* leaving(
  {
    batch,
    codes,
    title: heading = '',
  }: { readonly batch: SentBatch; readonly codes: CodeBook; readonly title?: string },
  kinds: readonly (Sensitivity | undefined)[],
): Steps<Leaving> {
  const shown = new Map<number, number>();
  const masked = new Set<number>();
  const found = new Map<string, LeavingCells>();
  const looked = new Set<string>();
  for (const copy of batch.copies) {
    for (const { column, role } of copy.columns) {
      if (role === 'masked') masked.add(column);
      else shown.set(column, (shown.get(column) ?? 0) + 1);
    }
    yield* searchCopy({ batch, codes }, copy, { found, looked, kinds });
    searchNames({ batch, codes, heading }, copy, found);
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
  readonly kinds: readonly (Sensitivity | undefined)[];
}

function* searchCopy(
  { batch, codes }: { readonly batch: SentBatch; readonly codes: CodeBook },
  copy: SentCopy,
  { found, looked, kinds }: Search,
): Steps<void> {
  const cells = yield* cellsOfPart(maskedSource(batch), copy, new Masker(codes));
  const hides = hidesNames(batch, copy);
  for (const [index, { column }] of copy.columns.entries()) {
    yield* eachRow(cells, (row, at) => {
      const [cell, place] = [row[index], `${copy.rows[at] ?? ''},${column}`];
      if (looked.has(place) || (typeof cell !== 'string' && typeof cell !== 'number')) return;
      looked.add(place);
      const doubt = hides && copy.columns[index]?.role !== 'masked' && typeof cell === 'string';
      const kind = hiddenPersonal(String(cell)) ?? (doubt ? possibleName(cell) : undefined);
      // That a column of names holds names is told of the column.
      if (kind === undefined || (kind === 'firm' && kinds[column] === 'identity')) return;
      const key = `${column} ${kind}`;
      found.set(key, { title: batch.titles[column] ?? '', kind, count: (found.get(key)?.count ?? 0) + 1 });
    });
  }
}

/** A copy that masks names or leaves people out is to name nobody; a name that no column gives can only be pointed at. */
function hidesNames(batch: SentBatch, { columns }: SentCopy): boolean {
  const shown = new Set(columns.map(({ column }) => column));
  return (
    columns.some(({ role }) => role === 'masked') ||
    batch.titles.some((title, column) => !shown.has(column) && isPersonalColumn(title, batch.fields[column]))
  );
}

/** Where the title or the sheet's name may name somebody: both stand in the copy, the title in its file's name too. */
function searchNames(
  { batch, codes, heading }: { readonly batch: SentBatch; readonly codes: CodeBook; readonly heading: string },
  copy: SentCopy,
  found: Search['found'],
): void {
  if (!hidesNames(batch, copy)) return;
  const { plain } = copyTexts({ batch, codes }, copy);
  for (const text of [heading, batch.sheetName].map(plain)) {
    const kind = possibleName(text);
    if (kind !== undefined) found.set(text, { title: text, kind, count: 1 });
  }
}
