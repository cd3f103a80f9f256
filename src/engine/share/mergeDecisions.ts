import { isBlank, type Cell, type Rows } from '../ledger/cell';
import type { MergeChange, MergeResult } from './mergeTypes';
import { sameCell } from './sharedLedger';

/** Accepted with one of the offered values, or left as it is here. */
export type Decision = { readonly kind: 'accept'; readonly offer: number } | { readonly kind: 'reject' };
export type MergeChoices = ReadonlyMap<string, Decision>;

/** A cell of the home ledger to be written, and what must stand there still. */
export interface MergeWrite {
  readonly row: number;
  readonly column: number;
  readonly before: Cell;
  readonly after: Cell;
  readonly change: MergeChange;
}

/** Which changes a person speaks of at once. */
export interface ChangeFilter {
  readonly row?: number;
  readonly department?: string;
  readonly kind?: MergeChange['kind'];
  /** Only those by which a value is lost, or only the others. */
  readonly losing?: boolean;
}

/** Whether a figure would become words, or what stands here nothing: that is lost to every sum and judgement, so nobody is asked to hurry. */
export function losesValue({ here, offers }: MergeChange): boolean {
  return offers.some(({ value }) => {
    const isGone = isBlank(value) && !isBlank(here);
    return isGone || (typeof here === 'number' && typeof value === 'string' && !isFigure(value));
  });
}

function isFigure(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  return plain !== '' && Number.isFinite(Number(plain));
}

/** The changes that nobody has said anything about: they would end as they are here, unseen. */
export function undecidedOf(changes: readonly MergeChange[], decisions: MergeChoices): MergeChange[] {
  return changes.filter(({ id, kind }) => kind !== 'formula' && !decisions.has(id));
}

/** What is proposed before anybody decides: plain changes are taken, everything doubtful is left as it is. */
export function proposedDecisions({ changes }: Pick<MergeResult, 'changes'>): MergeChoices {
  const plain = changes.filter(({ kind }) => kind === 'there');
  return new Map(plain.map(({ id }) => [id, { kind: 'accept', offer: 0 }]));
}

/** The same word on many changes: by row, by department, by kind. A formula here is never overwritten in bulk. */
export function decideAll(
  changes: readonly MergeChange[],
  decisions: MergeChoices,
  given: { readonly filter: ChangeFilter; readonly decision: Decision },
): MergeChoices {
  const decided = new Map(decisions);
  for (const change of changes) {
    if (!matches(change, given.filter) || (change.kind === 'formula' && given.decision.kind === 'accept')) continue;
    decided.set(change.id, given.decision);
  }
  return decided;
}

function matches(change: MergeChange, { row, department, kind, losing }: ChangeFilter): boolean {
  return (
    (row === undefined || change.row === row) &&
    (department === undefined || change.department === department) &&
    (kind === undefined || change.kind === kind) &&
    (losing === undefined || losesValue(change) === losing)
  );
}

/** The cells to write: what was accepted and stands otherwise here. A formula is never overwritten. */
export function writesOf(changes: readonly MergeChange[], decisions: MergeChoices): MergeWrite[] {
  return changes.flatMap((change): MergeWrite[] => {
    const decision = decisions.get(change.id);
    if (decision?.kind !== 'accept' || change.kind === 'formula') return [];
    const offer = change.offers[decision.offer];
    if (!offer || sameCell(offer.value, change.here)) return [];
    return [{ row: change.row, column: change.column, before: change.here, after: offer.value ?? '', change }];
  });
}

/** The home rows with the writes in them. */
export function withWrites(rows: Rows, writes: readonly MergeWrite[]): Cell[][] {
  const written = rows.map((row) => [...row]);
  for (const { row, column, after } of writes) {
    const cells = written[row];
    if (cells) cells[column] = after;
  }
  return written;
}
