import type { FilledDown, NewSheet, SheetBlock, SheetCell } from '../../../sheet/sheet';

/** What a cell of a model is to hold instead: a value, or a formula with the value that it gives. */
export interface ModelEdit {
  readonly row: number;
  readonly column: number;
  readonly value: SheetCell;
  readonly formula: string;
}

/** A model with some of its cells held otherwise; looks stay. Cells that no block has become blocks of their own. */
export function editModel(model: NewSheet, edits: readonly ModelEdit[]): NewSheet {
  const wanted = new Map(edits.map((edit) => [cellKey(edit.row, edit.column), edit]));
  const blocks = model.blocks.map((block) => editBlock(block, wanted));
  const added = [...wanted.values()].map(({ row, column, value, formula }): SheetBlock => ({
    row,
    column,
    values: [[value]],
    ...(formula === '' ? {} : { formulas: [[formula]] }),
  }));
  return { ...model, blocks: [...blocks, ...added] };
}

const cellKey = (row: number, column: number) => `${String(row)},${String(column)}`;

/** Takes the edits that it has used out of the map. */
function editBlock(block: SheetBlock, wanted: Map<string, ModelEdit>): SheetBlock {
  const own = [...wanted.values()].filter(
    ({ row, column }) =>
      row >= block.row &&
      row < block.row + block.values.length &&
      column >= block.column &&
      column < block.column + (block.values[0]?.length ?? 0),
  );
  if (own.length === 0) return block;
  const values = block.values.map((line) => [...line]);
  const formulas = block.values.map((line, down) => line.map((_, right) => block.formulas?.[down]?.[right] ?? ''));
  for (const { row, column, value, formula } of own) {
    wanted.delete(cellKey(row, column));
    (values[row - block.row] as SheetCell[])[column - block.column] = value;
    (formulas[row - block.row] as string[])[column - block.column] = formula;
  }
  const hasFormulas = formulas.some((line) => line.some((formula) => formula !== ''));
  const { formulas: _old, filled: were, ...rest } = block;
  const filled = were?.filter(
    (run) => !own.some((edit) => isIn(run, edit.row - block.row, edit.column - block.column)),
  );
  return { ...rest, values, ...(hasFormulas ? { formulas, ...(filled ? { filled } : {}) } : {}) };
}

const isIn = ({ row, column, rows }: FilledDown, line: number, at: number): boolean =>
  at === column && line >= row && line < row + rows;

/** Every cell of a model: its value and its formula ('' for none); of blocks that share a cell the last one holds. */
export function modelCells({
  blocks,
}: Pick<NewSheet, 'blocks'>): (row: number, column: number) => Omit<ModelEdit, 'row' | 'column'> | undefined {
  // By column and row: a large sheet has a million cells, and only their blocks are noted.
  const columns: SheetBlock[][] = [];
  for (const block of blocks)
    for (let right = 0; right < (block.values[0]?.length ?? 0); right++) {
      const column = (columns[block.column + right] ??= []);
      for (let down = 0; down < block.values.length; down++) column[block.row + down] = block;
    }
  return (row, column) => {
    const block = columns[column]?.[row];
    if (!block) return undefined;
    const [down, right] = [row - block.row, column - block.column];
    return { value: block.values[down]?.[right] ?? '', formula: block.formulas?.[down]?.[right] ?? '' };
  };
}
