import { refuse } from '../wire/hostError';
import type { Definitions, HostWorld } from './world';

/** Protection of a sheet, without a password; options are taken for those the add-in asks for. */
export function worksheetProtectionTypes({ book }: HostWorld): Definitions {
  return {
    WorksheetProtection: {
      properties: { Protected: (sheetId) => book.sheets.protected(sheetId) },
      methods: {
        Protect: (sheetId, args) => {
          if (!args.missing(1)) refuse('NotImplemented', 'The workbench has no passwords.');
          if (book.sheets.protected(sheetId)) refuse('InvalidOperation', 'The worksheet is protected already.');
          book.context.flush();
          book.sheets.setProtected(sheetId, true);
          book.changes.touch('protection');
        },
        Unprotect: (sheetId) => {
          book.sheets.setProtected(sheetId, false);
          book.changes.touch('protection');
        },
      },
    },
  };
}
