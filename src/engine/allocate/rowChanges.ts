import { staysWithin } from '../quantity/reaches';
import { NONE, type GroupChoice, type ChoiceModel } from './choiceModel';

/** What a change of option adds to a row. */
interface RowChange {
  readonly row: number;
  readonly change: number;
}

/** Says whether a change of option makes no row worse that is, or would be, over its limit. */
export class RowChanges {
  private readonly change: Float64Array;
  private readonly touched: number[] = [];

  constructor(private readonly model: ChoiceModel) {
    this.change = new Float64Array(model.limit.length);
  }

  allowed(choice: GroupChoice, before: number, after: number): boolean {
    this.note(before, -1);
    this.note(after, 1);
    let ok = true;
    for (const row of this.touched) if (this.blocks(choice, row)) ok = false;
    this.forget();
    return ok;
  }

  /** The rows that forbid a change of option, with what it would add to them. */
  blocking(choice: GroupChoice, before: number, after: number): readonly RowChange[] {
    this.note(before, -1);
    this.note(after, 1);
    const blocks = this.touched.filter((row) => this.blocks(choice, row));
    const changes = blocks.map((row) => ({ row, change: this.change[row] ?? 0 }));
    this.forget();
    return changes;
  }

  private blocks({ activity }: GroupChoice, row: number): boolean {
    const change = this.change[row] ?? 0;
    const limit = this.model.limit[row] ?? 0;
    return change > 0 && !staysWithin((activity[row] ?? 0) + change, limit);
  }

  private forget(): void {
    for (const row of this.touched) this.change[row] = 0;
    this.touched.length = 0;
  }

  private note(option: number, sign: 1 | -1): void {
    if (option === NONE) return;
    const { firstEntry, row, coefficient } = this.model;
    for (let entry = firstEntry[option] ?? 0; entry < (firstEntry[option + 1] ?? 0); entry++) {
      const at = row[entry] ?? 0;
      if (this.change[at] === 0) this.touched.push(at);
      this.change[at] = (this.change[at] ?? 0) + sign * (coefficient[entry] ?? 0);
    }
  }
}
