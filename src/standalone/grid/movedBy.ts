import type { Area } from '../../sheet/area';

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

interface Edge {
  readonly rows: number;
  readonly columns: number;
  /** Rows of one page. */
  readonly page: number;
}

/** The cells selected after a key, or undefined where the key selects nothing; with shift the selection grows. */
export function movedBy({ key, shiftKey, ctrlKey, metaKey }: Key, from: Area, edge: Edge): Area | undefined {
  const far = ctrlKey || metaKey;
  const step = {
    ArrowDown: [far ? edge.rows : 1, 0],
    ArrowUp: [far ? -edge.rows : -1, 0],
    ArrowRight: [0, far ? edge.columns : 1],
    ArrowLeft: [0, far ? -edge.columns : -1],
    PageDown: [edge.page, 0],
    PageUp: [-edge.page, 0],
    Home: [far ? -edge.rows : 0, -edge.columns],
    End: [far ? edge.rows : 0, edge.columns],
  }[key];
  if (!step) return undefined;
  const [down = 0, right = 0] = step;
  if (shiftKey) {
    const rows = within(from.row + from.rows - 1 + down, from.row, edge.rows) - from.row + 1;
    const columns = within(from.column + from.columns - 1 + right, from.column, edge.columns) - from.column + 1;
    return { ...from, rows, columns };
  }
  return {
    row: within(from.row + down, 0, edge.rows),
    column: within(from.column + right, 0, edge.columns),
    rows: 1,
    columns: 1,
  };
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
