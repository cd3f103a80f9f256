import type { Cell } from '../ledger/cell';
import { matchHeaders } from '../ledger/matchHeaders';
import { rowKinds } from '../ledger/rowKind';
import type { HomeSide } from './homeSide';
import { matchRows, type RowMatching } from './matchRows';
import { returnedCell, returnedRowCode, type Recognised } from './returned';
import { keysOfRows, withoutBlanks, type RowKeys } from './sharedLedger';
import { withRowCode } from './stableCodes';

type Copy = Extract<Recognised, { kind: 'copy' }>;

/** The rows of a returned file found among the copy's rows. Masked codes and names are no keys: there the row code tells. */
export function returnedRows(
  side: HomeSide,
  { recognised, sent }: { readonly recognised: Copy; readonly sent: readonly (readonly Cell[])[] },
): RowMatching {
  const { copy, batch } = recognised;
  const fields = copy.columns.map(({ column, role }) => (role === 'masked' ? '' : (batch.fields[column] ?? '')));
  const base = copy.rows.map((row) => withRowCode(shownKeys(side.keys[row], fields), batch.rowCodes[row] ?? ''));
  const { keys, cells } = keyedBody(recognised, fields);
  return matchRows({ keys: base, cells: sent }, { keys, cells });
}

function shownKeys(keys: RowKeys | undefined, fields: readonly string[]): RowKeys | undefined {
  return (
    keys &&
    withoutBlanks({
      parcel: fields.includes('parcelId') ? keys.parcel : undefined,
      creditCode: fields.includes('creditCode') ? keys.creditCode : undefined,
      name: fields.includes('enterprise') ? keys.name : undefined,
    })
  );
}

function keyedBody({ table, copy, batch }: Copy, fields: readonly string[]) {
  const body = table.sheet.values.slice(table.firstRow);
  const cells = body.map((_, row) =>
    copy.columns.map(({ column }) => returnedCell(table, row + table.firstRow, column)),
  );
  const headers = matchHeaders([copy.columns.map(({ column }) => batch.titles[column] ?? '')]);
  const kinds = rowKinds(cells, headers, { zeroIsBlank: false });
  const known = new Set(batch.rowCodes);
  const codes = body.map((_, row) => returnedRowCode(table, row + table.firstRow));
  const isOwn = (code: string | undefined) => code !== undefined && known.has(code);
  // A row with one of our codes is a row, whatever it looks like by now.
  const own = keysOfRows(cells, (row) => kinds[row] === 'data' || isOwn(codes[row]), fields);
  const keys = own.map(
    (found, row) => found && withoutBlanks({ ...found, rowCode: isOwn(codes[row]) ? codes[row] : undefined }),
  );
  return { keys, cells };
}
