import type { XmlElement } from '../xml/xmlElement';

/** Where a row element lies in the sheet's text, and its cells in the layout's list. */
export interface RowPlace {
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  readonly selfClosing: boolean;
  readonly firstCell: number;
  readonly cellCount: number;
  /** The style new cells take: only where the row has one of its own. */
  readonly style?: number;
}

/** Cells of one shared formula: the place of the one that holds the text, and of those that lean on it. */
export interface SharedGroup {
  readonly master: { readonly row: number; readonly column: number };
  readonly members: readonly { readonly row: number; readonly column: number; readonly cell: number }[];
}

/** Everything the patcher must know of a worksheet's text; positions are UTF-16 offsets into it. */
export interface SheetLayout {
  /** The worksheet element without its cells. */
  readonly root: XmlElement;
  readonly rows: readonly RowPlace[];
  readonly cells: CellPlaces;
  readonly shared: readonly SharedGroup[];
}

/** Column, start and end of every cell in the order of the text, without an object a cell. */
export class CellPlaces {
  #numbers = new Int32Array(3 * 1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(column: number, start: number): void {
    if (this.#length * 3 === this.#numbers.length) this.#grow();
    this.#numbers.set([column, start, start], this.#length * 3);
    this.#length++;
  }

  /** Sets where the last added cell ends. */
  finish(end: number): void {
    this.#numbers[this.#length * 3 - 1] = end;
  }

  column(cell: number): number {
    return this.#numbers[cell * 3] ?? 0;
  }

  start(cell: number): number {
    return this.#numbers[cell * 3 + 1] ?? 0;
  }

  end(cell: number): number {
    return this.#numbers[cell * 3 + 2] ?? 0;
  }

  #grow(): void {
    const wider = new Int32Array(this.#numbers.length * 2);
    wider.set(this.#numbers);
    this.#numbers = wider;
  }
}
