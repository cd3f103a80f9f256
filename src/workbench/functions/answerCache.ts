import { type Answer, type FunctionCall, type GridValue, gridValue } from './answer';
import { placeKey, type UnitCell } from './dirtyRuns';

/** One distinct call: its answer once there is one, and the cells that wait for it until then. */
export interface CachedCall {
  readonly call: FunctionCall;
  readonly waiting: Map<string, UnitCell>;
  answer?: Answer;
  value?: GridValue;
  used: number;
}

const LIMIT = 20_000;

/** Answers by function and arguments: equal calls are asked once. */
export class AnswerCache {
  private readonly entries = new Map<string, CachedCall>();
  private tick = 0;
  private anyBroken = false;

  /** Finds the entry of a call; `isNew` when it has to be sent. */
  entry(call: FunctionCall): { entry: CachedCall; isNew: boolean } {
    const key = call.name + JSON.stringify(call.args);
    const known = this.entries.get(key);
    if (known !== undefined) {
      known.used = ++this.tick;
      return { entry: known, isNew: false };
    }
    const entry: CachedCall = { call, waiting: new Map(), used: ++this.tick };
    this.entries.set(key, entry);
    return { entry, isNew: true };
  }

  /** The grid's value of an answered entry. */
  value(entry: CachedCall): GridValue | undefined {
    if (entry.answer === undefined) return undefined;
    return (entry.value ??= gridValue(entry.answer));
  }

  /** Stores the answer and gives the cells that waited for it. */
  settle(entry: CachedCall, answer: Answer): readonly UnitCell[] {
    entry.answer = answer;
    this.anyBroken ||= 'error' in answer && answer.broke === true;
    delete entry.value;
    const cells = [...entry.waiting.values()];
    entry.waiting.clear();
    if (this.entries.size > LIMIT) this.forgetOldest();
    return cells;
  }

  wait(entry: CachedCall, cell: UnitCell): void {
    entry.waiting.set(placeKey(cell), cell);
  }

  /** Forgets the answers of functions that broke down, so that the next edit tries them again. */
  forgetBroken(): void {
    if (!this.anyBroken) return;
    this.anyBroken = false;
    for (const [key, { answer }] of this.entries) {
      if (answer !== undefined && 'error' in answer && answer.broke === true) this.entries.delete(key);
    }
  }

  /** Forgets calls that are still to be answered. */
  abandon(): void {
    for (const [key, entry] of this.entries) if (entry.answer === undefined) this.entries.delete(key);
  }

  /** Forgets every answer, so that everything is asked again when it is next needed. */
  clear(): void {
    for (const [key, entry] of this.entries) if (entry.answer !== undefined) this.entries.delete(key);
  }

  private forgetOldest(): void {
    const answered = [...this.entries].filter(([, entry]) => entry.answer !== undefined);
    answered.sort(([, a], [, b]) => a.used - b.used);
    for (const [key] of answered.slice(0, this.entries.size - LIMIT / 2)) this.entries.delete(key);
  }
}
