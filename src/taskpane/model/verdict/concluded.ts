import { verdictAt, type Judgement } from '../../../engine/assess/index';
import { conclusionsOn, type Conclusion, type HeldCells } from '../../../engine/report/index';
import type { Ledger } from '../../../engine/ledger/index';
import type { Units } from '../../../engine/entity/index';
import type { SheetRef } from '../../../workbook/port';

/** The 标准台账 of the ledger that is open, as it stood when the ledger was read. */
export interface CleanLedger {
  readonly sheet: SheetRef;
  readonly held: HeldCells;
}

/** The two things that people decide beside the system. */
export type Table = 'tier' | 'path';

/** What people typed on the 标准台账: every row's word, and the words that units go by. */
export interface Concluded {
  readonly byRow: ReadonlyMap<number, Conclusion>;
  readonly tier: ReadonlyMap<number, string>;
  readonly path: ReadonlyMap<number, string>;
}

/** Nobody has decided anything. */
export const NOTHING_CONCLUDED: Concluded = { byRow: new Map(), tier: new Map(), path: new Map() };

/** What people decided, by the rows read and by the rows that stand for units. */
export function concludedOn(clean: CleanLedger | undefined, read: Ledger, units: Units): Concluded {
  if (!clean) return NOTHING_CONCLUDED;
  const byRow = conclusionsOn(clean.held, read);
  const byUnit = (table: Table) => wordsOfUnits(byRow, units, table);
  return { byRow, tier: byUnit('tier'), path: byUnit('path') };
}

/** Rows brought together go by their one word; where people's words differ the system's answer stands. */
function wordsOfUnits(byRow: Concluded['byRow'], { lead }: Units, table: Table): Map<number, string> {
  const words = new Map<number, Set<string>>();
  for (const [row, conclusion] of byRow) {
    const unit = lead[row] ?? -1;
    const word = conclusion[table].trim();
    if (unit >= 0 && word !== '') words.set(unit, (words.get(unit) ?? new Set()).add(word));
  }
  return new Map([...words].flatMap(([unit, [word = '', ...others]]) => (others.length > 0 ? [] : [[unit, word]])));
}

interface Judged {
  readonly tiers?: Judgement;
  readonly paths?: Judgement;
  readonly concluded: Concluded;
}

function judgementOf({ tiers, paths }: Judged, table: Table): Judgement | undefined {
  return table === 'tier' ? tiers : paths;
}

/** The answer a unit goes by: people's word before the system's; undefined where there is neither. */
export function answerOf(judged: Judged, table: Table, row: number): string | undefined {
  const judgement = judgementOf(judged, table);
  const verdict = judgement && verdictAt(judgement, row);
  if (verdict === undefined || verdict.kind === 'notData') return undefined;
  return judged.concluded[table].get(row) ?? (verdict.kind === 'answer' ? verdict.answer : undefined);
}

/** The answers there may be: the policy's in its order, then words that people found for themselves. */
export function answersOf(judged: Judged, table: Table): readonly string[] {
  const judgement = judgementOf(judged, table);
  return judgement ? [...new Set([...judgement.answers, ...judged.concluded[table].values()])] : [];
}

/** Whether neither the system nor people have an answer for a unit that is judged. */
export function isOpen(judged: Judged, table: Table, row: number): boolean {
  const judgement = judgementOf(judged, table);
  return (
    judgement !== undefined && verdictAt(judgement, row).kind === 'unresolved' && !judged.concluded[table].has(row)
  );
}

/** How many units go by people's word, for a tier or a path. */
export function concludedCount({ tiers, paths, concluded }: Judged): number {
  return new Set([...(tiers ? concluded.tier.keys() : []), ...(paths ? concluded.path.keys() : [])]).size;
}
