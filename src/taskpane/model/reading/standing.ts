import type { Standing } from '../../../sheet/standing';
import { heldAt, isPlain, pieceAt, sheetColumn, sheetRow } from './places';
import type { Source } from './source';

/** Where a ledger's cells stand, for formulas that link to them and for rows that are named. */
export function standingOf(source: Source): Standing {
  const { pieces, standsAt } = source;
  const sheets = [...new Set(pieces.map(({ contents }) => contents.sheet.name))];
  return {
    sheets,
    cell: (row, column) => {
      const own = standsAt(row, column);
      const piece = pieceAt(source, own);
      const at = sheetColumn(piece, column);
      if (at === undefined) return undefined;
      return { sheet: piece.contents.sheet.name, row: sheetRow(source, own) - 1, column: at };
    },
    ...(pieces.some(({ ownColumns }) => ownColumns)
      ? {
          held: (row: number, column: number) => heldAt(source, standsAt(row, column), column),
          plain: (row: number, column: number) => isPlain(source, standsAt(row, column), column),
        }
      : {}),
    label: (row) => {
      const number = sheetRow(source, row);
      return sheets.length > 1 ? `${pieceAt(source, row).contents.sheet.name} 第${String(number)}行` : number;
    },
  };
}

/** The ledger's title; of several tables that have different ones, the sheets by name. */
export function ledgerTitle(source: Source): string {
  const titles = new Set(source.pieces.map(({ located }) => located.titleText));
  const [title] = titles;
  return titles.size === 1 && title !== undefined ? title : sheetsNamed(source);
}

/** 剡湖街道, or 剡湖街道等 20 张表. */
export function sheetsNamed({ pieces, contents }: Source): string {
  const sheets = new Set(pieces.map((piece) => piece.contents.sheet.id));
  return sheets.size > 1 ? `${contents.sheet.name}等 ${String(sheets.size)} 张表` : contents.sheet.name;
}
