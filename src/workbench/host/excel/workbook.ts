import { handle } from './things';
import type { Definitions, HostWorld } from './world';

/** The workbook and what hangs directly on it. */
export function workbookTypes(world: HostWorld): Definitions {
  const { book } = world;
  return {
    Workbook: {
      properties: {
        Name: world.fileName,
        ReadOnly: () => false,
        AutoSave: () => false,
      },
      navigation: {
        Application: () => handle('Application', null),
        Worksheets: () => handle('WorksheetCollection', null),
        Tables: () => handle('TableCollection', {}),
        Names: () => handle('NamedItemCollection', {}),
        Settings: () => handle('SettingCollection', null),
        CustomXmlParts: () => handle('CustomXmlPartCollection', {}),
        Protection: () => handle('WorkbookProtection', null),
      },
      methods: {
        GetSelectedRange: () => handle('Range', book.selection.current()),
        GetSelectedRanges: () => handle('RangeAreas', book.selection.areas()),
        GetActiveCell: () => handle('Range', book.selection.activeCell()),
        _RemoveReference: (_, args) => world.releaseReference(args.text(0)),
      },
    },
    WorkbookProtection: { properties: { Protected: () => false } },
  };
}
