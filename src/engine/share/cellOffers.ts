import type { Cell } from '../ledger/cell';
import type { ChangeKind, MergeChange, Offer } from './mergeTypes';
import { sameCell, type SharedLedger } from './sharedLedger';

/** A cell of a file that is not as it was sent. */
export interface CellOffer extends Offer {
  readonly row: number;
  readonly column: number;
  readonly sent: Cell;
  readonly kind: Exclude<ChangeKind, 'both' | 'formula'>;
  /** Its line may be about another row. */
  readonly doubtful: boolean;
  readonly title: string;
  readonly department?: string;
}

/** Gathers what all files say of the home cells. A cell that two files change differently is a conflict, like one changed here. */
export class CellOffers {
  private readonly cells = new Map<string, CellOffer[]>();
  /** How often every compared home cell was found as sent. */
  private readonly asSent = new Set<string>();

  /** Home rows of which a file does not say for certain which of its lines is theirs, by the file's number. */
  private readonly doubted = new Map<number, Set<number>>();

  add(offer: CellOffer): void {
    const id = idOf(offer.row, offer.column);
    this.cells.set(id, [...(this.cells.get(id) ?? []), offer]);
  }

  /** No line of the file is for certain this row's: a doubtful one may be. */
  doubt(file: number, row: number): void {
    const rows = this.doubted.get(file);
    if (rows) rows.add(row);
    else this.doubted.set(file, new Set([row]));
  }

  same(row: number, column: number): void {
    this.asSent.add(idOf(row, column));
  }

  result(home: SharedLedger): {
    readonly changes: MergeChange[];
    readonly unchanged: number;
    readonly changedHere: number;
    readonly sameChange: number;
  } {
    const changes: MergeChange[] = [];
    const rivals = this.rivals();
    let sameChange = 0;
    for (const [id, offers] of this.cells) {
      const change = changeOf(id, offers, home);
      if (change) changes.push(this.isRivalled(change, rivals) ? { ...change, kind: 'doubtfulRow' } : change);
      else sameChange += 1;
    }
    const quiet = [...this.asSent].filter((id) => !this.cells.has(id));
    const here = quiet.filter((id) => this.changedHere.has(id)).length;
    return {
      changes: changes.toSorted((a, b) => a.row - b.row || a.column - b.column),
      unchanged: quiet.length - here,
      changedHere: here,
      sameChange,
    };
  }

  /** What doubtful lines say, by column. */
  private rivals(): ReadonlyMap<number, readonly CellOffer[]> {
    const byColumn = new Map<number, CellOffer[]>();
    for (const offer of [...this.cells.values()].flat()) {
      if (!offer.doubtful) continue;
      const known = byColumn.get(offer.column);
      if (known) known.push(offer);
      else byColumn.set(offer.column, [offer]);
    }
    return byColumn;
  }

  /** Whether a change that one file is sure of is said otherwise by a line of another file that may be about the same row. */
  private isRivalled({ kind, row, column, offers }: MergeChange, rivals: ReturnType<CellOffers['rivals']>): boolean {
    if (kind !== 'there' && kind !== 'otherSheet') return false;
    return (rivals.get(column) ?? []).some(
      ({ file, value }) =>
        this.doubted.get(file)?.has(row) === true && offers.every((offer) => !sameCell(offer.value, value)),
    );
  }

  private readonly changedHere = new Set<string>();

  /** The home cell is not as it was sent, whatever the files say. */
  markHere(row: number, column: number): void {
    this.changedHere.add(idOf(row, column));
  }
}

function idOf(row: number, column: number): string {
  return `${row},${column}`;
}

/** The change of a cell, or undefined where every file says what stands here already. */
function changeOf(id: string, offers: readonly CellOffer[], home: SharedLedger): MergeChange | undefined {
  const [first] = offers;
  if (!first) return undefined;
  const { row, column } = first;
  const here = home.rows[row]?.[column] ?? '';
  const different: CellOffer[] = [];
  for (const offer of offers.toSorted(byValue)) {
    const known = sameCell(offer.value, here) || different.some(({ value }) => sameCell(value, offer.value));
    if (!known) different.push(offer);
  }
  const [best] = different;
  if (!best) return undefined;
  const isFormula = (home.formulas?.[row]?.[column] ?? '') !== '';
  return {
    id,
    row,
    column,
    here,
    title: best.title,
    sent: best.sent,
    kind: isFormula ? 'formula' : kindOf(different, { here, sent: best.sent, all: offers }),
    offers: different.map(({ file, value, fileRow }) => ({ file, value, fileRow })),
    ...(best.department === undefined ? {} : { department: best.department }),
  };
}

function kindOf(
  different: readonly CellOffer[],
  { here, sent, all }: { readonly here: Cell; readonly sent: Cell; readonly all: readonly CellOffer[] },
): ChangeKind {
  const [value] = different.map((offer) => offer.value);
  const kinds = new Set(all.filter((offer) => sameCell(offer.value, value)).map(({ kind }) => kind));
  if (different.some(({ kind }) => kind === 'locked')) return 'locked';
  const agreed = all.some(({ value }) => sameCell(value, here));
  if (different.length > 1 || agreed || !sameCell(here, sent)) return 'both';
  // A file, or a sheet, that says the same for certain settles it.
  return (['there', 'otherSheet', 'shifted', 'doubtfulRow'] as const).find((kind) => kinds.has(kind)) ?? 'locked';
}

/** An order of offers that does not depend on the order of the files: by value; of equal ones, by what each is and whose. */
function byValue(left: CellOffer, right: CellOffer): number {
  const [a, b] = [orderKey(left), orderKey(right)];
  return a < b ? -1 : a > b ? 1 : left.file - right.file;
}

function orderKey({ value, kind, department = '' }: CellOffer): string {
  return [typeof value, String(value), kind, department].join('\u0000');
}
