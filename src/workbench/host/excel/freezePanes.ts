import type { Handle } from '../wire/handle';
import { refuse } from '../wire/hostError';
import { rangeArgument } from './rangeAddress';
import { handle } from './things';
import type { Definitions, HostWorld } from './world';
import { MAX_COLUMNS, MAX_ROWS } from '../../../sheet/address';

/** Rows and columns kept in view. */
export function freezePanesTypes({ book }: HostWorld): Definitions {
  const location = (sheetId: string): Handle | null => {
    const { rows, columns } = book.layout.frozen(sheetId);
    if (rows === 0 && columns === 0) return null;
    const area = { row: 0, column: 0, rows: rows || MAX_ROWS, columns: columns || MAX_COLUMNS };
    return handle('Range', { sheetId, area });
  };
  return {
    WorksheetFreezePanes: {
      methods: {
        FreezeRows: (sheetId, args) => book.layout.freeze(sheetId, { rows: args.optionalNumber(0) ?? 1, columns: 0 }),
        FreezeColumns: (sheetId, args) =>
          book.layout.freeze(sheetId, { rows: 0, columns: args.optionalNumber(0) ?? 1 }),
        FreezeAt: (sheetId, args) => {
          const { area } = rangeArgument(book, args, { index: 0, sheetId });
          const rows = area.rows >= MAX_ROWS ? 0 : area.row + area.rows;
          const columns = area.columns >= MAX_COLUMNS ? 0 : area.column + area.columns;
          book.layout.freeze(sheetId, { rows, columns });
        },
        Unfreeze: (sheetId) => book.layout.freeze(sheetId, { rows: 0, columns: 0 }),
        GetLocation: (sheetId) => location(sheetId) ?? refuse('ItemNotFound', 'There is no frozen pane.'),
        GetLocationOrNullObject: location,
      },
    },
  };
}
