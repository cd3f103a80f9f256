import { refuse } from '../wire/hostError';
import type { Definitions, HostWorld } from './world';

/** Protection of a sheet: it holds in this session, the file keeps what it had. */
export function worksheetProtectionTypes({ book }: HostWorld): Definitions {
  return {
    WorksheetProtection: {
      properties: { Protected: (sheetId) => book.sheets.protected(sheetId) },
      methods: {
        Protect: (sheetId, args) => {
          if (!args.missing(1)) refuse('NotImplemented', 'The workbench has no passwords.');
          if (book.sheets.protected(sheetId)) refuse('InvalidOperation', 'The worksheet is protected already.');
          book.sheets.setProtected(sheetId, true);
        },
        Unprotect: (sheetId) => book.sheets.setProtected(sheetId, false),
      },
    },
  };
}
