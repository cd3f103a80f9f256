import type { Area } from '../../../sheet/area';
import { pieceAt } from './places';
import type { Source } from './source';

/** Rows of the ledger as areas of the sheet that the first of them stands on, neighbours as one; rows in their order. */
export function rowRuns(source: Source, rows: readonly number[]): { readonly sheetId: string; readonly areas: Area[] } {
  const sheetId = pieceAt(source, rows[0] ?? 0).contents.sheet.id;
  const areas: Area[] = [];
  for (const row of rows) {
    const { body, contents, from } = pieceAt(source, row);
    if (contents.sheet.id !== sheetId) continue;
    const own = { ...body, row: body.row + row - from, rows: 1 };
    const last = areas.at(-1);
    const follows = last?.column === own.column && last.columns === own.columns && last.row + last.rows === own.row;
    if (follows) areas[areas.length - 1] = { ...last, rows: last.rows + 1 };
    else areas.push(own);
  }
  return { sheetId, areas };
}
