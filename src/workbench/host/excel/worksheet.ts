import { WHOLE_SHEET } from '../../book/address';
import { cellArea } from '../../book/area';
import type { Args } from '../wire/args';
import type { Handle } from '../wire/handle';
import { badArgument, refuse } from '../wire/hostError';
import { eventMethods } from './eventMethods';
import { refuseShift } from './guard';
import { findRange } from './rangeAddress';
import { handle } from './things';
import { requireSheetName } from './worksheetName';
import type { Definitions, HostWorld } from './world';

/** One sheet. */
export function worksheetTypes(world: HostWorld): Definitions {
  const { sheets } = world.book;
  return {
    Worksheet: {
      id: (sheetId) => sheetId,
      properties: {
        Id: (sheetId) => sheetId,
        Name: (sheetId) => sheets.name(sheetId),
        Position: (sheetId) => sheets.ids().indexOf(sheetId),
        Visibility: (sheetId) => sheets.visibility(sheetId),
        TabColor: (sheetId) => sheets.tabColor(sheetId),
        ShowGridlines: (sheetId) => sheets.gridlines(sheetId),
      },
      setters: {
        Name: (sheetId, value) => rename(world, sheetId, value),
        Position: (sheetId, value) => sheets.move(sheetId, typeof value === 'number' ? value : badArgument('position')),
        Visibility: (sheetId, value) => setVisibility(world, sheetId, value),
        TabColor: (sheetId, value) =>
          sheets.setTabColor(sheetId, typeof value === 'string' ? value : badArgument('color')),
        ShowGridlines: (sheetId, value) => sheets.setGridlines(sheetId, value === true),
      },
      navigation: {
        Tables: (sheetId) => handle('TableCollection', { sheetId }),
        Names: (sheetId) => handle('NamedItemCollection', { sheetId }),
        PageLayout: (sheetId) => handle('PageLayout', sheetId),
        HorizontalPageBreaks: (sheetId) => handle('PageBreakCollection', sheetId),
        Charts: (sheetId) => handle('ChartCollection', sheetId),
        FreezePanes: (sheetId) => handle('WorksheetFreezePanes', sheetId),
        Protection: (sheetId) => handle('WorksheetProtection', sheetId),
      },
      methods: {
        ...rangeMethods(world),
        Activate: (sheetId) => void sheets.activate(sheetId),
        // Every formula is up to date already: the grid calculates after each change.
        Calculate: () => undefined,
        Delete: (sheetId) => deleteSheet(world, sheetId),
        Copy: refuseShift,
        _GetSheetById: (_, args) => handle('Worksheet', args.text(0)),
        _GetAnotherWorksheetById: (_, args) => handle('Worksheet', args.text(0)),
        ...eventMethods(
          world.events,
          [
            'DataChangedEvent',
            'SelectionChangedEvent',
            'ActivatedEvent',
            'DeactivatedEvent',
            'CalculatedEvent',
            'EventNameChanged',
          ],
          (sheetId: string) => sheetId,
        ),
      },
    },
  };
}

function rangeMethods({ book, mostRows }: HostWorld): Record<string, (sheetId: string, args: Args) => Handle | null> {
  const used = (sheetId: string, args: Args) => book.reader.used(sheetId, args.flag(0));
  return {
    GetRange: (sheetId, args) => {
      const address = args.optionalText(0);
      const range = address === undefined ? { sheetId, area: WHOLE_SHEET } : findRange(book, address, sheetId);
      return handle('Range', range);
    },
    GetRanges: (sheetId, args) => {
      const addresses = (args.optionalText(0) ?? badArgument('addresses')).split(/[,;]/);
      return handle('RangeAreas', {
        sheetId,
        areas: addresses.map((own) => findRange(book, own.trim(), sheetId).area),
      });
    },
    GetRangeByIndexes: (sheetId, args) => {
      const [row, column, rows, columns] = [args.number(0), args.number(1), args.number(2), args.number(3)];
      if (row < 0 || column < 0 || rows < 1 || columns < 1 || row + rows > mostRows) badArgument('range indexes');
      return handle('Range', { sheetId, area: { row, column, rows, columns } });
    },
    GetCell: (sheetId, args) => handle('Range', { sheetId, area: cellArea(args.number(0), args.number(1)) }),
    GetUsedRange: (sheetId, args) => handle('Range', { sheetId, area: used(sheetId, args) ?? cellArea(0, 0) }),
    GetUsedRangeOrNullObject: (sheetId, args) => {
      const area = used(sheetId, args);
      return area === null ? null : handle('Range', { sheetId, area });
    },
  };
}

function rename({ book }: HostWorld, sheetId: string, value: unknown): void {
  const name = typeof value === 'string' ? value : badArgument('name');
  requireSheetName(name);
  const taken = book.sheets.find(name);
  if (taken !== undefined && taken !== sheetId) {
    refuse('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
  }
  book.sheets.rename(sheetId, name);
}

function setVisibility({ book }: HostWorld, sheetId: string, value: unknown): void {
  if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden') return badArgument('visibility');
  if (value !== 'Visible' && !othersVisible(book.sheets, sheetId)) {
    refuse('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  }
  book.sheets.setVisibility(sheetId, value);
}

function deleteSheet({ book }: HostWorld, sheetId: string): void {
  if (!othersVisible(book.sheets, sheetId)) {
    refuse('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  }
  book.sheets.delete(sheetId);
}

function othersVisible(sheets: HostWorld['book']['sheets'], sheetId: string): boolean {
  return sheets.ids().some((id) => id !== sheetId && !sheets.hidden(id));
}
