import type { Cell } from '../ledger/cell';
import { HIDDEN } from './maskCells';
import type { CodeBook } from './stableCodes';

/** Tells texts that hold a mask of ours: what stands for a value in a copy is no value at home. */
export class MaskReader {
  private readonly masks: ReadonlySet<string>;

  constructor({ masks }: CodeBook) {
    this.masks = new Set(Object.values(masks).flatMap((texts) => Object.values(texts)));
  }

  isMasked(cell: Cell): boolean {
    if (typeof cell !== 'string') return false;
    const text = cell.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
    return text.includes(HIDDEN) || [...text.matchAll(MASK)].some(([token]) => this.masks.has(token));
  }
}

const MASK = /(?:企业|代码|地块|编号)\d{4,}/g;
