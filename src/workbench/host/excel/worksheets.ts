import type { Handle } from '../wire/handle';
import { notFound, refuse } from '../wire/hostError';
import type { Args } from '../wire/args';
import { WORKBOOK_TARGET } from '../eventTargets';
import { eventMethods } from './eventMethods';
import { handle } from './things';
import { requireSheetName } from './worksheetName';
import type { Definitions, HostWorld } from './world';

/** The collection of sheets. */
export function worksheetCollectionTypes(world: HostWorld): Definitions {
  const { book } = world;
  const sheet = (sheetId: string | undefined): Handle | null =>
    sheetId === undefined ? null : handle('Worksheet', sheetId);
  const item = (_: null, args: Args): Handle => sheet(book.sheets.find(args.text(0))) ?? notFound();
  const ids = (visibleOnly: boolean): string[] =>
    book.sheets.ids().filter((id) => !visibleOnly || !book.sheets.hidden(id));
  return {
    WorksheetCollection: {
      items: () => ids(false).map((id) => handle('Worksheet', id)),
      index: item,
      methods: {
        GetItem: item,
        GetItemOrNullObject: (_, args) => sheet(book.sheets.find(args.text(0))),
        GetActiveWorksheet: () => sheet(book.sheets.active()),
        GetFirst: (_, args) => sheet(ids(args.flag(0))[0]),
        GetLast: (_, args) => sheet(ids(args.flag(0)).at(-1)),
        GetCount: (_, args) => ids(args.flag(0)).length,
        Add: (_, args) => addSheet(world, args.optionalText(0)),
        ...eventMethods(
          world.events,
          [
            'DataChangedEvent',
            'SelectionChangedEvent',
            'ActivatedEvent',
            'DeactivatedEvent',
            'CalculatedEvent',
            'AddedEvent',
            'DeletedEvent',
            'EventNameChanged',
          ],
          () => WORKBOOK_TARGET,
        ),
      },
    },
  };
}

function addSheet({ book }: HostWorld, name: string | undefined): Handle {
  if (name === undefined || name === '') return handle('Worksheet', book.sheets.add());
  requireSheetName(name);
  if (book.sheets.find(name) !== undefined) {
    return refuse('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
  }
  return handle('Worksheet', book.sheets.add(name));
}
