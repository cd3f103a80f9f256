import type { Book } from '../book/book';

/** Changes of the grid that a file saved here does not carry yet, by the grid's own commands. */
const KINDS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/set-(row|col)-(hidden|visible)$/, '隐藏或显示的行列'],
  [/set-tab-color$/, '工作表标签颜色'],
  [/toggle-gridlines$|set-gridlines-color$/, '网格线'],
  [/remove-worksheet-merge$/, '取消的合并单元格'],
];

/** Remembers which kinds of change were made that the saved file will not carry, so that a person can be told. */
export class UnsavedKinds {
  private readonly kinds = new Set<string>();

  constructor(book: Book) {
    book.changes.listen({ touched: (commandId) => this.heard(commandId) });
  }

  /** Their names, in Chinese. */
  list(): readonly string[] {
    return [...this.kinds];
  }

  clear(): void {
    this.kinds.clear();
  }

  private heard(commandId: string): void {
    const kind = KINDS.find(([pattern]) => pattern.test(commandId));
    if (kind !== undefined) this.kinds.add(kind[1]);
  }
}
