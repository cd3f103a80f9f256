import { isBlank, type Cell, type Rows } from '../cell';
import { parseUnit } from '../../quantity/unit';
import { LOOKED_AT } from './bounds';

/** What names of columns in a database mean, as a sheet beside them says: TDMJ is 实际用地面积（平方米）. */
export type Dictionary = ReadonlyMap<string, string>;

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const CHINESE = /[\u4e00-\u9fff]/;
/** So many names must be explained, and such a share of what stands below one another must be one. */
const LEAST = { names: 3, share: 0.6 } as const;
const MOST_ROWS = 1000;

/** The dictionary that a sheet is: names below one another, and beside each what it means, perhaps its unit too. */
export function dictionaryOn(cells: Rows): Dictionary | undefined {
  const lines = cells.slice(0, MOST_ROWS);
  const width = Math.max(0, ...lines.slice(0, LOOKED_AT.body).map((line) => line.length));
  for (let column = 0; column < width - 1; column++) {
    const filled = lines.filter((line) => !isBlank(line[column]));
    const named = filled.filter((line) => nameIn(line[column]) !== undefined);
    if (named.length < LEAST.names || named.length < filled.length * LEAST.share) continue;
    const meaning = columnWhere(named, column, (cell) => typeof cell === 'string' && CHINESE.test(cell));
    if (meaning === undefined) continue;
    const unit = columnWhere(named, meaning, (cell) => typeof cell === 'string' && parseUnit(cell) !== undefined, 2);
    return new Map(named.map((line) => [nameIn(line[column]) ?? '', said(line, meaning, unit)]));
  }
  return undefined;
}

function nameIn(cell: Cell): string | undefined {
  const text = typeof cell === 'string' ? cell.trim() : '';
  return NAME.test(text) ? text.toUpperCase() : undefined;
}

/** The first column behind one in which most lines, or so many, hold what fits. */
function columnWhere(
  lines: Rows,
  behind: number,
  fits: (cell: Cell) => boolean,
  least: number = lines.length * 0.8,
): number | undefined {
  const width = Math.max(...lines.map((line) => line.length));
  for (let column = behind + 1; column < width; column++) {
    if (lines.filter((line) => fits(line[column])).length >= least) return column;
  }
  return undefined;
}

function said(line: readonly Cell[], meaning: number, unit: number | undefined): string {
  const text = String(line[meaning] ?? '').trim();
  const own = unit === undefined ? '' : String(line[unit] ?? '').trim();
  return parseUnit(own) && !text.includes(own) ? `${text}（${own}）` : text;
}

/** The sheet with its names of columns as the dictionary explains them; itself where it has none of those names. */
export function translated(cells: Rows, dictionary: Dictionary): Rows {
  const at = cells.slice(0, LOOKED_AT.rows).findIndex((line) => {
    // Columns that somebody added beside the export have names that speak for themselves.
    const named = line.filter((cell) => nameIn(cell) !== undefined);
    const known = named.filter((cell) => dictionary.has(nameIn(cell) ?? ''));
    return known.length >= LEAST.names && known.length >= named.length * LEAST.share;
  });
  if (at < 0) return cells;
  return cells.map((line, row) => (row === at ? line.map((cell) => dictionary.get(nameIn(cell) ?? '') ?? cell) : line));
}
