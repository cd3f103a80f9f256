import type { PointedRows } from './grid';
import type { HeaderBlock } from './headerBlocks';
import type { TablePlace } from './tablePlace';

/** What stays of the tables found once a person has pointed to rows of names: those elsewhere, and what stands above. */
export function besidesPointed(
  tables: readonly TablePlace[],
  { top, bottom, from, to }: HeaderBlock,
  instead: PointedRows['instead'],
): TablePlace[] {
  return tables.flatMap((table): TablePlace[] => {
    if (table.top === instead || (table.top <= bottom && table.first > top)) return [];
    const isBeside = table.columns.every(({ at }) => at < from || at > to);
    if (isBeside || table.top > bottom || table.end <= top) return [table];
    return table.first < top ? [{ ...table, end: top }] : [];
  });
}

/** The rows of names of a table. */
export function blockOf({ top, first, columns }: TablePlace): HeaderBlock {
  return { top, bottom: first - 1, from: columns[0]?.at ?? 0, to: columns.at(-1)?.at ?? 0 };
}
