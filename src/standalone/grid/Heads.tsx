import { columnName } from '../../sheet/address';
import { GUTTER, LETTERS, type GridLayout } from './gridLayout';
import { useGridStyles } from './gridStyles';

interface Props {
  readonly layout: GridLayout;
  readonly first: number;
  readonly last: number;
  readonly left: number;
}

/** The letters of the columns in view, and the corner before them. */
export function Letters({ layout: { columns }, first, last, left }: Props) {
  const { head } = useGridStyles();
  return (
    <>
      {indexes(first, last).map((column) => (
        <div
          key={column}
          className={head}
          role="presentation"
          style={{ left: GUTTER + (columns[column] ?? 0), width: sizeOf(columns, column), top: 0, height: LETTERS }}
        >
          {columnName(column)}
        </div>
      ))}
      <div className={head} style={{ left, width: GUTTER, top: 0, height: LETTERS, zIndex: 1 }} role="presentation" />
    </>
  );
}

/** The numbers of the rows in view. */
export function Numbers({ layout: { rows }, first, last, left }: Props) {
  const { head } = useGridStyles();
  return indexes(first, last).map((row) => (
    <div
      key={row}
      className={head}
      role="presentation"
      style={{ left, width: GUTTER, top: LETTERS + (rows[row] ?? 0), height: sizeOf(rows, row) }}
    >
      {row + 1}
    </div>
  ));
}

/** The whole numbers from one to another, both included. */
export function indexes(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

const sizeOf = (starts: Float64Array, at: number): number => (starts[at + 1] ?? 0) - (starts[at] ?? 0);
