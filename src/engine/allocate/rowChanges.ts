import { NONE, tolerance, type Choice, type ChoiceModel } from './choiceModel';

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

  allowed(choice: Choice, before: number, after: number): boolean {
    let ok = true;
    this.forEachChange(choice, { before, after }, (_, change, left) => {
      if (change > 0 && change > left) ok = false;
    });
    return ok;
  }

  /** The rows that forbid a change of option, with what it would add to them. */
  blocking(choice: Choice, before: number, after: number): readonly RowChange[] {
    const blocks: RowChange[] = [];
    this.forEachChange(choice, { before, after }, (row, change, left) => {
      if (change > 0 && change > left) blocks.push({ row, change });
    });
    return blocks;
  }

  /** Tells each row that a change of option touches what it adds to it, and what is left of it. */
  private forEachChange(
    { activity }: Choice,
    { before, after }: { readonly before: number; readonly after: number },
    tell: (row: number, change: number, left: number) => void,
  ): void {
    this.note(before, -1);
    this.note(after, 1);
    for (const row of this.touched) {
      const change = this.change[row] ?? 0;
      this.change[row] = 0;
      const limit = this.model.limit[row] ?? 0;
      tell(row, change, limit + tolerance(limit) - (activity[row] ?? 0));
    }
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
