import { addressOf } from '../../book/address';
import { handle, type AreasThing } from './things';
import type { Definitions, HostWorld } from './world';
import type { Area } from '../../../sheet/area';
import { quoteSheet } from '../../../sheet/address';

/** Several areas of one sheet, as getMergedAreas gives them. */
export function rangeAreasTypes({ book }: HostWorld): Definitions {
  const address = ({ sheetId, areas }: AreasThing): string =>
    areas.map((area) => `${quoteSheet(book.sheets.name(sheetId))}!${addressOf(area)}`).join(',');
  const ranges = ({ sheetId, areas }: AreasThing) => areas.map((area) => handle('Range', { sheetId, area }));
  return {
    RangeAreas: {
      properties: {
        Address: address,
        AreaCount: ({ areas }) => areas.length,
        CellCount: ({ areas }) => areas.reduce((sum, area) => sum + cells(area), 0),
      },
      navigation: {
        Areas: (thing) => handle('RangeCollection', thing),
        Worksheet: ({ sheetId }) => handle('Worksheet', sheetId),
      },
      methods: { Select: (thing) => void book.selection.selectAll(thing) },
    },
    RangeCollection: {
      items: ranges,
      methods: {
        GetCount: ({ areas }) => areas.length,
        GetItemAt: (thing, args) => ranges(thing)[args.number(0)] ?? null,
      },
    },
  };
}

function cells({ rows, columns }: Area): number {
  return rows * columns;
}
