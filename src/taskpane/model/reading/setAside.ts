import { isBlank, readNumber, type Cell } from '../../../engine/ledger/index';
import { pieceAt } from './places';
import type { AsideRow, Source } from './source';

const MOST = 200;

/** The ledger without the rows that a person has called totals: they hold nothing. */
export function withoutAside(source: Source, aside: readonly AsideRow[]): Source {
  if (aside.length === 0) return source;
  const known = new Set(aside.map(keyOf));
  const isAside = (row: number) => known.has(keyOf(asideRow(source, row)));
  return { ...source, aside, rows: source.rows.map((cells, row) => (isAside(row) ? [] : cells)) };
}

/** A row as it is known again. */
export function asideRow(source: Source, row: number): AsideRow {
  return { sheet: pieceAt(source, row).contents.sheet.id, words: wordsOf(source.cells[row] ?? []) };
}

/** The rows that a person has set aside. */
export function asideRows(source: Source): number[] {
  const known = new Set((source.aside ?? []).map(keyOf));
  return known.size === 0
    ? []
    : source.cells.flatMap((_, row) => (known.has(keyOf(asideRow(source, row))) ? [row] : []));
}

/** What a workbook kept; none where it is not ours. */
export function readAside(stored: unknown): AsideRow[] {
  if (!Array.isArray(stored)) return [];
  return stored.slice(0, MOST).flatMap((one): AsideRow[] => {
    const { sheet, words } = (one ?? {}) as { sheet?: unknown; words?: unknown };
    const isOurs = typeof sheet === 'string' && Array.isArray(words) && words.every((word) => typeof word === 'string');
    return isOurs && words.length > 0 ? [{ sheet, words }] : [];
  });
}

function wordsOf(row: readonly Cell[]): string[] {
  return row.flatMap((cell) =>
    typeof cell !== 'string' || isBlank(cell) || readNumber(cell).kind === 'value' ? [] : [cell.trim()],
  );
}

const keyOf = ({ sheet, words }: AsideRow): string => [sheet, ...words].join('\n');
