import { openPackage } from '../../../src/package/openPackage';
import { savePackage } from '../../../src/package/savePackage';

/** A copy with cells of its ledger sheet typed over, rows and columns by the copy's own headers. */
export function typed(
  bytes: Uint8Array,
  edits: readonly (readonly [row: number, title: string, value: string | number])[],
): Uint8Array {
  const opened = openPackage(bytes);
  const [sheet] = opened.model.sheets;
  const titles = [...(sheet?.cells.get(3) ?? [])].map(([column, { value }]) => [String(value), column] as const);
  const cells = new Map<number, Map<number, { value: string | number; type: 'string' | 'number' }>>();
  for (const [row, title, value] of edits) {
    const column = titles.find(([text]) => text === title)?.[1] ?? -1;
    const line = cells.get(row) ?? new Map<number, { value: string | number; type: 'string' | 'number' }>();
    cells.set(row, line.set(column, { value, type: typeof value === 'number' ? 'number' : 'string' }));
  }
  return savePackage(opened, { sheets: [{ id: sheet?.id ?? '', cells }] });
}
