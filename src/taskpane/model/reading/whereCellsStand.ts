import type { WhereCellsStand } from '../../../sheet/whereCellsStand';
import { heldAt, isPlain, pieceAt, piecesRead, placeAt, sheetRow } from './places';
import type { Piece, Source } from './source';

/** Where a ledger's cells stand, for formulas that link to them and for rows that are named. */
export function whereCellsStand(source: Source): WhereCellsStand {
  const { pieces, standsAt } = source;
  const sheetsOf = (of: readonly Piece[]) => [...new Set(of.map(({ contents }) => contents.sheet.name))];
  const isSeveral = sheetsOf(pieces).length > 1;
  return {
    sheets: sheetsOf(piecesRead(source)),
    cell: (row, column) => {
      const place = placeAt(source, standsAt(row, column), column);
      return place && { sheet: place.sheet, row: place.row, column: place.column };
    },
    ...(pieces.some(({ ownColumns }) => ownColumns)
      ? {
          held: (row: number, column: number) => heldAt(source, standsAt(row, column), column),
          plain: (row: number, column: number) => isPlain(source, standsAt(row, column), column),
        }
      : {}),
    label: (row) => {
      const number = sheetRow(source, row);
      return isSeveral ? `${pieceAt(source, row).contents.sheet.name} 第${String(number)}行` : number;
    },
  };
}

/** The ledger's title; of several tables that have different ones, the sheets by name. */
export function ledgerTitle(source: Source): string {
  const titles = new Set(source.pieces.map(({ located }) => located.titleText));
  const [title] = titles;
  return titles.size === 1 && title !== undefined ? title : sheetsNamed(source);
}

/** 用地＋2023税收＋用能: the ledger's sheets and the tables whose columns stand behind its own. */
export function tablesNamed(source: Source): string {
  return [sheetsNamed(source), ...(source.attached ?? []).map(({ name }) => name)].join('＋');
}

/** 剡湖街道, or 剡湖街道等 20 张表. */
export function sheetsNamed({ pieces, contents }: Source): string {
  const sheets = new Set(pieces.map((piece) => piece.contents.sheet.id));
  return sheets.size > 1 ? `${contents.sheet.name}等 ${String(sheets.size)} 张表` : contents.sheet.name;
}
