import { eachRow, type Steps } from '../../steps/steps';
import { MAX_CHARACTERS } from '../../sheet/address';
import type { CellChange, StyleModel } from '../model';
import { PLAIN_STYLE } from '../read/readStyles';
import { cellLook, Looks } from './cellLooks';
import type { SheetBlock } from '../../sheet/sheet';

/** The font of a workbook made from nothing. */
export const BOOK_FONT: StyleModel['font'] = { name: '宋体', size: 11 };

type Cells = Map<number, Map<number, CellChange>>;

/** Several files of a batch have some of their sheets in common. */
const KNOWN = new WeakMap<readonly SheetBlock[], Cells>();

/** The cells of all blocks; where two cover a cell, the later one's content counts and its look comes on top. */
export function* describedCells(
  blocks: readonly SheetBlock[],
): Steps<ReadonlyMap<number, ReadonlyMap<number, CellChange>>> {
  const cells = KNOWN.get(blocks) ?? (yield* cellsOf(blocks));
  KNOWN.set(blocks, cells);
  return cells;
}

function* cellsOf(blocks: readonly SheetBlock[]): Steps<Cells> {
  const cells: Cells = new Map();
  const looks = new Looks();
  for (const block of blocks) {
    const look = block.format && cellLook(block.format);
    yield* eachRow(block.values, (line, r) => {
      for (const [c, value] of line.entries()) {
        const change = contentOf(value, block.formulas?.[r]?.[c] ?? '');
        put(cells, looks, { row: block.row + r, column: block.column + c, change, look });
      }
    });
  }
  return cells;
}

/** The look of a cell of a workbook made from nothing. */
export const BOOK_STYLE: StyleModel = { ...PLAIN_STYLE, font: BOOK_FONT };

interface Put {
  readonly row: number;
  readonly column: number;
  readonly change: CellChange;
  readonly look: Partial<StyleModel> | undefined;
}

function put(cells: Cells, looks: Looks, { row, column, change, look }: Put): void {
  const line = cells.get(row) ?? new Map<number, CellChange>();
  const before = line.get(column);
  if (!before && !look && change.type === 'blank' && change.formula === undefined) return;
  const style = look ? looks.over(before?.style ?? BOOK_STYLE, look) : before?.style;
  line.set(column, { ...change, ...(style ? { style } : {}) });
  cells.set(row, line);
}

function contentOf(value: string | number | boolean, formula: string): CellChange {
  const text = formula.replace(/^=/, '');
  const own = plainContent(value);
  return text === '' ? own : { ...own, formula: text };
}

/** What a value of ours is in a file: text stays text, and what no file can hold is blank or cut with a word about it. */
export function plainContent(value: string | number | boolean): CellChange {
  if (typeof value === 'boolean') return { value, type: 'boolean' };
  if (typeof value === 'number')
    return Number.isFinite(value) ? { value, type: 'number' } : { value: null, type: 'blank' };
  if (value === '') return { value: null, type: 'blank' };
  return {
    value: value.length > MAX_CHARACTERS ? value.slice(0, MAX_CHARACTERS - CUT.length) + CUT : value,
    type: 'string',
  };
}

/** Excel calls a file damaged that holds more in a cell. What is cut says so where it is cut. */
const CUT = '……（超出一格能写的 32767 个字，后面的没有写出）';
